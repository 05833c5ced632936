"""Where excerpts are from and whose words they are, for a few or for many of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.placing import cases_of_excerpts
from qualtool.store.schema import Document, Excerpt
from qualtool.store.selecting import listed


@dataclass(frozen=True, slots=True)
class ExcerptSource:
    """The document an excerpt is from, and the cases that speak in it."""

    document_id: int
    document: str
    case_ids: frozenset[int]


def sources(session: Session, excerpt_ids: Collection[int]) -> dict[int, ExcerptSource]:
    """The source of each of these excerpts that is in the project."""
    if not excerpt_ids:
        return {}
    whose = cases_of_excerpts(session, excerpt_ids)
    rows = session.execute(
        select(Excerpt.id, Excerpt.document_id, Document.name)
        .join(Document, Document.id == Excerpt.document_id)
        .where(Excerpt.id.in_(listed(excerpt_ids)))
    )
    return {
        excerpt_id: ExcerptSource(document_id, name, whose.get(excerpt_id, frozenset()))
        for excerpt_id, document_id, name in rows
    }
