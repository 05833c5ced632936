"""The words of the map: set once, and painted again and again without being set anew."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QTextLayout

from qualtool.ui import fonts

_KEPT = 8192  # lines of words that are kept as they were set


@cache
def face(size: int, bold: bool) -> QFont:
    """The interface's face in pixels of the map, so that it grows and shrinks with the map."""
    font = fonts.interface(size, bold=bold)
    font.setPixelSize(size)
    return font


def paint(painter: QPainter, words: str, at: QPointF, size: int, bold: bool) -> None:
    """Paint a line of words, the letters standing at a point; several times as fast as drawText.

    Only for the screen: in a PDF, letters painted like this are no text that can be searched.
    """
    up, runs = _set(words, size, bold)
    spot = QPointF(at.x(), at.y() - up)
    for run in runs:
        painter.drawGlyphRun(spot, run)


@lru_cache(maxsize=_KEPT)
def _set(words: str, size: int, bold: bool) -> tuple[float, list[QGlyphRun]]:
    layout = QTextLayout(words, face(size, bold))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent(), layout.glyphRuns()
