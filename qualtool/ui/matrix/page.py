"""The framework matrix as a page of the themes workspace: cases by themes, summed up by keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.comparing import judgement, ratings
from qualtool.analysis.matrix import Matrix, behind, matrix
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.matrix.acts import MatrixActs
from qualtool.ui.matrix.behind import WIDE, BehindPane
from qualtool.ui.matrix.narrowing import CaseNarrowing, ThemeNarrowing
from qualtool.ui.matrix.table import MatrixTable
from qualtool.ui.matrix.view import MatrixView
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.empty import EmptyPane

WATCHED: Final = (
    "summary", "summary_excerpt", "comparison", "theme", "frame", "case", "attribute",
    "attribute_value", "coding", "excerpt", "theme_code", "theme_excerpt", "rest_code", "code",
    "speaker", "document", "document_case", "document_text",
)  # fmt: skip


class MatrixPage(QWidget):
    """Rows are cases, columns themes; what stands behind the cell with the keys is beside them."""

    refused = Signal(object)
    said = Signal(str)
    theme_chosen = Signal(int)
    place_wished = Signal(int, int, int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._frame: int | None = None
        self._matrix = Matrix((), (), {}, ())
        self.acts = MatrixActs(project, self.refused.emit)
        self.table = MatrixTable(writable=not project.read_only)
        self.view = MatrixView(self.table)
        self.pane = BehindPane()
        self.cases, self.themes = CaseNarrowing(), ThemeNarrowing()
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        self._pages = QStackedWidget()
        across = QSplitter()
        across.setHandleWidth(1)
        across.addWidget(self.view)
        across.addWidget(self.pane)
        across.setStretchFactor(0, 1)
        across.setSizes([1000, WIDE])
        across.setChildrenCollapsible(False)
        self._pages.addWidget(across)
        self._pages.addWidget(
            EmptyPane(
                _("No matrix yet"),
                _("It has a row for each case and a column for each theme. Make both first."),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lay_out_bar())
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the matrix as it is now; the keys stay in their cell."""
        with self._project.read() as session:
            self._matrix = matrix(session, self._frame)
        self._show()

    def on_changes(self, changes: Changes) -> None:
        """Show anew what a step touched."""
        if changes.touches(*WATCHED):
            self.refresh()

    def show_frame(self, frame_id: int) -> None:
        """Show this set of themes."""
        if frame_id != self._frame:
            self.aside()
            self._frame = frame_id
            self.refresh()

    def show_theme(self, theme_id: int) -> None:
        """Go to the column of a theme that was chosen elsewhere."""
        here = self.view.place()
        if here is not None and here[1] != theme_id:
            index = self.table.index_of((here[0], theme_id))
            if index.isValid():
                self.view.setCurrentIndex(index)

    def aside(self) -> None:
        """Keep what is half written."""
        self.view.finish()
        self.pane.evidence.tell()
        self.pane.rating.tell()
        self.pane.across.tell()

    def memo_target(self) -> Target:
        """What a memo would be written on: the theme of the cell that has the keys."""
        here = self.view.place()
        return Target("theme", here[1]) if here is not None else Target()

    def write(self) -> None:
        """Write in the cell that has the keys."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.write_in(self.view.currentIndex())

    def rate(self) -> None:
        """Judge how the case stands on the theme of the cell that has the keys."""
        self.pane.rating.setFocus(Qt.FocusReason.OtherFocusReason)

    def judge(self) -> None:
        """Judge how all cases stand on the theme of the cell that has the keys."""
        self.pane.across.rating.setFocus(Qt.FocusReason.OtherFocusReason)

    def narrow_cases(self) -> None:
        """Choose which cases are shown."""
        self.cases.button.click()

    def narrow_themes(self) -> None:
        """Choose which themes are shown."""
        self.themes.button.click()

    def show_all(self) -> None:
        """Show every case and every theme."""
        self.cases.wanted.clear()
        self.themes.wanted.clear()
        self._show()

    # inside

    def _show(self) -> None:
        here = self.view.place()
        cases, themes = self.cases.shown(self._matrix), self.themes.shown(self._matrix)
        self.table.show(cases, themes, self._matrix.cells)
        if not self.view.currentIndex().isValid() or self.view.place() != here:
            self.view.go_to(here)
        self._pages.setCurrentIndex(0 if self._matrix.cases and self._matrix.themes else 1)
        places = [(case.id, theme.id) for case in cases for theme in themes]
        done = sum(bool((c := self.table.cell(each)).text or c.state) for each in places)
        words = ngettext("{done} of {count} cell", "{done} of {count} cells", len(places))
        self._count.setText(words.format(done=done, count=len(places)))
        self._show_behind()

    def _show_behind(self) -> None:
        place = self.view.place()
        self.pane.setVisible(place is not None)
        if place is None:
            return
        with self._project.read() as session:
            found = behind(session, *place)
            known, held = ratings(session), judgement(session, place[1])
        index = self.view.currentIndex()
        self.pane.show_cell(
            self.table.cases[index.row()].name,
            self.table.themes[index.column()].name,
            self.table.cell(place),
            found,
            writable=not self._project.read_only,
        )
        self.pane.rating.offer(known)
        theme = self.table.themes[index.column()]
        self.pane.across.show_theme(
            theme.id, theme.name, held, known, writable=not self._project.read_only
        )

    def _set_state(self, state: str) -> None:
        place = self.view.place()
        if place is not None:
            self.acts.set_state(place, self.table.cell(place), state)

    def _empty(self, _index: object) -> None:
        place = self.view.place()
        if place is not None:
            self.acts.empty(place, self.table.cell(place))

    def _set_evidence(self, words: str) -> None:
        place = self.view.place()
        if place is not None:
            self.acts.set_evidence(place, words)

    def _rate(self, words: str) -> None:
        place = self.view.place()
        if place is not None:
            self.acts.rate(place, words)

    def _link(self, excerpt_id: int, on: bool) -> None:
        place = self.view.place()
        if place is not None:
            self.acts.link(place, [excerpt_id], on)

    def _go_behind(self) -> None:
        if self.pane.excerpts.count():
            self.pane.excerpts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        view, pane = self.view, self.pane
        self.table.written.connect(self.acts.write)
        view.state_wished.connect(self._set_state)
        view.emptied.connect(self._empty)
        view.behind_wished.connect(self._go_behind)
        view.arrived.connect(self._show_behind)
        pane.state_wished.connect(self._set_state)
        pane.evidence_written.connect(self._set_evidence)
        pane.rating_written.connect(self._rate)
        pane.across.judged.connect(self.acts.judge)
        pane.excerpts.link_wished.connect(self._link)
        pane.excerpts.place_wished.connect(self.place_wished)
        pane.excerpts.left.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cases.button.changed.connect(self._show)
        self.themes.button.changed.connect(self._show)

    def _lay_out_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 16, 6)
        row.setSpacing(4)
        row.addWidget(self.cases.button)
        row.addWidget(self.themes.button)
        row.addStretch(1)
        row.addWidget(self._count)
        return bar
