"""The small coloured square of a code."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualtool.ui.panels.tree_rows import MARK, paint_mark


class ColourMark(QWidget):
    """A square in a colour of the palette; a ring for a sub-theme."""

    def __init__(self, colour: str, *, ring: bool = False) -> None:
        super().__init__()
        self._colour = colour
        self._ring = ring
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, colour: str, *, ring: bool = False) -> None:
        """Show another colour."""
        self._colour, self._ring = colour, ring
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(MARK, MARK)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(0, 0, MARK, MARK), self._colour, ring=self._ring)
