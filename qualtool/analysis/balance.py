"""How each code is read: how many of its codings carry which valence."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.store.kept import kept
from qualtool.store.schema import Coding, DocumentCase, Excerpt

_TABLES: Final = frozenset({"coding", "excerpt"})


def valences_by_code(session: Session) -> dict[int, dict[str, int]]:
    """For each code that has any, the number of its codings with each valence, by key."""
    return kept(session, "valences by code", _TABLES, lambda: _valences_by_code(session))


def _valences_by_code(session: Session) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    rows = session.execute(
        select(Coding.code_id, Coding.valence, func.count(Coding.id))
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Coding.valence.is_not(None), Excerpt.lost.is_(False))
        .group_by(Coding.code_id, Coding.valence)
    )
    for code_id, valence, count in rows:
        found[code_id][str(valence)] = count
    return dict(found)


def cases_with_documents(session: Session) -> int:
    """How many cases the documents are about: the N of "5 of N"."""
    return session.scalar(select(func.count(func.distinct(DocumentCase.case_id)))) or 0
