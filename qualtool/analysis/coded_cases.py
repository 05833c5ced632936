"""Which cases a code was found with, and which it was not."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.placing import cases_of_excerpts
from qualtool.store.schema import Coding, DocumentCase


def with_and_without(session: Session, code_id: int) -> tuple[frozenset[int], frozenset[int]]:
    """The cases of which something is coded with a code, and those with material but none of it."""
    of_excerpt = cases_of_excerpts(session)
    excerpts = session.scalars(select(Coding.excerpt_id).where(Coding.code_id == code_id))
    found = frozenset(case for each in excerpts for case in of_excerpt.get(each, ()))
    known = frozenset(session.scalars(select(DocumentCase.case_id)))
    return found, known - found
