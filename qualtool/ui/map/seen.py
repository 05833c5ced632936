"""What is seen of the map, kept as painted: choosing and moving the view paint little anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from qualtool.core.map_drawing import Drawing
from qualtool.ui import theme
from qualtool.ui.map.painting import on_screen, paint_drawing

if TYPE_CHECKING:
    from qualtool.ui.map.canvas import MapCanvas


class Seen:
    """Belongs to one canvas."""

    def __init__(self, canvas: MapCanvas) -> None:
        self._canvas = canvas
        self._drawing: Drawing | None = None
        self._state: tuple[object, ...] = ()
        self._origin = QPointF()
        self._pixmap = QPixmap()

    def paint(self, painter: QPainter) -> None:
        """Paint the view, of which only what came into it since is painted anew."""
        canvas = self._canvas
        ratio = canvas.devicePixelRatioF()
        state = (canvas.zoom, theme.current().name, canvas.size().toTuple(), ratio)
        way = (canvas.origin - self._origin) * ratio
        moved = way.toPoint()
        if state != self._state or canvas.drawing is not self._drawing or way != QPointF(moved):
            self._pixmap = QPixmap(canvas.size() * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
            self._fill(QRect(QPoint(0, 0), canvas.size()))
        elif not moved.isNull():
            whole = self._pixmap.rect()
            self._pixmap.scroll(moved.x(), moved.y(), whole)
            for box in _exposed(whole, moved):
                self._fill(QRectF(box.topLeft() / ratio, box.size() / ratio).toAlignedRect())
        self._state, self._drawing = state, canvas.drawing
        self._origin = QPointF(canvas.origin)
        painter.drawPixmap(0, 0, self._pixmap)

    def _fill(self, part: QRect) -> None:
        """Paint a part of the view."""
        canvas, ground = self._canvas, on_screen(theme.current())
        painter = QPainter(self._pixmap)
        painter.setClipRect(part)
        painter.fillRect(part, ground.under)
        canvas.set_view(painter)
        top = canvas.to_map(QPointF(part.topLeft()))
        seen = QRectF(top, QRectF(part).size() / canvas.zoom).adjusted(-4, -4, 4, 4)
        paint_drawing(painter, canvas.drawing, ground, seen)
        painter.end()


def _exposed(whole: QRect, moved: QPoint) -> Iterator[QRectF]:
    """What comes into a picture that is moved by so much: a strip at a side, one above or below."""
    wide, high = whole.width(), whole.height()
    if moved.x():
        left = 0 if moved.x() > 0 else wide + moved.x()
        yield QRectF(max(0, left), 0, min(wide, abs(moved.x())), high)
    if moved.y():
        top = 0 if moved.y() > 0 else high + moved.y()
        yield QRectF(0, max(0, top), wide, min(high, abs(moved.y())))
