"""The first screen: a sample study to try, a new project, a project of one's own, what was last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool import i18n
from qualtool.i18n import gettext as _
from qualtool.ui import icons
from qualtool.ui.actions import worded_keys
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.welcome_buttons import RecentProject, WayIn

WIDTH, MOST_SHOWN = 880, 6


class Welcome(QScrollArea):
    """Shown while no project is open; what is chosen goes out as the key of an action."""

    wished = Signal(str)
    project_wished = Signal(str)
    forget_wished = Signal(str)
    menu_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        page.setProperty("role", "ground")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(page)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(32, 20, 32, 24)
        whole.addLayout(self._top())
        whole.addStretch(2)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = QLabel("Qualtool")
        name.setProperty("role", "display")
        lead = QLabel(_("Read closely, code, and build themes from what people told you."))
        lead.setProperty("role", "lead")
        lead.setWordWrap(True)
        column.addWidget(name)
        column.addSpacing(6)
        column.addWidget(lead)
        column.addSpacing(36)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(40)
        self._left = self._ways()
        self._columns.addLayout(self._left, 5)
        self._columns.addLayout(self._recent(), 4)
        column.addLayout(self._columns)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(3)
        promise = QLabel(_("Everything stays on this computer. Nothing is ever sent anywhere."))
        promise.setProperty("role", "small")
        whole.addWidget(promise, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Show the projects opened last."""
        while self._list.count():
            item = self._list.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for path in paths[:MOST_SHOWN]:
            button = RecentProject(path)
            button.clicked.connect(lambda _on=False, path=path: self.project_wished.emit(path))
            button.forget_wished.connect(self.forget_wished)
            self._list.addWidget(button)
        self._none_yet.setVisible(not paths)

    def show_hover(self, on: bool) -> None:
        """Show that what is held over the window can be let go here."""
        self._drop.setProperty("hovered", on)
        self._drop.style().polish(self._drop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = self.width() >= self._left.sizeHint().width() * 2
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        )

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.menu = QToolButton()
        self.menu.setIcon(icons.icon("menu"))
        self.menu.setIconSize(QSize(18, 18))
        self.menu.setAccessibleName(_("Menu"))
        self.menu.setToolTip(f"{_('Menu')}  F10")
        self.menu.clicked.connect(self.menu_wished)
        row.addWidget(self.menu)
        row.addStretch(1)
        for key, words in (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setChecked(i18n.language() == key)
            button.setProperty("role", "tab")
            button.clicked.connect(lambda _on=False, key=key: self.wished.emit(f"speak_{key}"))
            row.addWidget(button)
        return row

    def _ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        for key, icon, title, about, keys in (
            (
                "open_sample",
                "sample",
                _("Open the sample study"),
                _("Six invented interviews, coded. Try everything on it."),
                "",
            ),
            (
                "new_project",
                "new",
                _("New project"),
                _("Start with themes from a template, or with none."),
                worded_keys("Ctrl+N"),
            ),
            (
                "open_project",
                "open",
                _("Open a project"),
                _("A .qualtool file of yours or a colleague’s."),
                worded_keys("Ctrl+O"),
            ),
        ):
            way = WayIn(icon, title, about, keys)
            way.clicked.connect(lambda _on=False, key=key: self.wished.emit(key))
            column.addWidget(way)
        self._drop = QFrame()
        self._drop.setProperty("role", "drop")
        inside = QHBoxLayout(self._drop)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(18)
        picture = QLabel()
        picture.setPixmap(icons.icon("drop").pixmap(QSize(22, 22)))
        words = QLabel(_("Or drop transcripts or a project anywhere in this window."))
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        inside.addWidget(picture)
        inside.addWidget(words, 1)
        column.addWidget(self._drop)
        column.addStretch(1)
        return column

    def _recent(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        title = ElidedLabel(_("Opened last").upper(), role="section")
        title.setContentsMargins(12, 0, 0, 4)
        column.addWidget(title)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self._none_yet = QLabel(_("Your projects will stand here."))
        self._none_yet.setProperty("role", "quiet")
        self._none_yet.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self._none_yet)
        column.addStretch(1)
        return column
