"""The rail at the left: the workspaces in the order of the work, and the menu at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, icons, theme

WIDTH, HEIGHT, ICON, MARKER = 56, 60, 20, 3
LABEL = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One place on the rail: its key, its words, and the keys that go there."""

    key: str
    words: str
    icon: str
    keys: str = ""


class RailButton(QAbstractButton):
    """An icon above a small word; the one in view has a marker at its left."""

    def __init__(self, choice: Choice, *, checkable: bool = True) -> None:
        super().__init__()
        self.key = choice.key
        self._icon = choice.icon
        self.setText(choice.words)
        self.setCheckable(checkable)
        self.setAccessibleName(choice.words)
        self.setToolTip(f"{choice.words}  {choice.keys}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(fonts.interface(LABEL)).horizontalAdvance(self.text())
        lines = QFontMetricsF(fonts.interface(LABEL)).height()
        return QSize(max(WIDTH, round(words) + 8), max(HEIGHT, round(lines) + ICON + 26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        active = self.isChecked()
        box = QRectF(self.rect())
        ground = "rail_active" if active else "rail_hover" if self.underMouse() else "rail"
        painter.fillRect(box, look.colour(ground))
        if active:
            marker = QRectF(0, 0, MARKER, box.height())
            painter.fillRect(marker, look.colour("rail_marker"))
        colour = look.colour("rail_active_ink" if active else "rail_ink")
        top = (box.height() - ICON - 20) / 2
        icons.paint(painter, self._icon, QRectF((box.width() - ICON) / 2, top, ICON, ICON), colour)
        painter.setFont(fonts.interface(LABEL))
        painter.setPen(colour)
        painter.drawText(
            QRectF(0, top + ICON + 4, box.width(), 18),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
            self.text(),
        )
        if self.hasFocus():
            painter.setPen(look.colour("rail_marker"))
            painter.drawRect(box.adjusted(2.5, 2.5, -2.5, -2.5))


class Rail(QWidget):
    """Says which workspace was chosen, and that the menu was asked for."""

    chosen = Signal(str)
    menu_wished = Signal()

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Workspaces"))
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(0)
        for choice in choices:
            button = RailButton(choice)
            button.clicked.connect(lambda _on=False, key=choice.key: self.chosen.emit(key))
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self.menu = RailButton(Choice("menu", _("Menu"), "menu", "F10"), checkable=False)
        self.menu.clicked.connect(self.menu_wished)
        column.addWidget(self.menu)

    def show_chosen(self, key: str) -> None:
        """Mark the workspace that is in view."""
        for button in self._group.buttons():
            if isinstance(button, RailButton) and button.key == key:
                button.setChecked(True)
