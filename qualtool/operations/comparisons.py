"""A theme, or a question of the guide, held across all cases: how it stands, why, and how surely.

Source of the method: Miles, Huberman & Saldaña, Qualitative data analysis (2014), on cross-case
displays that are ordered by a judgement: each case is rated in its cell, the row as a whole.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Comparison, Question, Theme


def judge(
    session: Session,
    theme_id: int | None = None,
    *,
    question_id: int | None = None,
    rating: str | None = None,
    explanation: str | None = None,
    evidence: str | None = None,
) -> int | None:
    """Say of a theme, or of a question, how it stands across the cases; the comparison's id.

    The judgement in a word, its explanation, and how strong the evidence is; what is None stays.
    None comes back where nothing is said any more. Raises QualtoolError "compared_with_nothing"
    unless it is of just one of the two; "gone".
    """
    row = _of(session, theme_id, question_id)
    row.rating = row.rating if rating is None else rating.strip()
    row.explanation = row.explanation if explanation is None else explanation.strip()
    row.evidence = row.evidence if evidence is None else evidence.strip()
    session.flush()
    if row.rating or row.explanation or row.evidence:
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
        there = Comparison(
            theme_id=theme_id, question_id=question_id, rating="", explanation="", evidence=""
        )
        session.add(there)
    return there
