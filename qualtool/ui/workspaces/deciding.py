"""Noting that a code or theme is defined anew, with the codings that wait for another look."""

from __future__ import annotations

from collections.abc import Callable

from qualtool.analysis import look_again
from qualtool.core.errors import QualtoolError
from qualtool.operations import decisions
from qualtool.store.project import Project
from qualtool.ui.panels.decision_strip import Decision


def note(project: Project, decided: Decision, refused: Callable[[QualtoolError], object]) -> None:
    """Note a decision, as one step; `refused` is told why it could not be noted."""
    codings: list[int] = []
    if decided.again:
        with project.read() as session:
            codings = look_again.codings_with(session, decided.target, decided.id)
    try:
        with project.edit("note_decision", reason=decided.reason) as session:
            decisions.note(
                session,
                decided.target,
                decided.id,
                decided.was,
                reason=decided.reason,
                coding_ids=codings,
                coder_id=project.coder_id,
            )
    except QualtoolError as error:
        refused(error)
