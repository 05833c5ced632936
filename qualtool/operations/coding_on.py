"""Coding on from what was found: more codes on excerpts that are there already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import coding
from qualtool.operations.finding import many
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Coding, Excerpt
from qualtool.store.selecting import listed


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
    pairs = [(row.id, code.id) for row in rows for code in codes]
    there = _there(session, pairs, coder_id)
    for excerpt_id, code_id in pairs:
        if (excerpt_id, code_id) not in there:
            made = Coding(excerpt_id=excerpt_id, code_id=code_id, coder_id=coder_id)
            there[excerpt_id, code_id] = made
            session.add(made)
    session.flush()
    found = [there[pair].id for pair in pairs]
    if valence is not None and found:
        coding.set_valence(session, found, valence)
    return found


def _there(
    session: Session, pairs: Sequence[tuple[int, int]], coder_id: int | None
) -> dict[tuple[int, int], Coding]:
    """The codings of these excerpts with these codes that the coder has made already."""
    excerpt_ids, code_ids = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    # By the excerpts alone: the database may otherwise go through all that the coder has coded.
    rows = session.scalars(
        select(Coding).where(Coding.excerpt_id.in_(listed(excerpt_ids))).order_by(Coding.id.desc())
    )
    return {
        (row.excerpt_id, row.code_id): row
        for row in rows
        if row.code_id in code_ids and row.coder_id == coder_id
    }
