"""Where in the documents excerpts stand, without their words."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.schema import Excerpt
from qualtool.store.selecting import listed


def spans_of(session: Session, excerpt_ids: Collection[int]) -> dict[int, tuple[int, int, int]]:
    """Of each excerpt its document, start and end (code points); those that lost theirs not."""
    rows = session.execute(
        select(Excerpt.id, Excerpt.document_id, Excerpt.start, Excerpt.end).where(
            Excerpt.id.in_(listed(excerpt_ids)), Excerpt.lost.is_(False)
        )
    )
    return {row.id: (row.document_id, row.start, row.end) for row in rows}
