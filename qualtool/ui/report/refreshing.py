"""The researcher's own document: its blocks renewed where they stand, and told which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from qualtool.core.report import Report
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.reports import disclosure, refreshing
from qualtool.reports.disclosed import Disclosed
from qualtool.reports.refreshing import Placed, RefreshOutcome
from qualtool.store.beside import beside
from qualtool.store.project import Project
from qualtool.ui import remembering
from qualtool.ui.charts.bitmaps import with_bitmaps
from qualtool.ui.jobs import Job, Progress
from qualtool.ui.report.composing import Composed
from qualtool.ui.report.exporting import Exporting
from qualtool.ui.report.refreshed_sheet import RefreshedSheet

Made = tuple[list[Placed], tuple[Caution, ...], tuple[Disclosed, ...]]


class Refreshing(QObject):
    """Asks for the document the first time, and remembers where it lies on this computer."""

    job_wished = Signal(object)
    sheet_wished = Signal(object)
    said = Signal(str)
    named = Signal(str)

    def __init__(
        self,
        project: Project,
        exporting: Exporting,
        shown: Callable[[], Composed],
        guid: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._project, self._exporting, self._shown = project, exporting, shown
        self._guid, self._window = guid, parent

    def name(self) -> str:
        """The file name of the document; empty where none has been chosen."""
        kept = remembering.own_document_in(self._guid)
        return Path(kept).name if kept else ""

    def refresh(self) -> None:
        """Renew the blocks in the document; ask which where that is not known."""
        kept = remembering.own_document_in(self._guid)
        if kept and Path(kept).is_file():
            self.refresh_in(Path(kept))
        else:
            self.ask()

    def ask(self) -> None:
        """Ask for the document."""
        kept = remembering.own_document_in(self._guid)
        folder = kept or str(self._project.path.parent)
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, _("Your own document"), folder, "Word (*.docx)"
        )
        if chosen:
            self.refresh_in(Path(chosen))

    def refresh_in(self, path: Path) -> None:
        """Renew the blocks in this document, once what is open in them has been asked about."""
        project, composed = self._project, self._shown()

        def work(_progress: Progress) -> Made:
            with beside(project) as session:
                parts, cautions = refreshing.placed(
                    session, composed.report_id, language=composed.language
                )
                blocks = tuple(block for part in parts for block in part.report.blocks)
                whole = Report(composed.title, composed.language, blocks)
                return parts, cautions, disclosure.check(session, whole)

        def done(made: Made) -> None:
            if isValid(self):
                parts, cautions, found = made
                self._exporting.ask(found, path, lambda: self._write(path, parts, cautions))

        self.job_wished.emit(Job(_("Building the report"), work, done))

    def _write(self, path: Path, parts: list[Placed], cautions: tuple[Caution, ...]) -> None:
        drawn = [replace(each, report=with_bitmaps(each.report)) for each in parts]

        def work(_progress: Progress) -> RefreshOutcome:
            return refreshing.into(path, drawn, cautions=cautions)

        def done(outcome: RefreshOutcome) -> None:
            if isValid(self):
                remembering.keep_own_document(self._guid, str(path))
                self.named.emit(path.name)
                self.said.emit(_("Updated “{file}”").format(file=path.name))
                self.sheet_wished.emit(RefreshedSheet(outcome))

        words = _("Updating {file}").format(file=path.name)
        self.job_wished.emit(Job(words, work, done))
