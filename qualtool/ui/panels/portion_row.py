"""A line that says how many of a theme's excerpts have something in common, and opens them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qualtool.analysis.theme_facts import Portion
from qualtool.i18n import ngettext
from qualtool.ui import fonts, theme
from qualtool.ui.panels.tree_rows import MARK, paint_mark

HEIGHT, BAR, COUNT = 24, 5, 28


class PortionRow(QAbstractButton):
    """The name, a bar as long as the portion is large, and the number; a click opens them."""

    def __init__(self, portion: Portion, most: int, *, role: str = "faint") -> None:
        """`most` is what a full bar stands for, `role` the bar's colour."""
        super().__init__()
        self.portion = portion
        self._share = len(portion.excerpts) / most if most else 0.0
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        count = len(portion.excerpts)
        words = ngettext("{count} excerpt", "{count} excerpts", count).format(count=count)
        self.setAccessibleName(f"{portion.name}, {words}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        return QSize(200, max(HEIGHT, self.fontMetrics().height() + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(
                QPen(colours.colour("focus"), 1) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(colours.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font = fonts.interface(12)
        painter.setFont(font)
        measure = painter.fontMetrics()
        left, middle = 2.0, self.height() / 2
        count = str(len(self.portion.excerpts))
        counted = max(COUNT, measure.horizontalAdvance(count))
        bar = min(96.0, self.width() * 0.28)
        room = self.width() - left - bar - 12 - counted - 12
        if self.portion.colour:
            paint_mark(painter, QRectF(left, middle - MARK / 2, MARK, MARK), self.portion.colour)
            left, room = left + MARK + 8, room - MARK - 8
        painter.setPen(colours.colour("ink"))
        base = middle + measure.ascent() / 2 - 1
        name = measure.elidedText(self.portion.name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(int(left), int(base), name)
        painter.setPen(colours.colour("muted"))
        right = self.width() - 4 - measure.horizontalAdvance(count)
        painter.drawText(right, int(base), count)
        start = self.width() - counted - 8 - bar
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("line"))
        painter.drawRect(QRectF(start, middle - BAR / 2, bar, BAR))
        painter.setBrush(colours.colour(self._role))
        painter.drawRect(QRectF(start, middle - BAR / 2, bar * min(1.0, self._share), BAR))
