"""The report workspace: the tables of the appendix, each as it will print, and its export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import board
from qualtool.analysis.study import study
from qualtool.core import report as model
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports import catalogue, saving
from qualtool.reports.options import Options
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.panels.report_options import ReportOptions
from qualtool.ui.panels.report_preview import ReportPreview
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.workspaces.frame_choice import name_of

LEFT, RIGHT = 264, 322
OTHERS = (("Excel", "xlsx"), ("HTML", "html"), ("Markdown", "md"), ("CSV", "csv"))


class ReportWorkspace(QWidget):
    """Choose a table, see it, write it."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)
    place_changed = Signal(str)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        with project.read() as session:
            language = study(session).language
        self._options = {
            block.name: Options(language=language, number=number)
            for number, block in enumerate(catalogue.BLOCKS, 1)
        }
        self._report: model.Report | None = None
        self._stale = True
        self.list = QListWidget()
        self.preview = ReportPreview()
        self.options = ReportOptions()
        self._title = QLabel()
        self._about = QLabel()
        self._cautions = QVBoxLayout()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._build)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._choose())
        self.options.options_chosen.connect(self._take_options)
        self.list.setCurrentRow(0)

    def refresh(self) -> None:
        """Build the table anew from the project."""
        self._stale = True
        if self.isVisible():
            self._later.start()

    def on_changes(self, changes: Changes) -> None:
        """Nothing in a table is safe from a step; it is built anew when it is looked at."""
        if changes.touches("frame"):
            self._choose()
        self.refresh()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._later.start()

    def export(self, ending: str, path: Path | None = None) -> None:
        """Write the table to a file of this kind; asks where, unless it is said."""
        if self._stale or self._report is None:
            self._build()
        goal = path or self._ask_where(ending)
        if goal is None or self._report is None:
            return
        try:
            saving.save(self._report, goal)
        except QualtoolError as error:
            self.refused.emit(error)
        else:
            self.said.emit(_("Wrote “{file}”").format(file=goal.name))

    def _lay_out(self) -> None:
        left = QFrame()
        left.setProperty("role", "pane")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = SectionHead(_("Appendix"))
        head.set_count(len(catalogue.BLOCKS))
        column.addWidget(head)
        for number, block in enumerate(catalogue.BLOCKS, 1):
            self.list.addItem(f"{number}    {_(block.title)}")
        self.list.setProperty("role", "plain-list")
        self.list.setAccessibleName(_("Tables of the appendix"))
        column.addWidget(self.list, 1)
        across = QSplitter()
        across.setHandleWidth(1)
        across.addWidget(left)
        across.addWidget(self.preview)
        across.addWidget(self._right())
        across.setStretchFactor(1, 1)
        across.setSizes([LEFT, 800, RIGHT])
        across.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def _right(self) -> QWidget:
        pane = QFrame()
        pane.setProperty("role", "surface")
        pane.setMinimumWidth(260)
        column = QVBoxLayout(pane)
        column.setContentsMargins(20, 18, 20, 20)
        column.setSpacing(8)
        self._title.setProperty("role", "strong")
        self._about.setProperty("role", "quiet-text")
        self._about.setWordWrap(True)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(8)
        column.addWidget(self.options)
        column.addSpacing(16)
        column.addLayout(self._cautions)
        word = QPushButton(_("Export to Word"))
        word.setProperty("role", "primary")
        word.clicked.connect(self._exporter("docx"))
        column.addWidget(word)
        others = QHBoxLayout()
        others.addStretch(1)
        for name, ending in OTHERS:
            button = QToolButton()
            button.setText(name)
            button.setProperty("role", "link")
            button.setAccessibleName(_("Export to {format}").format(format=name))
            button.clicked.connect(self._exporter(ending))
            others.addWidget(button)
        others.addStretch(1)
        column.addLayout(others)
        column.addStretch(1)
        return pane

    def _exporter(self, ending: str) -> Callable[[], None]:
        return lambda: self.export(ending)

    @property
    def _block(self) -> catalogue.Block:
        return catalogue.BLOCKS[max(0, self.list.currentRow())]

    def _choose(self) -> None:
        block = self._block
        self._title.setText(_(block.title))
        self._about.setText(_(block.about))
        with self._project.read() as session:
            rows = board.frames(session)
        self.options.frames = [(name_of(row), None if row is rows[0] else row.id) for row in rows]
        self.options.show_for(block.name, self._options[block.name])
        self.refresh()

    def _take_options(self, options: Options) -> None:
        if options.language != self._options[self._block.name].language:
            # An appendix is written in one language.
            for name, kept in self._options.items():
                self._options[name] = replace(kept, language=options.language)
        self._options[self._block.name] = options
        self.refresh()

    def _build(self) -> None:
        block = self._block
        try:
            with self._project.read() as session:
                self._report = catalogue.build(session, block.name, self._options[block.name])
        except QualtoolError as error:
            self.refused.emit(error)
            return
        self._stale = False
        self.preview.show_report(self._report)
        self._show_cautions(self._report)
        pages = ngettext("{count} page", "{count} pages", self.preview.pages)
        words = pages.format(count=self.preview.pages)
        if self.preview.left_out:
            words = _("The first {pages} pages; the export has {rows} rows more").format(
                pages=self.preview.pages, rows=self.preview.left_out
            )
        self.place_changed.emit(words)

    def _show_cautions(self, report: model.Report) -> None:
        while (item := self._cautions.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for caution in model.cautions(report):
            label = QLabel(caution.message)
            label.setProperty("role", "caution")
            label.setWordWrap(True)
            self._cautions.addWidget(label)
        if self._cautions.count():
            self._cautions.addSpacing(8)

    def _ask_where(self, ending: str) -> Path | None:
        offered = self._project.path.with_name(f"{_(self._block.title)}.{ending}")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Export"), str(offered), f"*.{ending}")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(f".{ending}")
