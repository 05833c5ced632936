"""Lines that tell coders apart by more than colour: whole, in dashes, in dots."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

_PATTERNS: Final = ((0.0, 0.0), (7.0, 3.0), (2.0, 3.0), (12.0, 4.0))  # pixels drawn, and left out


def paint_line(painter: QPainter, box: QRectF, colour: QColor, hand: int) -> None:
    """Fill a narrow box, along its longer side in the pattern of a coder; the first's is whole."""
    if not hand:
        painter.fillRect(box, colour)
        return
    drawn, left_out = _PATTERNS[hand % len(_PATTERNS)]
    if not drawn:
        painter.fillRect(box, colour)
        return
    upright = box.height() > box.width()
    at, end = (box.top(), box.bottom()) if upright else (box.left(), box.right())
    while at < end:
        length = min(drawn, end - at)
        if upright:
            painter.fillRect(QRectF(box.left(), at, box.width(), length), colour)
        else:
            painter.fillRect(QRectF(at, box.top(), length, box.height()), colour)
        at += drawn + left_out
