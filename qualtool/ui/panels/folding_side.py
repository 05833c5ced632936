"""A pane beside the text that can be folded into a narrow edge, which lets it out again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from qualtool.ui import fonts, icons, theme

EDGE: Final = 28
_ICON: Final = 14
_WIDEST: Final = 16_777_215  # what Qt calls no limit


class Edge(QAbstractButton):
    """What is left of a folded pane: an arrow, and its name read along the edge."""

    def __init__(self, words: str, keys: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {keys}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(fonts.interface(12)).horizontalAdvance(self.text())
        return QSize(EDGE, round(words) + 64)

    def minimumSizeHint(self) -> QSize:
        return QSize(EDGE, EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        painter.fillRect(self.rect(), look.colour("hover" if self.underMouse() else "quiet"))
        colour = look.colour("ink" if self.underMouse() else "muted")
        left = (self.width() - _ICON) / 2
        icons.paint(painter, self._icon, QRectF(left, 13, _ICON, _ICON), colour)
        font = fonts.interface(12)
        room = max(0, self.height() - 48)
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.save()
        painter.translate(self.width(), 40)
        painter.rotate(90)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(
            QRectF(0, 0, room, self.width()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            words,
        )
        painter.restore()
        if self.hasFocus():
            painter.setPen(look.colour("focus"))
            painter.drawRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5))
        painter.end()


class FoldingSide(QStackedWidget):
    """Holds a pane, or the edge that it is folded into; `least` is its narrowest in pixels."""

    out_wished = Signal()

    def __init__(self, pane: QWidget, least: int, edge: Edge) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.pane, self.edge = pane, edge
        self._least = least
        self.addWidget(pane)
        self.addWidget(edge)
        self.setMinimumWidth(least)
        edge.clicked.connect(self.out_wished)

    def out(self) -> bool:
        """Whether the pane is out."""
        return self.currentWidget() is self.pane

    def fold(self, folded: bool) -> None:
        """Fold the pane away, or let it out."""
        if folded == self.out():
            self.setMinimumWidth(EDGE if folded else self._least)
            self.setMaximumWidth(EDGE if folded else _WIDEST)
            self.setCurrentWidget(self.edge if folded else self.pane)
