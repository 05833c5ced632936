"""What is done with memos from the list: each wish becomes one step, or one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.ui import asking_where
from qualtool.ui.memo_target import Target

if TYPE_CHECKING:
    from qualtool.analysis.memo_filter import MemoFilter
    from qualtool.store.project import Project

Refuse = Callable[[QualtoolError], None]


def remove(project: Project, memo_ids: Sequence[int], refuse: Refuse) -> None:
    """Take memos away."""
    from qualtool.operations import memos

    try:
        with project.edit("remove_memos") as session:
            memos.remove(session, memo_ids)
    except QualtoolError as error:
        refuse(error)


def tie(project: Project, memo_ids: Sequence[int], target: Target, refuse: Refuse) -> None:
    """Tie memos to something else; a passage becomes an excerpt where it is none yet."""
    from qualtool.operations import excerpts, memos

    try:
        with project.edit("tie_memos") as session:
            kind, target_id = target.kind, target.id
            if target.span is not None and target_id is None:
                excerpts.check_span(session, *target.span)
                kind, target_id = "excerpt", excerpts.at(session, *target.span)
            memos.tie(session, memo_ids, kind or None, target_id)
    except QualtoolError as error:
        refuse(error)


def export(
    parent: QWidget,
    project: Project,
    wanted: MemoFilter,
    refuse: Refuse,
    path: Path | None = None,
) -> str:
    """Write the memos that fit to a file, with their context; asks where, unless it is said.

    Returns what to say of it; nothing where it was not written.
    """
    from qualtool.reports import catalogue, saving
    from qualtool.reports.options import Options

    goal = path or _ask_where(parent, project)
    if goal is None:
        return ""
    try:
        with project.read() as session:
            report = catalogue.build(session, "memos", replace(Options(), memos=wanted))
        cautions = saving.save(report, goal)
    except QualtoolError as error:
        refuse(error)
        return ""
    said = _("Wrote “{file}”").format(file=goal.name)
    return ". ".join([said, *(caution.message.rstrip(".") for caution in cautions)])


def _ask_where(parent: QWidget, project: Project) -> Path | None:
    offered = project.path.with_name(f"{_('Memos')}.docx")
    return asking_where.ask(parent, _("Export memos"), offered, asking_where.ENDINGS)
