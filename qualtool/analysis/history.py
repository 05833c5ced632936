"""What was done, by whom, when and why, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import history_words
from qualtool.i18n import gettext as _
from qualtool.store.rows import StepRow
from qualtool.store.schema import Coder, Step


def steps(
    session: Session, *, newest_first: bool = True, limit: int | None = None
) -> list[StepRow]:
    """The steps of the project, the undone ones marked; at most `limit` of the newest.

    A step that took another back, or brought it again, has that one's words in `about`, and its
    key as "action".
    """
    rows = session.execute(
        select(Step, Coder.name).outerjoin(Coder, Coder.id == Step.coder_id).order_by(Step.id)
    ).all()
    by_id = {step.id: step for step, _coder in rows}
    undone: set[int] = set()
    for step in by_id.values():
        if step.action == "undo" and step.undoes_id is not None:
            undone.add(step.undoes_id)
        elif step.action == "redo" and step.undoes_id in by_id:
            undone.discard(by_id[step.undoes_id].undoes_id or 0)
    found = [step_row(step, coder or "", step.id in undone, by_id) for step, coder in rows]
    if limit is not None:
        found = found[max(0, len(found) - limit) :]
    return found[::-1] if newest_first else found


def step_row(step: Step, coder: str, undone: bool, by_id: Mapping[int, Step]) -> StepRow:
    """A step as it is shown; `by_id` holds the steps that it may have taken back."""
    about = json.loads(step.about)
    meant = by_id.get(step.undoes_id or 0)
    if meant is not None and meant.action == "undo":
        meant = by_id.get(meant.undoes_id or 0)
    if meant is not None:
        about = {**json.loads(meant.about), "action": meant.action}
    return StepRow(
        id=step.id,
        action=step.action,
        coder=coder,
        created_ms=step.created_ms,
        reason=step.reason,
        about=about,
        undone=undone,
    )


def worded(step: StepRow, *, with_reason: bool = False) -> str:
    """What a step did, as a sentence without a full stop, in the program's language."""
    words = history_words.sentence(step.action, step.about)
    if with_reason and step.reason:
        return _("{action}, because {reason}").format(action=words, reason=step.reason)
    return words


def step_in_words(step: Step) -> str:
    """What one step did, where undo and redo are offered: a sentence without a full stop."""
    return history_words.sentence(step.action, json.loads(step.about))
