"""The soft shadow and the rounded frame of what floats above the text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from qualtool.ui import theme

REACH: Final = 24  # pixels around the frame
_DROP: Final = 6
RADIUS: Final = 8


def paint_floating(painter: QPainter, frame: QRectF) -> None:
    """Paint a frame that floats above what is behind it."""
    ratio = painter.device().devicePixelRatio()
    size = frame.size().toSize()
    picture = _picture(size.width(), size.height(), ratio, theme.current().name)
    painter.drawPixmap(frame.topLeft() - QPointF(REACH, REACH), picture)


@lru_cache(maxsize=24)
def _picture(width: int, height: int, ratio: float, _look: str) -> QPixmap:
    colours = theme.current()
    pixmap = QPixmap(QSize(width + 2 * REACH, height + 2 * REACH) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    frame = QRectF(REACH, REACH, width, height)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(colours.colour("shadow"))
    # Many faint layers, each a little larger, look like one blurred edge.
    strength = 0.014 if not colours.dark else 0.05
    for layer in range(REACH - _DROP):
        shade.setAlphaF(strength * (1 - layer / (REACH - _DROP)) ** 1.5)
        painter.setBrush(shade)
        grown = frame.adjusted(-layer, -layer + _DROP, layer, layer + _DROP)
        painter.drawRoundedRect(grown, RADIUS + layer, RADIUS + layer)
    painter.setPen(QPen(colours.colour("field_line"), 1))
    painter.setBrush(colours.colour("surface"))
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.end()
    return pixmap
