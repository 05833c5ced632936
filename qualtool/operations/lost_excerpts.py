"""Excerpts whose words a correction took away: given a place again, or given up."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations.excerpts import check_span, keep_memos, with_span
from qualtool.operations.finding import many, one
from qualtool.operations.resizing import bring_over
from qualtool.store.journal import tell
from qualtool.store.schema import Coding, Document, DocumentText, Excerpt, MemoLink
from qualtool.store.selecting import listed


def place_again(session: Session, excerpt_id: int, start: int, end: int) -> int:
    """Let a lost excerpt stand at `start` to `end` (code points, end exclusive); its id.

    Where there is an excerpt with that span, this one goes into it with all it holds, and the
    other's id is given. Its display text stays only if the words are those it lost.
    Raises QualtoolError: "gone", "not_lost", "range".
    """
    (excerpt,) = _lost(session, [excerpt_id])
    document = check_span(session, excerpt.document_id, start, end)
    tell(session, document=document.name)
    text = session.scalars(
        select(DocumentText.text).where(DocumentText.document_id == document.id)
    ).one()
    if text[start:end] != excerpt.lost_words:
        excerpt.display_text = None
    twin_id = with_span(session, excerpt.document_id, start, end)
    if twin_id is None:
        excerpt.start, excerpt.end, excerpt.lost, excerpt.lost_words = start, end, False, ""
        return excerpt_id
    twin = session.get_one(Excerpt, twin_id)
    twin.display_text = twin.display_text or excerpt.display_text
    bring_over(session, excerpt, twin)
    return twin_id


def give_up(session: Session, excerpt_ids: Iterable[int]) -> None:
    """Take lost excerpts away with their codings; memos on either stay, with the document.

    Raises QualtoolError: "gone", "not_lost".
    """
    going = _lost(session, excerpt_ids)
    if not going:
        return
    tell(session, document=one(session, Document, going[0].document_id).name, count=len(going))
    ids = [excerpt.id for excerpt in going]
    keep_memos(
        session, session.scalars(select(Coding.id).where(Coding.excerpt_id.in_(listed(ids))))
    )
    session.execute(
        update(MemoLink)
        .where(MemoLink.excerpt_id.in_(listed(ids)))
        .values(
            document_id=select(Excerpt.document_id)
            .where(Excerpt.id == MemoLink.excerpt_id)
            .scalar_subquery(),
            excerpt_id=None,
        )
    )
    session.execute(delete(Excerpt).where(Excerpt.id.in_(listed(ids))))
    session.expire_all()


def _lost(session: Session, excerpt_ids: Iterable[int]) -> list[Excerpt]:
    rows = many(session, Excerpt, excerpt_ids)
    if not all(row.lost for row in rows):
        raise QualtoolError(
            "not_lost", _("This excerpt has its words and waits for no decision any more.")
        )
    return rows
