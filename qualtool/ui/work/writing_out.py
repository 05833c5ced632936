"""A table about the work written to a file, with the question where to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.i18n import gettext as _
from qualtool.reports import saving
from qualtool.store.project import Project, Session
from qualtool.ui import asking_where


def write_out(
    parent: QWidget,
    project: Project,
    title: str,
    build: Callable[[Session], Report],
    path: Path | None = None,
) -> str:
    """Write a report to a file; asks where, unless it is said.

    Returns what to say of it, nothing where it was not written. Raises QualtoolError where it
    could not be.
    """
    goal = path or _ask_where(parent, project, title)
    if goal is None:
        return ""
    with project.read() as session:
        report = build(session)
    cautions = saving.save(report, goal)
    said = _("Wrote “{file}”").format(file=goal.name)
    return ". ".join([said, *(caution.message.rstrip(".") for caution in cautions)])


def told(
    act: Callable[[], str], say: Callable[[str], None], refuse: Callable[[object], None]
) -> None:
    """Do it, and say what came of it."""
    try:
        words = act()
    except QualtoolError as error:
        refuse(error)
        return
    if words:
        say(words)


def _ask_where(parent: QWidget, project: Project, title: str) -> Path | None:
    offered = project.path.with_name(f"{title}.docx")
    return asking_where.ask(parent, title, offered, asking_where.ENDINGS)
