"""A theme, or a question of the guide, held across all cases: how it stands, why, and how surely.

Source of the method: Miles, Huberman & Saldaña, Qualitative data analysis (2014), on cross-case
displays that are ordered by a judgement: each case is rated in its cell, the row as a whole.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Comparison, Question, Theme

FIELDS: Final = ("rating", "explanation", "evidence")


def judge(
    session: Session, theme_id: int | None = None, *, question_id: int | None = None, **said: str
) -> int | None:
    """Say of a theme, or of a question, how it stands across the cases; the comparison's id.

    `said` is any of `FIELDS`: the judgement in a word, its explanation, and how strong the
    evidence is; what is not given stays. None where nothing is said any more. Raises
    QualtoolError "compared_with_nothing" unless it is of just one of the two; "gone".
    """
    if unknown := set(said) - set(FIELDS):
        raise TypeError(f"no field of a comparison: {', '.join(sorted(unknown))}")
    row = _of(session, theme_id, question_id)
    for field, words in said.items():
        setattr(row, field, words.strip())
    session.flush()
    if any(getattr(row, field) for field in FIELDS):
        return row.id
    session.delete(row)
    session.flush()
    return None


def _of(session: Session, theme_id: int | None, question_id: int | None) -> Comparison:
    found = select(Comparison).order_by(Comparison.id).limit(1)
    if theme_id is not None and question_id is None:
        tell(session, theme=one(session, Theme, theme_id).name)
        found = found.where(Comparison.theme_id == theme_id)
    elif question_id is not None and theme_id is None:
        tell(session, question=excerpted(one(session, Question, question_id).text))
        found = found.where(Comparison.question_id == question_id)
    else:
        raise QualtoolError(
            "compared_with_nothing", _("Choose a theme or a question to compare the cases by.")
        )
    there = session.scalars(found).first()
    if there is None:
        there = Comparison(theme_id=theme_id, question_id=question_id)
        session.add(there)
    return there
