"""The trail: every step in words, narrowed to what one looks for; the chosen one opened beside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import trail_pages
from qualtool.analysis.step_detail import detail
from qualtool.analysis.trail_pages import StepFilter, StepPage
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import step_reasons
from qualtool.reports import codebook_history
from qualtool.reports.options import Options
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import StepRow
from qualtool.ui.models.trail import Role, TrailModel
from qualtool.ui.work.step_pane import StepPane
from qualtool.ui.work.trail_filters import TrailFilters
from qualtool.ui.work.trail_rows import StepDelegate
from qualtool.ui.work.writing_out import told, write_out

ENOUGH = 60  # steps to fill a window with


class TrailView(QListView):
    """The list itself: Enter goes to the first thing that the step touched, → to why."""

    opened = Signal()
    reason_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(StepDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Steps"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.reason_wished.emit()
        else:
            super().keyPressEvent(event)


class TrailPage(QWidget):
    """`door_pressed` wishes to go to something that a step touched."""

    door_pressed = Signal(object)  # Touched
    refused = Signal(object)  # QualtoolError
    said = Signal(str)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.filters = TrailFilters()
        self.model = TrailModel()
        self.view = TrailView()
        self.view.setModel(self.model)
        self.pane = StepPane()
        self.export = QPushButton(_("Export what is shown …"))
        self.export.clicked.connect(lambda: self.write())
        self._nothing = QLabel()
        self._nothing.setProperty("role", "hint")
        self.count = QLabel()
        self.count.setProperty("role", "hint")
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self._lay_out()
        self.filters.changed.connect(self._show)
        self.view.selectionModel().currentChanged.connect(lambda _now, _was: self._show_chosen())
        self.view.opened.connect(self._open_first)
        self.view.reason_wished.connect(self._go_to_reason)
        self.pane.door_pressed.connect(self.door_pressed)
        self.pane.reason_written.connect(self._give_reason)
        self.setFocusProxy(self.filters.words)
        self.refresh()

    def refresh(self) -> None:
        """Look again at all steps; the chosen one stays chosen."""
        with self._project.read() as session:
            self.filters.offer_coders(trail_pages.coders(session))
            total = trail_pages.count(session)
        words = ngettext("{count} step in all", "{count} steps in all", total)
        self.count.setText(words.format(count=total))
        self._show()

    def on_changes(self, changes: Changes) -> None:
        """Every step is one more here."""
        self.refresh()

    def choose(self, step_id: int) -> None:
        """Make a step the chosen one, if it is shown."""
        place = self.model.place_of(step_id)
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))

    def chosen(self) -> StepRow | None:
        """The chosen step."""
        found = self.view.currentIndex().data(Role.STEP)
        return found if isinstance(found, StepRow) else None

    def wanted(self) -> StepFilter:
        """Which steps are shown."""
        return self.filters.wanted()

    def write(self, path: Path | None = None) -> None:
        """Write the steps that are shown to a file; asks where, unless it is said."""
        wanted = self.wanted()
        told(
            lambda: write_out(
                self,
                self._project,
                _("Trail"),
                lambda session: codebook_history.trail(session, Options(), wanted),
                path,
            ),
            self.said.emit,
            self.refused.emit,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = self.filters.words
        if event.key() == Qt.Key.Key_Escape and typed.hasFocus() and typed.text():
            typed.clear()
        elif event.key() == Qt.Key.Key_Down and typed.hasFocus() and self.model.rowCount():
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        chosen, wanted = self.pane.step_id, self.wanted()

        def ask(below: int | None) -> StepPage:
            with self._project.read() as session:
                return trail_pages.page(session, wanted, below)

        self.model.show(ask)
        if chosen is not None and self.model.place_of(chosen) >= 0:
            self.choose(chosen)
        else:
            self.pane.show_nothing()
        self._filling.start()
        self._fill()

    def _fill(self) -> None:
        """Look on while what is shown does not fill the window, without stopping it."""
        if self.model.rowCount() < ENOUGH and not self.model.ended:
            self.model.fetchMore()
        else:
            self._filling.stop()
        empty = self.model.rowCount() == 0
        self._nothing.setText(_("No step fits.") if self.model.ended else _("Looking …"))
        self._nothing.setVisible(empty)
        self.view.setVisible(not empty)

    def _show_chosen(self) -> None:
        step = self.chosen()
        if step is None or step.id == self.pane.step_id:
            return
        with self._project.read() as session:
            found = detail(session, step.id)
        self.pane.show_step(step, found, fixed=self._project.read_only)

    def _open_first(self) -> None:
        door = next((each for each in self.pane.doors if each.isEnabled()), None)
        if door is not None:
            door.click()

    def _go_to_reason(self) -> None:
        if self.pane.reason is not None:
            self.pane.reason.setFocus()

    def _give_reason(self, step_id: int, words: str) -> None:
        try:
            with self._project.clear_out() as session:
                step_reasons.give(session, step_id, words)
        except QualtoolError as error:
            self.refused.emit(error)
            return
        with self._project.read() as session:
            found = trail_pages.page(session, StepFilter(), step_id + 1, most=1)
        for step in found.steps:
            self.model.change(step)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, 16, 8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.export)
        column.addLayout(foot)
        right = QFrame()
        right.setProperty("role", "surface")
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.pane)
        across = QSplitter()
        across.setHandleWidth(1)
        across.setChildrenCollapsible(False)
        across.addWidget(left)
        across.addWidget(right)
        across.setStretchFactor(0, 1)
        across.setSizes([900, 380])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(across)
