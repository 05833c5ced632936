"""An excerpt made longer or shorter, and parted from those of other coders on the same words."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from qualtool.operations.code_merging import absorb, both_ways, bring_memos
from qualtool.operations.excerpts import check_span, copy_of, with_span
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import (
    ClaimSupport,
    Code,
    Coding,
    Condensate,
    Condensation,
    DraftQuotation,
    Excerpt,
    FindingPart,
    MemoLink,
    SummaryExcerpt,
    ThemeExcerpt,
)

_OWNED: Final = (
    (ThemeExcerpt, ThemeExcerpt.theme_id),
    (SummaryExcerpt, SummaryExcerpt.summary_id),
    (ClaimSupport, ClaimSupport.claim_id),
)


def resize(
    session: Session, excerpt_id: int, start: int, end: int, *, by: int | None = None
) -> int:
    """Let an excerpt go from `start` to `end` (code points, end exclusive); its id.

    Where there is an excerpt with that span already, this one goes into it with all it holds,
    and the other's id is given. A display text is dropped: it was of other words. Where a coder
    does it (`by`), what others have coded there stays as it was (`own`), and the id is that of
    the coder's own excerpt. Raises QualtoolError: "range", "gone".
    """
    excerpt = one(session, Excerpt, excerpt_id)
    document = check_span(session, excerpt.document_id, start, end)
    tell(session, document=document.name)
    if (excerpt.start, excerpt.end) == (start, end):
        return excerpt_id
    excerpt = own(session, excerpt, by)
    if excerpt.display_text is not None:
        tell(session, edited=1)
    twin_id = with_span(session, excerpt.document_id, start, end)
    if twin_id is None:
        excerpt.start, excerpt.end, excerpt.lost = start, end, False
        excerpt.display_text, excerpt.lost_words = None, ""
        return excerpt.id
    tell(session, joined=1)
    bring_over(session, excerpt, session.get_one(Excerpt, twin_id))
    return twin_id


def own(session: Session, excerpt: Excerpt, by: int | None) -> Excerpt:
    """The excerpt that a coder may change without moving the codings of others.

    Coders who choose the same words share an excerpt. Where it has codings by `by` (or nobody)
    and by others, the coder's are taken over to an excerpt of the same words of their own
    (`excerpts.copy_of`), while memos on the excerpt stay where they are. Otherwise, and without
    `by`, it is the excerpt itself.
    """
    if by is None:
        return excerpt
    rows = session.scalars(
        select(Coding).where(Coding.excerpt_id == excerpt.id).order_by(Coding.id)
    ).all()
    mine = [row for row in rows if row.coder_id in (by, None)]
    if len(mine) in (0, len(rows)):
        return excerpt
    made = copy_of(session, excerpt)
    for row in mine:
        row.excerpt_id = made.id
    session.flush()
    return made


def bring_over(session: Session, excerpt: Excerpt, twin: Excerpt) -> None:
    """Let an excerpt go into another with all it holds but its display text."""
    twin.do_not_quote = twin.do_not_quote or excerpt.do_not_quote
    twin.starred = (twin.starred or excerpt.starred) and not twin.do_not_quote
    there = {
        (coding.code_id, coding.coder_id): coding
        for coding in session.scalars(select(Coding).where(Coding.excerpt_id == twin.id))
    }
    both = both_ways(session)
    doubles: dict[int, int] = {}
    for coding in session.scalars(
        select(Coding).where(Coding.excerpt_id == excerpt.id).order_by(Coding.id)
    ).all():
        if double := there.get((coding.code_id, coding.coder_id)):
            absorb(coding, double, both)
            doubles[coding.id] = double.id
        else:
            coding.excerpt_id = twin.id
    bring_memos(session, doubles)
    for kind, owner in _OWNED:
        held = select(owner).where(kind.excerpt_id == twin.id)
        session.execute(
            update(kind)
            .where(kind.excerpt_id == excerpt.id, owner.not_in(held))
            .values(excerpt_id=twin.id)
        )
    for told in (MemoLink, FindingPart, Condensation, Condensate, DraftQuotation):
        session.execute(
            update(told).where(told.excerpt_id == excerpt.id).values(excerpt_id=twin.id)
        )
    session.execute(
        update(Code).where(Code.example_excerpt_id == excerpt.id).values(example_excerpt_id=twin.id)
    )
    session.flush()
    session.execute(delete(Excerpt).where(Excerpt.id == excerpt.id))
    session.expire_all()
