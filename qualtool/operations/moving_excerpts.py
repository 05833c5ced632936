"""Excerpts brought along when the text they stand in is corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from qualtool.core.correction import Movement
from qualtool.core.counting import words
from qualtool.operations.resizing import bring_over
from qualtool.store.schema import Base, Excerpt


@dataclass(frozen=True, slots=True)
class MovedExcerpts:
    """Which excerpts are lost, how many moved, changed or merged; as `correction.Corrected`."""

    lost: tuple[int, ...]
    moved: int
    changed: int
    merged: int
    display_texts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Was:
    id: int
    start: int
    end: int
    lost: bool
    has_display_text: bool


def move(
    session: Session, document_id: int, movement: Movement, old: str, new: str
) -> MovedExcerpts:
    """Let the excerpts of a document follow a correction that made `new` of `old`.

    One without words becomes lost, and keeps those it had. One that comes to have the span of
    another goes into the earlier of them. What lies behind all edits is moved in one go.
    """
    last = movement.edits[-1].end
    gained = len(new) - len(old)
    rows = _touched(session, document_id, movement.edits[0].start, last)
    moved = _shift(session, document_id, last, gained)
    lost: dict[int, str] = {}
    spans: dict[int, tuple[int, int]] = {}
    changed: list[_Was] = []
    for row in rows:
        if row.lost:
            spans[row.id] = (at := movement.place(row.start)), at
            continue
        start, end = movement.excerpt(row.start, row.end)
        before, after = old[row.start : row.end], new[start:end]
        if not after or (words(before) and not words(after)):
            lost[row.id], end = before, start
        else:
            moved += (start, end) != (row.start, row.end)
            if before != after:
                changed.append(row)
        spans[row.id] = start, end
    _write(session, rows, spans, lost)
    merged = _merge(session, rows, spans, lost)
    return MovedExcerpts(
        lost=tuple(lost),
        moved=moved,
        changed=len(changed),
        merged=merged,
        display_texts=tuple(row.id for row in changed if row.has_display_text),
    )


def _shift(session: Session, document_id: int, behind: int, gained: int) -> int:
    """Move all that begins behind a place by as much; how many excerpts that are not lost."""
    if not gained:
        return 0
    there = (Excerpt.document_id == document_id, Excerpt.start > behind)
    count = session.scalar(select(func.count(Excerpt.id)).where(*there, Excerpt.lost.is_(False)))
    session.execute(
        update(Excerpt)
        .where(*there)
        .values(start=Excerpt.start + gained, end=Excerpt.end + gained)
        .execution_options(synchronize_session=False)
    )
    return count or 0


def _touched(session: Session, document_id: int, first: int, last: int) -> list[_Was]:
    rows = session.execute(
        select(
            Excerpt.id, Excerpt.start, Excerpt.end, Excerpt.lost, Excerpt.display_text.is_not(None)
        )
        .where(Excerpt.document_id == document_id, Excerpt.end >= first, Excerpt.start <= last)
        .order_by(Excerpt.id)
    )
    return [_Was(*row) for row in rows]


def _write(
    session: Session,
    rows: Iterable[_Was],
    spans: dict[int, tuple[int, int]],
    lost: dict[int, str],
) -> None:
    table = Base.metadata.tables[Excerpt.__tablename__]
    stays = [
        {"which": row.id, "first": spans[row.id][0], "last": spans[row.id][1]}
        for row in rows
        if row.id not in lost and spans[row.id] != (row.start, row.end)
    ]
    gone = [
        {"which": row_id, "first": spans[row_id][0], "last": spans[row_id][1], "words": held}
        for row_id, held in lost.items()
    ]
    where = table.c.id == bindparam("which")
    span: dict[str, object] = {"start": bindparam("first"), "end": bindparam("last")}
    link = session.connection()
    if stays:
        link.execute(update(table).where(where).values(**span), stays)
    if gone:
        now_lost = {"lost": True, "lost_words": bindparam("words")}
        link.execute(update(table).where(where).values(**span, **now_lost), gone)
    session.expire_all()


def _merge(
    session: Session,
    rows: Iterable[_Was],
    spans: dict[int, tuple[int, int]],
    lost: dict[int, str],
) -> int:
    """Let excerpts that have come to have one span be one; how many went."""
    alike: dict[tuple[int, int], list[_Was]] = defaultdict(list)
    for row in rows:
        if not row.lost and row.id not in lost:
            alike[spans[row.id]].append(row)
    went = 0
    for group in alike.values():
        twin = group[0]
        for row in group[1:]:
            if any((other.start, other.end) != (row.start, row.end) for other in group):
                _go_into(session, row.id, twin.id)
                went += 1
    return went


def _go_into(session: Session, excerpt_id: int, twin_id: int) -> None:
    excerpt, twin = session.get_one(Excerpt, excerpt_id), session.get_one(Excerpt, twin_id)
    if twin.display_text is None:
        twin.display_text = excerpt.display_text
    bring_over(session, excerpt, twin)
