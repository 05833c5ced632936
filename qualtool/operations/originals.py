"""The files that documents came from, kept with the project, or no longer."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core.reading import Reading, packed, unpacked
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


def forget(session: Session, document_ids: Iterable[int], *, for_good: bool = False) -> int:
    """Keep the files of documents no longer; how many were kept until now.

    They are not shown any more, but lie in the project as long as the step can be undone;
    `for_good` takes them out of it, and undoing does not bring them back. A file that another
    document came from, too, stays for that one.
    """
    going = many(session, Document, kept(session, document_ids))
    if going:
        tell(session, document=going[0].name, documents=len(going))
    for document in going:
        document.reading = packed(Reading(forgotten=True))  # heads of columns may hold names, too
    session.flush()
    if for_good and going:
        hashes = {document.content_hash for document in going}
        same = session.scalars(select(Document.id).where(Document.content_hash.in_(hashes)))
        still = session.scalars(
            select(Document.content_hash).where(Document.id.in_(kept(session, same)))
        )
        session.execute(delete(Original).where(Original.content_hash.in_(hashes - set(still))))
    return len(going)


def remove_unused(session: Session) -> int:
    """Take the files away for good that no document refers to any more; how many there were.

    A document may have been removed since, its import undone, or its file forgotten. No step can
    bring them back: call it in `Project.clear_out`.
    """
    rows = session.execute(select(Document.content_hash, Document.reading))
    used = {row_hash for row_hash, reading in rows if not unpacked(reading).forgotten}
    unused = [each for each in session.scalars(select(Original.content_hash)) if each not in used]
    for content_hash in unused:
        session.execute(delete(Original).where(Original.content_hash == content_hash))
    return len(unused)
