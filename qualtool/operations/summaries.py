"""The cells of a framework matrix: what a case says on a theme, in the researcher's own words.

Source of the method: Ritchie & Spencer, Qualitative data analysis for applied policy research
(1994): cases are rows, themes are columns, and each cell sums up what was said and where.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import excerpts
from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Case, Excerpt, Summary, SummaryExcerpt, Theme

STATES: Final = ("", "not_asked", "declined", "nothing_said")


def write(session: Session, case_id: int, theme_id: int, text: str) -> int | None:
    """Sum up what a case says on a theme; the summary's id, None for a cell left empty.

    A cell with words has no state: what was not asked for cannot have been said.
    """
    cell = _cell(session, case_id, theme_id)
    cell.text = text.strip()
    if cell.text:
        cell.state = ""
    return _kept(session, cell)


def set_state(session: Session, case_id: int, theme_id: int, state: str) -> int | None:
    """Say why a cell has no words: "not_asked", "declined", "nothing_said", or "" for neither.

    Raises QualtoolError "cell_has_words" where the cell has, and "state_unknown".
    """
    if state not in STATES:
        raise QualtoolError(
            "state_unknown", _("“{state}” is no state of a cell.").format(state=state)
        )
    cell = _cell(session, case_id, theme_id)
    if state and cell.text:
        raise QualtoolError(
            "cell_has_words",
            _("The cell has a summary. Take its words away first, then say why it is empty."),
        )
    cell.state = state
    return _kept(session, cell)


def set_evidence(session: Session, case_id: int, theme_id: int, evidence: str) -> int | None:
    """Note how strong the evidence behind a summary is, in a word or two of one's own."""
    cell = _cell(session, case_id, theme_id)
    cell.evidence = evidence.strip()
    return _kept(session, cell)


def rate(session: Session, case_id: int, theme_id: int, rating: str) -> int | None:
    """Judge how a case stands on a theme, in a word of one's own scale such as "high"."""
    cell = _cell(session, case_id, theme_id)
    cell.rating = rating.strip()
    return _kept(session, cell)


def link(session: Session, case_id: int, theme_id: int, excerpt_ids: Iterable[int]) -> int | None:
    """Tie excerpts to a cell as what stands behind its words."""
    rows = many(session, Excerpt, excerpt_ids)
    cell = _cell(session, case_id, theme_id)
    session.flush()
    there = {each.excerpt_id for each in _ties(session, cell.id)}
    made = [row.id for row in rows if row.id not in there]
    session.add_all(SummaryExcerpt(summary_id=cell.id, excerpt_id=each) for each in made)
    tell(session, count=len(made))
    return _kept(session, cell)


def unlink(session: Session, case_id: int, theme_id: int, excerpt_ids: Iterable[int]) -> int | None:
    """Let excerpts stand behind a cell no longer; one that then holds nothing goes."""
    wanted = set(excerpt_ids)
    cell = _cell(session, case_id, theme_id)
    session.flush()
    gone = [each for each in _ties(session, cell.id) if each.excerpt_id in wanted]
    tell(session, count=len(gone))
    for tie in gone:
        session.delete(tie)
    session.flush()
    kept = _kept(session, cell)
    excerpts.sweep(session, [tie.excerpt_id for tie in gone])
    return kept


def _cell(session: Session, case_id: int, theme_id: int) -> Summary:
    case, theme = one(session, Case, case_id), one(session, Theme, theme_id)
    tell(session, case=case.name, theme=theme.name)
    there = session.scalars(
        select(Summary)
        .where(Summary.case_id == case_id, Summary.theme_id == theme_id)
        .order_by(Summary.id)
        .limit(1)
    ).first()
    if there is None:
        there = Summary(case_id=case_id, theme_id=theme_id)
        session.add(there)
    return there


def _kept(session: Session, cell: Summary) -> int | None:
    """The cell's id; a cell that says nothing at all is taken away."""
    session.flush()
    if cell.text or cell.state or cell.evidence or cell.rating or _ties(session, cell.id):
        return cell.id
    session.delete(cell)
    session.flush()
    return None


def _ties(session: Session, summary_id: int) -> list[SummaryExcerpt]:
    rows = select(SummaryExcerpt).where(SummaryExcerpt.summary_id == summary_id)
    return list(session.scalars(rows.order_by(SummaryExcerpt.id)))
