"""The report on its way to a file: built and checked beside the window, asked about, written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from qualtool.core.report import Report
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.reports import catalogue, disclosure, saving, whole
from qualtool.reports.disclosed import Disclosed, still_open
from qualtool.store.beside import beside
from qualtool.store.disclosure_rows import Matter
from qualtool.store.project import Project, Session
from qualtool.ui import asking_where
from qualtool.ui.charts.bitmaps import with_bitmaps
from qualtool.ui.jobs import Job, Progress
from qualtool.ui.report.composing import Composed, Piece
from qualtool.ui.report.open_findings_sheet import OpenFindingsSheet, open_words


@dataclass(frozen=True, slots=True)
class Ready:
    """What is about to be written, and what of it may tell who somebody is."""

    report: Report
    found: tuple[Disclosed, ...]


class Exporting(QObject):
    """Asks where; asks once about what is open; says what was written."""

    job_wished = Signal(object)
    sheet_wished = Signal(object)
    said = Signal(str)
    findings_wished = Signal()
    checked = Signal(object)  # tuple of Disclosed, of the whole report

    def __init__(self, project: Project, shown: Callable[[], Composed], parent: QWidget) -> None:
        super().__init__(parent)
        self._project = project
        self._shown = shown
        self._window = parent
        self._accepted: set[Matter] = set()  # what the researcher has exported in spite of

    def export(self, ending: str, piece: Piece | None = None, path: Path | None = None) -> None:
        """Write the report, or one block, to a file of a kind; asks where, unless it is said."""
        composed = self._shown()
        title = piece.heading(composed.language) if piece is not None else composed.title
        goal = path or self._ask_where(title, ending)
        if goal is not None:
            self._make(piece, goal)

    def word(self) -> None:
        """Write the report to Word."""
        self.export("docx")

    def excel(self) -> None:
        """Write the report to Excel."""
        self.export("xlsx")

    def html(self) -> None:
        """Write the report as a web page."""
        self.export("html")

    def markdown(self) -> None:
        """Write the report as Markdown."""
        self.export("md")

    def csv(self) -> None:
        """Write the report as CSV."""
        self.export("csv")

    def ask(self, found: tuple[Disclosed, ...], goal: Path, write: Callable[[], None]) -> None:
        """Ask once about what is open before `goal` is written."""
        waiting = still_open(found)
        matters = {each.matter for each in waiting}
        if matters <= self._accepted:
            write()
            return
        sheet = OpenFindingsSheet(waiting, goal.name)

        def go() -> None:
            self._accepted |= matters
            write()

        sheet.export_wished.connect(go)
        sheet.show_wished.connect(self.findings_wished)
        self.sheet_wished.emit(sheet)

    # inside

    def _make(self, piece: Piece | None, goal: Path) -> None:
        """Build and check what is to be written, and write it when it may be."""
        project, composed = self._project, self._shown()

        def work(_progress: Progress) -> Ready:
            with beside(project) as session:
                report = built(session, composed, piece)
                return Ready(report, disclosure.check(session, report))

        def done(found: Ready) -> None:
            if not isValid(self):
                return
            if piece is None:
                self.checked.emit(found.found)
            waiting = still_open(found.found)
            self.ask(found.found, goal, lambda: self._save(found.report, goal, waiting))

        self.job_wished.emit(Job(_("Building the report"), work, done))

    def _save(self, report: Report, goal: Path, waiting: Sequence[Disclosed]) -> None:
        report = with_bitmaps(report)

        def work(_progress: Progress) -> tuple[Caution, ...]:
            return saving.save(report, goal)

        def done(cautions: tuple[Caution, ...]) -> None:
            if isValid(self):
                told = [_("Wrote “{file}”").format(file=goal.name)]
                if waiting:
                    told.append(open_words(waiting))
                told += [caution.message.rstrip(".") for caution in cautions[:2]]
                self.said.emit(". ".join(told))

        self.job_wished.emit(Job(_("Writing {file}").format(file=goal.name), work, done))

    def _ask_where(self, title: str, ending: str) -> Path | None:
        name = "".join(" " if sign in '\\/:*?"<>|' else sign for sign in title).strip() or "report"
        offered = self._project.path.with_name(f"{name}.{ending}")
        return asking_where.ask(
            self._window, _("Export"), offered, {ending: ""}, also=asking_where.ENDINGS
        )


def built(session: Session, composed: Composed, piece: Piece | None) -> Report:
    """The report, or one block of it, as it is written to a file."""
    if piece is None:
        if composed.report_id is None:
            return whole.usual(session, language=composed.language)
        return whole.whole(session, composed.report_id)
    if composed.report_id is None:
        return catalogue.build(session, piece.name, piece.options)
    return whole.block_report(session, piece.key)
