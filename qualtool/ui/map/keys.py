"""The keys of the map: every act on it without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from qualtool.core.map_boxes import SMALLEST
from qualtool.core.thematic_map import Key
from qualtool.ui.map.painting import rect

if TYPE_CHECKING:
    from qualtool.ui.map.canvas import MapCanvas

STEP = 8  # pixels of the map
_KEYS = Qt.Key
_WAYS = {
    _KEYS.Key_Left: (-1, 0),
    _KEYS.Key_Right: (1, 0),
    _KEYS.Key_Up: (0, -1),
    _KEYS.Key_Down: (0, 1),
}
_HELD = (_KEYS.Key_Alt, _KEYS.Key_Shift, _KEYS.Key_Control, _KEYS.Key_Meta)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class MapKeys:
    """Belongs to one canvas."""

    def __init__(self, canvas: MapCanvas) -> None:
        self._canvas = canvas
        self._moving: list[Key] = []  # what the arrows moved last

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key meant something here."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _WAYS:
            return self._arrow(_WAYS[key], held)
        if key in _HELD:
            return False
        self._moving = []
        canvas = self._canvas
        if held & _CONTROL and key == _KEYS.Key_A:
            canvas.choose([box.thing.key for box in canvas.drawing.boxes])
        elif held & (_CONTROL | _ALT):
            return False
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter) and canvas.linking is not None:
            canvas.end_link(canvas.at)
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_F2):
            canvas.write()
        elif key == _KEYS.Key_Escape and canvas.linking is not None:
            canvas.end_link(None)
        elif key == _KEYS.Key_Escape and canvas.chosen:
            canvas.choose([])
        elif key == _KEYS.Key_Space and canvas.at is not None:
            canvas.toggle(canvas.at)
        elif key in (_KEYS.Key_Delete, _KEYS.Key_Backspace):
            canvas.take_off()
        elif key == _KEYS.Key_N and canvas.writable:
            spot = free_spot(canvas)
            canvas.box_wished.emit(spot.x(), spot.y())
        elif key == _KEYS.Key_L:
            canvas.begin_link()
        elif key == _KEYS.Key_A and canvas.edge(canvas.at) and canvas.writable:
            canvas.kind_wished.emit(canvas.at)
        elif key == _KEYS.Key_0:
            canvas.fit()
        elif key in (_KEYS.Key_Plus, _KEYS.Key_Equal):
            canvas.zoom_by(1.25)
        elif key == _KEYS.Key_Minus:
            canvas.zoom_by(0.8)
        elif key == _KEYS.Key_Menu:
            self._menu()
        else:
            return False
        return True

    def tab(self, forward: bool) -> bool:
        """Go to the next thing or the one before; False at the end of all."""
        stops = self._canvas.stops()
        at = self._canvas.at
        now = stops.index(at) if at in stops else (-1 if forward else len(stops))
        there = now + (1 if forward else -1)
        if not 0 <= there < len(stops):
            return False
        self._go(stops[there])
        return True

    def enter(self, forward: bool) -> None:
        """Begin at the first thing, or at the last, coming from elsewhere by Tab."""
        stops = self._canvas.stops()
        if stops and self._canvas.at is None:
            self._go(stops[0 if forward else -1])

    def _arrow(self, way: tuple[int, int], held: Qt.KeyboardModifier) -> bool:
        canvas = self._canvas
        if held & _ALT:
            things = canvas.chosen_things()
            if things and canvas.writable:
                step = 1 if held & _SHIFT else STEP
                goes_on = things == self._moving
                canvas.moved.emit(things, way[0] * step, way[1] * step, goes_on)
                self._moving = things
                self._show(canvas.at)
            return True
        self._moving = []
        box = canvas.box(canvas.at)
        if held & _SHIFT and not held & _CONTROL:
            if box is not None and canvas.writable:
                wide = max(SMALLEST, round(box.shape.width) + 2 * STEP * way[0])
                high = max(24, round(box.shape.height) + STEP * way[1])
                size = (wide, box.thing.height) if way[0] else (box.thing.width, high)
                canvas.resized.emit(canvas.at, *size)
            return True
        there = nearest(canvas, way)
        if there is not None and held & _CONTROL:
            canvas.choose(canvas.chosen, at=there)
            self._show(there)
        elif there is not None:
            self._go(there)
        return True

    def _go(self, key: Key) -> None:
        self._canvas.choose([key])
        self._show(key)

    def _show(self, key: Key | None) -> None:
        if box := self._canvas.box(key):
            self._canvas.show_rect(rect(box))

    def _menu(self) -> None:
        canvas = self._canvas
        box = canvas.box(canvas.at)
        spot = canvas.on_screen(rect(box)).center().toPoint() if box else canvas.rect().center()
        canvas.menu_wished.emit(canvas.mapToGlobal(spot))


def nearest(canvas: MapCanvas, way: tuple[int, int]) -> Key | None:
    """The thing that comes next in a direction; the first of all where the keys are at none."""
    stops = canvas.stops()
    middles = {box.thing.key: box.middle for box in canvas.drawing.boxes}
    for key in stops:
        if edge := canvas.edge(key):
            middles[key] = edge.middle
    if canvas.at not in middles:
        return stops[0] if stops else None
    x, y = middles[canvas.at]
    best: tuple[float, Key] | None = None
    for key, (there_x, there_y) in middles.items():
        along = (there_x - x) * way[0] + (there_y - y) * way[1]
        aside = abs((there_x - x) * way[1]) + abs((there_y - y) * way[0])
        # Far aside is another direction; a little is no hindrance.
        if key != canvas.at and along > 1 and aside <= 3 * along + 12:
            far = along + 2 * aside
            if best is None or far < best[0]:
                best = (far, key)
    return best[1] if best else None


def free_spot(canvas: MapCanvas) -> QPoint:
    """Where a new box would not lie on another thing: near the middle of what is seen."""
    middle = canvas.to_map(QPointF(canvas.rect().center()))
    for ring in range(12):
        for right, down in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            spot = QPointF(middle.x() + right * ring * 60, middle.y() + down * ring * 40)
            room = QPointF(90, 26)
            frame = (spot - room, spot + room)
            if not any(
                box.edges[0] < frame[1].x()
                and frame[0].x() < box.edges[2]
                and box.edges[1] < frame[1].y()
                and frame[0].y() < box.edges[3]
                for box in canvas.drawing.boxes
            ):
                return spot.toPoint()
    return middle.toPoint()
