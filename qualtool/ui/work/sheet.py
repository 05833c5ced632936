"""How the work was done, on one sheet: pages with tabs, each made when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.journal import Changes
from qualtool.store.project import Project

_HERE: Final = "qualtool.ui.work"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the words of its tab."""

    key: str
    words: str
    module: str
    name: str

    def build(self, project: Project) -> QWidget:
        """Import and make the page."""
        return cast("QWidget", getattr(import_module(self.module), self.name)(project))


PAGES: Final = (
    Page("trail", mark("Trail"), f"{_HERE}.trail_page", "TrailPage"),
    Page("snapshots", mark("Snapshots"), f"{_HERE}.snapshots_page", "SnapshotsPage"),
    Page("phases", mark("Phases"), f"{_HERE}.phases_page", "PhasesPage"),
    Page("coverage", mark("Coverage"), f"{_HERE}.coverage_page", "CoveragePage"),
    Page("review", mark("Self-review"), f"{_HERE}.review_page", "ReviewPage"),
)


class WorkSheet(QWidget):
    """Ctrl+Page Down and Ctrl+Page Up turn the pages, Escape closes."""

    page_of_work = True
    closed = Signal()
    page_made = Signal(object)  # QWidget
    left = Signal(str)  # the sheet is going; the page that was in view

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._made: dict[str, QWidget] = {}
        self.setAccessibleName(_("How the work was done"))
        self.pages = QStackedWidget()
        self.tabs: dict[str, QPushButton] = {}
        self._lay_out()

    def shown(self) -> str:
        """The key of the page in view."""
        now = self.pages.currentWidget()
        return next((key for key, page in self._made.items() if page is now), "")

    def show_page(self, key: str) -> QWidget:
        """Show a page, made if this is the first time."""
        self.aside()
        if key not in self._made:
            entry = next(each for each in PAGES if each.key == key)
            made = self._made[key] = entry.build(self._project)
            self.pages.addWidget(made)
            self.page_made.emit(made)
        elif key != self.shown():
            cast("Any", self._made[key]).refresh()
        page = self._made[key]
        self.pages.setCurrentWidget(page)
        self.tabs[key].setChecked(True)
        self.setFocusProxy(page.focusProxy() or self.tabs[key])
        return page

    def on_changes(self, changes: Changes) -> None:
        """Let the page in view look again; the others do when they are shown."""
        page = self.pages.currentWidget()
        if page is not None:
            cast("Any", page).on_changes(changes)

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.aside()
            self.left.emit(self.shown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_PageDown if control:
                self._turn(1)
            case Qt.Key.Key_PageUp if control:
                self._turn(-1)
            case _:
                super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        keys = list(self.tabs)
        self.show_page(keys[(keys.index(self.shown()) + step) % len(keys)])
        self.setFocus()

    def aside(self) -> None:
        """Let the page in view keep what is half written."""
        aside = getattr(self.pages.currentWidget(), "aside", None)
        if aside is not None:
            aside()

    def _lay_out(self) -> None:
        title = QLabel(_("How the work was done"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 16, 12)
        head.setSpacing(4)
        head.addWidget(title)
        head.addSpacing(16)
        group = QButtonGroup(self)
        for page in PAGES:
            tab = QPushButton(_(page.words))
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _on, key=page.key: self.show_page(key))
            group.addButton(tab)
            head.addWidget(tab)
            self.tabs[page.key] = tab
        head.addStretch(1)
        close = QPushButton(_("Close"))
        close.setProperty("role", "plain")
        close.clicked.connect(self.closed)
        head.addWidget(close)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self.pages, 1)
