"""Second thoughts on a code that was removed with its codings: take it out of use instead."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualtool.i18n import gettext as _
from qualtool.ui.notices import Way

if TYPE_CHECKING:
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project


def retiring(project: Project, changes: Changes) -> Way | None:
    """The way to bring removed codes and their codings back, retired; None where none went."""
    step = project.next_undo() if changes.action == "remove_codes" else None
    if step is None or not json.loads(step.about).get("codings"):
        return None
    from qualtool.analysis import codebook
    from qualtool.operations import codes

    touched = changes.ids("code")
    with project.read() as session:
        gone = touched - {row.id for row in codebook.codes(session, wait=False)}

    def retire() -> None:
        last = project.next_undo()
        if last is not None and last.id == step.id:
            project.undo()
            with project.edit("retire_codes") as session:
                codes.retire(session, sorted(gone), True)

    return Way(_("Retire instead"), retire)
