"""In which drafts the words of an excerpt are quoted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from qualtool.core.quotation_check import Verdict
from qualtool.store.schema import Draft, DraftQuotation, Excerpt
from qualtool.store.selecting import listed


@dataclass(frozen=True, slots=True)
class QuotedIn:
    """A quotation of a draft: which draft, its number there, and the paragraph counted from 1."""

    draft_id: int
    draft: str
    number: int
    paragraph: int
    verdict: Verdict
    text: str


def quoted_in(session: Session, excerpt_ids: Iterable[int]) -> list[QuotedIn]:
    """The quotations of drafts that share words with these excerpts, in the order of the drafts.

    An excerpt is quoted where a draft quotes a part of it, too.
    """
    wanted = aliased(Excerpt)
    rows = session.execute(
        select(
            Draft.id,
            Draft.name,
            DraftQuotation.number,
            DraftQuotation.place,
            DraftQuotation.verdict,
            DraftQuotation.text,
        )
        .join(DraftQuotation, DraftQuotation.draft_id == Draft.id)
        .join(Excerpt, Excerpt.id == DraftQuotation.excerpt_id)
        .join(
            wanted,
            (wanted.document_id == Excerpt.document_id)
            & (wanted.start < Excerpt.end)
            & (Excerpt.start < wanted.end),
        )
        .where(
            wanted.id.in_(listed(excerpt_ids)),
            wanted.lost.is_(False),
            Excerpt.lost.is_(False),
        )
        .distinct()
        .order_by(Draft.id, DraftQuotation.number)
    )
    return [
        QuotedIn(draft_id, draft, number, int(place), cast("Verdict", verdict), text)
        for draft_id, draft, number, place, verdict, text in rows
    ]
