"""Coding on from what was found: more codes on excerpts that are there already."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from qualtool.operations import coding
from qualtool.operations.finding import many
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Excerpt


def apply(
    session: Session,
    excerpt_ids: Iterable[int],
    code_ids: Iterable[int],
    *,
    coder_id: int | None,
    valence: str | None = None,
) -> list[int]:
    """Code each of these excerpts with each of these codes; the codings, excerpt by excerpt.

    A coding that is there already stays, but for a valence that is given now. Raises
    QualtoolError: "valence_unknown", "gone".
    """
    rows = many(session, Excerpt, excerpt_ids)
    codes = many(session, Code, code_ids)
    if codes:
        tell(session, code=codes[0].name, codes=len(codes))
    tell(session, count=len(rows))
    found = coding.apply_many(
        session,
        [
            coding.Passage(row.document_id, row.start, row.end, code.id, coder_id=coder_id)
            for row in rows
            for code in codes
        ],
    )
    if valence is not None and found:
        coding.set_valence(session, found, valence)
    return found
