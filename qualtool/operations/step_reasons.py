"""Saying afterwards why a step was done. The history is not watched: this is no step itself."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.schema import Step


def give(session: Session, step_id: int, reason: str) -> None:
    """Write why a step was done, in the researcher's words; call it inside `clear_out`.

    Raises QualtoolError "gone".
    """
    step = session.get(Step, step_id)
    if step is None:
        raise QualtoolError("gone", _("The step is not in the history."))
    step.reason = " ".join(reason.split())
    session.flush()
