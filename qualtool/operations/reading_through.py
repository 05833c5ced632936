"""That a document was read, listened to or checked from beginning to end, once more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Document, ReadThrough

KINDS: Final = ("read", "listened", "checked")


def note(
    session: Session,
    document_id: int,
    *,
    kind: str = "read",
    coder_id: int | None = None,
    words: str = "",
) -> int:
    """Note a reading; its number. Raises QualtoolError "gone", ValueError for an unknown kind."""
    document = one(session, Document, document_id)
    if kind not in KINDS:
        raise ValueError(f"no such kind of reading: {kind}")
    row = ReadThrough(document_id=document_id, coder_id=coder_id, kind=kind, note=words)
    session.add(row)
    session.flush()
    tell(session, document=document.name, reading=kind)
    return row.id


def take_back_last(session: Session, document_id: int, *, coder_id: int | None = None) -> None:
    """Take away the last reading that a coder noted of a document, if there is one."""
    document = one(session, Document, document_id)
    last = session.scalar(
        select(ReadThrough.id)
        .where(ReadThrough.document_id == document_id, ReadThrough.coder_id.is_(coder_id))
        .order_by(ReadThrough.id.desc())
        .limit(1)
    )
    if last is not None:
        tell(session, document=document.name)
        remove(session, [last])


def remove(session: Session, reading_ids: Iterable[int]) -> None:
    """Take readings away."""
    rows = many(session, ReadThrough, reading_ids)
    if rows:
        name = session.get_one(Document, rows[0].document_id).name
        tell(session, document=name, count=len(rows))
    for row in rows:
        session.delete(row)
    session.flush()
