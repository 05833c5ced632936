"""The mouse on the map: choosing, dragging, making larger, moving the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication

from qualtool.core.map_boxes import SMALLEST
from qualtool.core.thematic_map import Key
from qualtool.ui import theme

if TYPE_CHECKING:
    from qualtool.ui.map.canvas import MapCanvas

Way = Literal["", "wait", "drag", "resize", "frame", "pan"]
_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_NOTCH = 120  # what a wheel says of one notch


class Hand:
    """Belongs to one canvas. A drag becomes one step when it ends."""

    def __init__(self, canvas: MapCanvas) -> None:
        self._canvas = canvas
        self._way: Way = ""
        self._from = QPointF()
        self._now = QPointF()
        self._pressed: Key | None = None
        self._size = (0, 0)

    def press(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer, or begin a frame; the middle button moves the view."""
        canvas = self._canvas
        self._from = self._now = event.position()
        canvas.close_field()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._begin("pan")
            return
        found = canvas.key_at(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            if found is not None and found not in canvas.chosen:
                canvas.choose([found])
            return
        grip = canvas.grip(canvas.at)
        if grip is not None and grip.adjusted(-3, -3, 3, 3).contains(event.position()):
            box = canvas.box(canvas.at)
            assert box is not None
            self._size = round(box.shape.width), round(box.shape.height)
            self._begin("resize")
        elif canvas.linking is not None:
            canvas.end_link(found)
        elif found is None:
            self._begin("frame")
        else:
            if event.modifiers() & _MORE:
                canvas.toggle(found)
            elif found not in canvas.chosen:
                canvas.choose([found])
            self._pressed = found
            self._way = "wait"

    def press_twice(self, event: QMouseEvent) -> None:
        """Write the words of what is there, or put a box where nothing is."""
        canvas = self._canvas
        grip = canvas.grip(canvas.at)
        found = canvas.key_at(event.position())
        if grip is not None and grip.contains(event.position()):
            canvas.resized.emit(canvas.at, 0, 0)
        elif found is not None:
            canvas.write(found)
        elif canvas.writable:
            spot = canvas.to_map(event.position())
            canvas.box_wished.emit(round(spot.x()), round(spot.y()))
        self._way = ""

    def move(self, event: QMouseEvent) -> None:
        """Drag what is chosen, make it larger, draw the frame or move the view."""
        canvas, before = self._canvas, self._now
        self._now = event.position()
        if self._way == "wait" and canvas.writable:
            far = (self._now - self._from).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._begin("drag")
        match self._way:
            case "pan":
                canvas.pan(self._now - before)
            case "frame":
                canvas.update()
            case "drag":
                canvas.drag(*self._moved())
            case "resize":
                canvas.update()
            case "":
                self._show_pointer()

    def release(self, event: QMouseEvent) -> None:
        """End what was begun."""
        canvas, way = self._canvas, self._way
        self._way = ""
        self._now = event.position()
        match way:
            case "drag":
                right, down = self._moved()
                canvas.draw()
                canvas.moved.emit(canvas.chosen_things(), right, down, False)
            case "resize":
                canvas.resized.emit(canvas.at, *self._wanted_size())
            case "frame":
                self._choose_framed(bool(event.modifiers() & _MORE))
            case "wait" if self._pressed is not None and not event.modifiers() & _MORE:
                if canvas.chosen != [self._pressed]:
                    canvas.choose([self._pressed])
        self._show_pointer()
        canvas.update()

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone moves the view, with Shift sideways."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._canvas.zoom_by(1.15 ** (turned.y() / _NOTCH), event.position())
        else:
            way = (
                QPointF(event.pixelDelta())
                if not event.pixelDelta().isNull()
                else (QPointF(turned) / 2)
            )
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                way = QPointF(way.x() or way.y(), 0)
            self._canvas.pan(way)
        event.accept()

    def paint(self, painter: QPainter) -> None:
        """The frame that is drawn, the size that a box would have, the line to the pointer."""
        canvas, colour = self._canvas, theme.current().colour("focus")
        if self._way == "frame":
            faint = QColor(colour)
            faint.setAlphaF(0.08)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(faint)
            painter.drawRect(QRectF(self._from, self._now).normalized())
        elif self._way == "resize" and (box := canvas.box(canvas.at)):
            wide, high = self._wanted_size()
            x, y = box.middle
            frame = canvas.on_screen(QRectF(x - wide / 2, y - high / 2, wide, high))
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)
        elif canvas.linking is not None and (box := canvas.box(canvas.linking)):
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(canvas.to_screen(QPointF(*box.middle)), self._now)

    def _begin(self, way: Way) -> None:
        self._way = way
        if way in ("pan", "drag"):
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _moved(self) -> tuple[int, int]:
        way = (self._now - self._from) / self._canvas.zoom
        return round(way.x()), round(way.y())

    def _wanted_size(self) -> tuple[int, int]:
        """A box grows to both sides of its middle."""
        right, down = self._moved()
        return max(SMALLEST, self._size[0] + 2 * right), max(24, self._size[1] + 2 * down)

    def _choose_framed(self, more: bool) -> None:
        canvas = self._canvas
        found = canvas.keys_in(QRectF(self._from, self._now).normalized())
        kept = canvas.chosen if more else []
        if found or kept:
            canvas.choose([*kept, *found])
        else:
            canvas.choose([])

    def _show_pointer(self) -> None:
        canvas = self._canvas
        grip = canvas.grip(canvas.at)
        if grip is not None and grip.adjusted(-3, -3, 3, 3).contains(self._now):
            canvas.setCursor(Qt.CursorShape.SizeFDiagCursor)
        elif canvas.linking is not None:
            canvas.setCursor(Qt.CursorShape.CrossCursor)
            canvas.update()
        else:
            canvas.unsetCursor()
