"""The files that documents came from, kept with the project, or no longer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.reading import packed, unpacked
from qualtool.operations.finding import many
from qualtool.store.journal import tell
from qualtool.store.schema import Document, Original
from qualtool.store.selecting import listed


def kept(session: Session, document_ids: Iterable[int]) -> tuple[int, ...]:
    """Those of these documents whose file is kept, in order of their numbers."""
    rows = session.execute(
        select(Document.id, Document.reading)
        .join(Original, Original.content_hash == Document.content_hash)
        .where(Document.id.in_(listed(document_ids)), Document.content_hash != "")
        .order_by(Document.id)
    )
    return tuple(row_id for row_id, reading in rows if not unpacked(reading).forgotten)


def forget(session: Session, document_ids: Iterable[int]) -> int:
    """Keep the files of documents no longer; how many were kept until now."""
    going = many(session, Document, kept(session, document_ids))
    if going:
        tell(session, document=going[0].name, documents=len(going))
    for document in going:
        document.reading = packed(replace(unpacked(document.reading), forgotten=True))
    return len(going)
