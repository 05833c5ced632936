"""Where in the documents excerpts stand, without their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.schema import Excerpt
from qualtool.store.selecting import listed


def marked_spans(session: Session) -> dict[int, list[tuple[int, int]]]:
    """Where in each document words are marked as not to be quoted, whoever has coded them.

    A coder who works blind does not see the excerpts of others, but must not quote these either.
    """
    # Of the bare table, which holds those of all coders in every session.
    bare = Excerpt.__table__.c
    rows = session.execute(
        select(bare.document_id, bare.start, bare.end)
        .where(bare.do_not_quote.is_(True), bare.lost.is_(False))
        .order_by(bare.document_id, bare.start, bare.end)
    )
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for document_id, start, end in rows:
        found[document_id].append((start, end))
    return dict(found)


def spans_of(session: Session, excerpt_ids: Collection[int]) -> dict[int, tuple[int, int, int]]:
    """Of each excerpt its document, start and end (code points); those that lost theirs not."""
    rows = session.execute(
        select(Excerpt.id, Excerpt.document_id, Excerpt.start, Excerpt.end).where(
            Excerpt.id.in_(listed(excerpt_ids)), Excerpt.lost.is_(False)
        )
    )
    return {row.id: (row.document_id, row.start, row.end) for row in rows}
