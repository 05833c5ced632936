"""The small sign in a row of a list that there are memos on what it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QPainter

from qualtool.ui import icons, theme

SIZE, ROOM = 12, 18  # pixels: of the sign, and what it takes of the row


def mark_box(right: float, middle: float) -> QRectF:
    """Where the sign stands in a row, left of `right`."""
    return QRectF(right - SIZE, middle - SIZE / 2, SIZE, SIZE)


def paint_memo_mark(painter: QPainter, right: float, middle: float) -> float:
    """Paint the sign; where what stands before it has to end."""
    icons.paint(painter, "memo", mark_box(right, middle), theme.current().colour("muted"))
    return right - ROOM


def pressed(event: QEvent, right: float, middle: float) -> bool:
    """Whether a press of the mouse is on the sign."""
    if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonPress:
        return False
    box = mark_box(right, middle).adjusted(-4, -4, 4, 4)
    return box.contains(QPointF(event.position()))
