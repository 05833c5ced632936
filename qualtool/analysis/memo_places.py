"""What a memo that is not written yet would be on, said as it will be said of the memo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import memos
from qualtool.analysis.texts import readings
from qualtool.core.places import worded
from qualtool.store.rows import MemoRow
from qualtool.store.schema import Coder, Excerpt

Span = tuple[int, int, int]  # document, start, end


def blank(
    session: Session,
    target: str = "",
    target_id: int | None = None,
    *,
    span: Span | None = None,
    coder_id: int | None = None,
) -> MemoRow:
    """An empty memo on something, with the number 0.

    A `span` is a passage: of the excerpt that it is already, or of one it would become.
    """
    if span is not None and target_id is None:
        target, target_id = "excerpt", _excerpt_at(session, span)
    coder = session.scalar(select(Coder.name).where(Coder.id == coder_id)) or ""
    empty = MemoRow(
        id=0,
        kind="analytic",
        interpretation="",
        title="",
        text="",
        coder=coder,
        date=datetime.now(UTC).astimezone().date().isoformat(),
        private=False,
        created_ms=0,
        target=target,
        target_id=target_id,
    )
    if target_id is not None:
        return replace(empty, **memos.said_of(session, target, target_id))
    if span is not None:
        return replace(empty, target="excerpt", **_passage(session, span))
    return empty


def _excerpt_at(session: Session, span: Span) -> int | None:
    document_id, start, end = span
    return session.scalar(
        select(Excerpt.id)
        .where(
            Excerpt.document_id == document_id,
            Excerpt.start == start,
            Excerpt.end == end,
            Excerpt.lost.is_(False),
        )
        .order_by(Excerpt.id)
        .limit(1)
    )


def _passage(session: Session, span: Span) -> memos.Said:
    document_id, start, end = span
    reading = readings(session, [document_id]).get(document_id)
    if reading is None:
        return {}
    return {
        "about": f"{reading.name}, {worded(reading.place_at(start))}",
        "words": reading.text[start:end],
        "span": span,
    }
