"""Stretches of a document: found again or made, and taken away when they hold nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations.finding import gone, number
from qualtool.store.bare_reading import column, rows
from qualtool.store.bare_rows import put_in, take_away
from qualtool.store.schema import (
    ClaimSupport,
    Code,
    Coding,
    Condensate,
    Condensation,
    Document,
    DraftQuotation,
    Excerpt,
    FindingPart,
    MemoLink,
    Row,
    SummaryExcerpt,
    ThemeExcerpt,
)
from qualtool.store.selecting import given, listed, packed

_LINKS: Final = (ThemeExcerpt, SummaryExcerpt, ClaimSupport)
_OWN: Final = {"id", "guid", "excerpt_id"}  # what a copy of a row does not take over

# Built once: building such a query takes longer than running it.
_DOCUMENT: Final = select(Document.id, Document.name, Document.length).where(
    Document.id == bindparam("document_id")
)
_WITH_SPAN: Final = (
    select(Excerpt.id)
    .where(
        Excerpt.document_id == bindparam("document_id"),
        Excerpt.start == bindparam("start"),
        Excerpt.end == bindparam("end"),
        Excerpt.lost.is_(False),
    )
    .order_by(Excerpt.id)
    .limit(1)
)
_ON_CODINGS: Final = select(MemoLink.id).where(MemoLink.coding_id.in_(given()))
_EMPTY: Final = select(Excerpt.id).where(
    Excerpt.id.in_(given()),
    Excerpt.starred.is_(False),
    Excerpt.do_not_quote.is_(False),
    Excerpt.display_text.is_(None),
    ~exists().where(Coding.excerpt_id == Excerpt.id),
    ~exists().where(MemoLink.excerpt_id == Excerpt.id),
    ~exists().where(ThemeExcerpt.excerpt_id == Excerpt.id, ThemeExcerpt.direct.is_(True)),
    ~exists().where(SummaryExcerpt.excerpt_id == Excerpt.id),
    ~exists().where(ClaimSupport.excerpt_id == Excerpt.id),
    ~exists().where(FindingPart.excerpt_id == Excerpt.id),
    ~exists().where(Condensation.excerpt_id == Excerpt.id),
    ~exists().where(Condensate.excerpt_id == Excerpt.id),
    ~exists().where(DraftQuotation.excerpt_id == Excerpt.id),
    ~exists().where(Code.example_excerpt_id == Excerpt.id),
)


class Checked(NamedTuple):
    """The document a stretch is of."""

    id: int
    name: str
    length: int


def check_span(session: Session, document_id: int, start: int, end: int) -> Checked:
    """The document, if `start` to `end` (code points, end exclusive) is a stretch of it.

    Raises QualtoolError: "gone" without the document, "range" for what is no stretch of it.
    """
    found = rows(session, _DOCUMENT, document_id=document_id)
    if not found:
        raise gone()
    document = Checked(*found[0])
    if not 0 <= start < end <= document.length:
        raise QualtoolError(
            "range",
            _("{start}–{end} is no passage of {document}, which has {length} characters."),
            start=start,
            end=end,
            document=document.name,
            length=document.length,
        )
    return document


def with_span(session: Session, document_id: int, start: int, end: int) -> int | None:
    """The first excerpt with exactly this span that is not lost; None where there is none."""
    found = column(session, _WITH_SPAN, document_id=document_id, start=start, end=end)
    return found[0] if found else None


def at(session: Session, document_id: int, start: int, end: int) -> int:
    """The excerpt with exactly this span, made where there is none. Checks nothing."""
    found = with_span(session, document_id, start, end)
    if found is not None:
        return found
    return put_in(session, Excerpt, document_id=document_id, start=start, end=end)


def all_in(session: Session, document_ids: Iterable[int]) -> dict[tuple[int, int, int], Excerpt]:
    """The excerpts of documents by document, start and end; of two alike, the earlier."""
    found = session.scalars(
        select(Excerpt)
        .where(Excerpt.document_id.in_(listed(document_ids)), Excerpt.lost.is_(False))
        .order_by(Excerpt.id.desc())
    )
    return {(row.document_id, row.start, row.end): row for row in found}


def sweep(session: Session, excerpt_ids: Iterable[int]) -> int:
    """Take away those excerpts that hold nothing any more; how many went.

    An excerpt stays while it is coded, starred, has a memo or a display text, stands directly in
    a theme, is condensed or quoted in the findings or a draft, or is behind a summary, a claim or
    a code's example; and while it may not be quoted, since that holds for any other excerpt of the
    same words.
    """
    empty = column(session, _EMPTY, ids=packed(excerpt_ids))
    if empty:
        take_away(session, Excerpt, empty)
    return len(empty)


def keep_memos(session: Session, coding_ids: Iterable[int]) -> None:
    """Tie the memos on codings that are about to go to the excerpts these stand on."""
    tied = column(session, _ON_CODINGS, ids=packed(coding_ids))
    if not tied:
        return
    session.execute(
        update(MemoLink)
        .where(MemoLink.id.in_(listed(tied)))
        .values(
            excerpt_id=select(Coding.excerpt_id)
            .where(Coding.id == MemoLink.coding_id)
            .scalar_subquery(),
            coding_id=None,
        )
    )


def copy_of(session: Session, excerpt: Excerpt) -> Excerpt:
    """Another excerpt of the same words, without codings, memos and display text.

    It has the star and the mark of the first, and stands in the same themes and behind the same
    summaries and claims.
    """
    made = Excerpt(
        document_id=excerpt.document_id,
        start=excerpt.start,
        end=excerpt.end,
        starred=excerpt.starred,
        do_not_quote=excerpt.do_not_quote,
        lost=excerpt.lost,
        lost_words=excerpt.lost_words,
    )
    session.add(made)
    session.flush()
    for kind in _LINKS:
        for row in session.scalars(select(kind).where(kind.excerpt_id == excerpt.id)).all():
            session.add(kind(**told_by(row), excerpt_id=made.id))
    session.flush()
    themes = select(ThemeExcerpt.theme_id).where(ThemeExcerpt.excerpt_id == made.id)
    for theme_id in session.scalars(themes).all():
        members = select(ThemeExcerpt).where(ThemeExcerpt.theme_id == theme_id)
        number(session.scalars(members.order_by(ThemeExcerpt.position, ThemeExcerpt.id)).all())
    session.flush()
    return made


def told_by(row: Row) -> dict[str, Any]:
    """What a row that hangs on an excerpt says, without whose it is."""
    names = set(row.__table__.columns.keys()) - _OWN
    return {name: getattr(row, name) for name in names}
