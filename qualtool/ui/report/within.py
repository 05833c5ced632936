"""What is in each block that can be added, counted beside the window while its list is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Figure, Margined, Report, Table, Text
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports import catalogue
from qualtool.reports.options import Options
from qualtool.store.beside import beside
from qualtool.store.project import Project
from qualtool.ui.jobs import Job, Progress
from qualtool.ui.report.add_sheet import AddSheet
from qualtool.ui.report.composing import Composed


def words_for(report: Report | None) -> str:
    """What a block holds, in a few words."""
    if report is None:
        return _("nothing yet")
    rows = sum(
        len(group.rows)
        for block in report.blocks
        if isinstance(block, Table)
        for group in block.groups
    )
    if rows:
        return ngettext("{count} row", "{count} rows", rows).format(count=rows)
    if any(isinstance(block, Figure) for block in report.blocks):
        return _("a picture")
    if any(isinstance(block, Text | Margined) for block in report.blocks):
        return _("a text")
    return _("nothing yet")


def ask_block(
    project: Project,
    composed: Composed,
    add: Callable[[str], None],
    show: Callable[[QWidget], None],
    start: Callable[[Job], None],
) -> None:
    """Ask which block is to be put in; its name goes to `add`."""
    sheet = AddSheet(composed.title, {piece.name for piece in composed.pieces})

    def take(name: str) -> None:
        sheet.closed.emit()
        add(name)

    sheet.chosen.connect(take)
    show(sheet)
    QTimer.singleShot(0, sheet, lambda: tell(project, sheet, composed.language, start))


def tell(project: Project, sheet: AddSheet, language: str, start: Callable[[Job], None]) -> None:
    """Count what is in each block of the list, one after the other, until the sheet goes."""
    names = sheet.names()

    def go_on() -> None:
        if names and isValid(sheet) and sheet.isVisible():
            start(_job(names.pop(0)))

    def _job(name: str) -> Job:
        def work(_progress: Progress) -> str:
            try:
                with beside(project) as session:
                    return words_for(catalogue.bare(session, name, Options(language=language)))
            except QualtoolError:
                return words_for(None)

        def done(words: str) -> None:
            if isValid(sheet):
                sheet.show_within(name, words)
            go_on()

        return Job(_("Looking at what can be added"), work, done)

    go_on()
