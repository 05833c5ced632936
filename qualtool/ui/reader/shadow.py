"""The soft shadow and the rounded frame of what floats above the text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qualtool.ui import theme

REACH: Final = 24  # pixels around the frame
_DROP: Final = 6
RADIUS: Final = 8


def paint_floating(painter: QPainter, frame: QRectF) -> None:
    """Paint a frame that floats above what is behind it."""
    colours = theme.current()
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
