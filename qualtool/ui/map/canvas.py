"""The thematic map as it is seen and arranged: painted at any zoom, with what is chosen marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from qualtool.core.map_boxes import shapes
from qualtool.core.map_drawing import Box, Drawing, Edge, arranged, drawn
from qualtool.core.thematic_map import Key, ThematicMap
from qualtool.formats.font_widths import measure
from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.map.dragging import Dragged
from qualtool.ui.map.hand import Hand
from qualtool.ui.map.keys import MapKeys, free_spot
from qualtool.ui.map.painting import on_screen, path, rect
from qualtool.ui.map.seen import Seen
from qualtool.ui.map.wording import said
from qualtool.ui.map.words_field import WordsField
from qualtool.ui.reader.speaking import announce

LEAST, MOST = 0.15, 4.0  # zoom
EDGE = 32  # around what fits into the view
GRIP = 8.0  # the square by which a box is made larger, in pixels of the screen
LINK = "link"  # the table of a line's key


class MapCanvas(QWidget):
    """Shows a map and says what is done to it; it changes nothing by itself."""

    moved = Signal(list, int, int, bool)  # keys, right, down, whether it goes on from before
    resized = Signal(object, int, int)  # key, width, height
    written = Signal(object, str)  # key, words
    box_wished = Signal(int, int)
    link_wished = Signal(object, object)
    kind_wished = Signal(object)  # the key of a line: its next kind
    taken_off = Signal(list)
    thing_chosen = Signal(object)
    menu_wished = Signal(object)  # where on the screen
    zoomed = Signal(float)
    told = Signal(str)  # what is asked for now; empty where nothing is

    def __init__(self) -> None:
        super().__init__()
        self.map = ThematicMap(0, "")
        self.drawing = Drawing((), (), (0.0, 0.0, 0.0, 0.0))
        self.by_excerpts = False
        self.writable = True
        self.chosen: list[Key] = []
        self.at: Key | None = None  # what the keys are at
        self.linking: Key | None = None  # where a line that is being drawn begins
        self.zoom = 1.0
        self.origin = QPointF(0, 0)
        self.places: dict[Key, tuple[int, int]] = {}
        self.field: WordsField | None = None
        self.dragged: Dragged | None = None  # while something is
        self._fitted = True  # until somebody has moved or zoomed it
        self._seen = Seen(self)
        self._hand = Hand(self)
        self._keys = MapKeys(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(200, 160)
        self.setAccessibleName(_("Thematic map"))
        theme.signals.changed.connect(self.update)

    # what is shown

    def show_map(self, map_: ThematicMap, *, by_excerpts: bool = False) -> None:
        """Show a map as it is now; what was chosen stays so where it is still there."""
        self.map, self.by_excerpts = map_, by_excerpts
        self._sizes = shapes(map_.things, measure, by_excerpts=by_excerpts)
        self.places = arranged(map_, self._sizes)
        self.draw()
        there = {thing.key for thing in map_.things} | {Key(LINK, link.id) for link in map_.links}
        self.chosen = [each for each in self.chosen if each in there]
        self.at = self.at if self.at in there else None
        self.linking = self.linking if self.linking in there else None
        if self._fitted:
            self.fit()
        self.setAccessibleDescription(self.words_of(self.at) if self.at else "")

    def draw(self) -> None:
        """Draw it anew where everything is now."""
        self.dragged = None
        self.drawing = drawn(self.map, self._sizes, self.places, measure)
        self.update()

    def drag(self, right: int, down: int) -> None:
        """Show what is chosen moved by so much, until it is drawn anew."""
        if self.dragged is None:
            ground = on_screen(theme.current())
            self.dragged = Dragged(
                self.map,
                self.drawing,
                self.chosen_things(),
                ground,
                self.set_view,
                self.size(),
                self.devicePixelRatioF(),
            )
        self.dragged.way = (right, down)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def stops(self) -> list[Key]:
        """All that the keys can be at, in order: things as they belong together, then lines."""
        links = [edge for edge in self.drawing.edges if edge.link_id is not None]
        return [box.thing.key for box in self.drawing.boxes] + [
            Key(LINK, edge.link_id) for edge in links if edge.link_id is not None
        ]

    def box(self, key: Key | None) -> Box | None:
        """The box of a thing, where it is on the map."""
        return next((box for box in self.drawing.boxes if box.thing.key == key), None)

    def edge(self, key: Key | None) -> Edge | None:
        """A line of the researcher's own."""
        if key is None or key.table != LINK:
            return None
        return next((edge for edge in self.drawing.edges if edge.link_id == key.number), None)

    def words_of(self, key: Key) -> str:
        """A thing or a line as a screen reader is told it."""
        return said(self.map, key)

    # choosing

    def choose(self, keys: Sequence[Key], *, at: Key | None = None, tell: bool = True) -> None:
        """Choose these and no others; the keys are then at `at`, or at the last of them."""
        self.chosen = list(dict.fromkeys(keys))
        self.at = at or (self.chosen[-1] if self.chosen else None)
        self.update()
        if self.at is not None:
            words = self.words_of(self.at)
            self.setAccessibleDescription(words)
            announce(self, words)
            if tell and self.linking is None:
                self.thing_chosen.emit(self.at)

    def toggle(self, key: Key) -> None:
        """Choose one more, or let it go."""
        rest = [each for each in self.chosen if each != key]
        self.choose(rest if key in self.chosen else [*rest, key], at=key)

    def chosen_things(self) -> list[Key]:
        """What is chosen, lines left out."""
        return [each for each in self.chosen if each.table != LINK]

    # acting

    def begin_link(self) -> None:
        """Draw a line between the two that are chosen, or from the one to what is chosen next."""
        if not self.writable:
            return
        things = self.chosen_things()
        if len(things) == 2:
            self.link_wished.emit(things[0], things[1])
        elif self.at is not None and self.at.table != LINK:
            self.linking = self.at
            self.told.emit(_("Choose what the line goes to, then press Enter. Esc lets it be."))
            self.update()

    def end_link(self, key: Key | None) -> None:
        """Draw the line that was begun, to this; nothing where there is none to draw it to."""
        start, self.linking = self.linking, None
        self.told.emit("")
        self.update()
        if start is not None and key is not None and key.table != LINK and key != start:
            self.link_wished.emit(start, key)

    def write(self, key: Key | None = None) -> None:
        """Let the words of a box or a line be written, or those under a theme or code."""
        key = key or self.at
        box, edge = self.box(key), self.edge(key)
        if key is None or not self.writable or (box is None and edge is None):
            return
        self.close_field()
        if box is not None:
            words = box.thing.words if key.table == "box" else box.thing.note
            room = self.on_screen(rect(box))
            self.show_rect(rect(box))
        else:
            assert edge is not None
            words = next(link.words for link in self.map.links if link.id == key.number)
            middle = self.to_screen(QPointF(*edge.middle))
            room = QRectF(middle.x() - 70, middle.y() - 14, 140, 28)
        self.field = WordsField(self, words, room, self.words_of(key))
        self.field.written.connect(lambda text: self._take_words(key, words, text))

    def close_field(self) -> None:
        """Keep what is being written."""
        if self.field is not None:
            self.field.finish()

    def _take_words(self, key: Key, before: str, text: str) -> None:
        self.field = None
        if text != before:
            self.written.emit(key, text)

    def free_spot(self) -> QPoint:
        """Where on the map a new box would not lie on another thing."""
        return free_spot(self)

    def take_off(self) -> None:
        """Take what is chosen off the map: themes and codes stay in the study."""
        if self.chosen and self.writable:
            self.taken_off.emit(list(self.chosen))

    # the view

    def to_screen(self, point: QPointF) -> QPointF:
        """A point of the map in the widget."""
        return point * self.zoom + self.origin

    def to_map(self, point: QPointF) -> QPointF:
        """A point of the widget on the map."""
        return (point - self.origin) / self.zoom

    def on_screen(self, box: QRectF) -> QRectF:
        """A box of the map in the widget."""
        return QRectF(self.to_screen(box.topLeft()), box.size() * self.zoom)

    def fit(self) -> None:
        """Show the whole map, no larger than it is."""
        left, top, right, bottom = self.drawing.bounds
        wide, high = max(right - left, 1.0), max(bottom - top, 1.0)
        room = max(self.width() - 2 * EDGE, 40), max(self.height() - 2 * EDGE, 40)
        self.zoom = max(LEAST, min(1.0, room[0] / wide, room[1] / high))
        middle = QPointF((left + right) / 2, (top + bottom) / 2)
        self.origin = QPointF(self.width() / 2, self.height() / 2) - middle * self.zoom
        self._fitted = True
        self._look_again()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom, with a point of the widget (its middle) staying where it is."""
        spot = around or QPointF(self.width() / 2, self.height() / 2)
        fixed = self.to_map(spot)
        self.zoom = min(MOST, max(LEAST, self.zoom * factor))
        self.origin = spot - fixed * self.zoom
        self._fitted = False
        self._look_again()

    def zoom_to(self, zoom: float) -> None:
        """Zoom to this; 1 is as it is printed."""
        self.zoom_by(zoom / self.zoom)

    def pan(self, way: QPointF) -> None:
        """Move the map in the view, by so many pixels of the screen."""
        self.origin += QPointF(way.toPoint())  # whole dots: what is painted is moved along
        self._fitted = False
        self._look_again()

    def show_rect(self, box: QRectF) -> None:
        """Move the map so that this is in view."""
        seen, room = self.on_screen(box), QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        right = max(0.0, room.left() - seen.left()) or min(0.0, room.right() - seen.right())
        down = max(0.0, room.top() - seen.top()) or min(0.0, room.bottom() - seen.bottom())
        if right or down:
            self.pan(QPointF(right, down))

    def _look_again(self) -> None:
        self.close_field()
        self.zoomed.emit(self.zoom)
        self.update()

    # what is where

    def key_at(self, point: QPointF) -> Key | None:
        """What is at a point of the widget, the topmost first."""
        spot = self.to_map(point)
        for box in reversed(self.drawing.boxes):
            if rect(box).contains(spot):
                return box.thing.key
        near = QRectF(spot.x() - 5, spot.y() - 5, 10, 10)
        for edge in reversed(self.drawing.edges):
            if edge.link_id is None:
                continue
            if QRectF(*edge.plate).contains(spot) or path(edge).intersects(near):
                return Key(LINK, edge.link_id)
        return None

    def keys_in(self, frame: QRectF) -> list[Key]:
        """The things in a frame of the widget, whole or in part."""
        return [
            box.thing.key
            for box in self.drawing.boxes
            if frame.intersects(self.on_screen(rect(box)))
        ]

    def grip(self, key: Key | None) -> QRectF | None:
        """Where a box that is chosen is taken hold of to make it larger, in the widget."""
        box = self.box(key)
        if box is None or self.chosen != [key] or not self.writable:
            return None
        corner = self.on_screen(rect(box)).bottomRight()
        return QRectF(corner.x() - GRIP / 2, corner.y() - GRIP / 2, GRIP, GRIP)

    # Qt's

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.dragged is not None:
            self.dragged.paint(painter, self.zoom)
        else:
            self._seen.paint(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_chosen(painter, theme.current().colour("focus"))
        self._hand.paint(painter)
        painter.end()

    def set_view(self, painter: QPainter) -> None:
        """Let a painter paint the map as it is seen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.origin)
        painter.scale(self.zoom, self.zoom)

    def _paint_chosen(self, painter: QPainter, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key in dict.fromkeys((*self.chosen, self.at, self.linking)):
            pen = QPen(colour, 2.5 if key in self.chosen else 1.25)
            if key == self.linking:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            if box := self.box(key):
                painter.drawRoundedRect(self.on_screen(rect(box)).adjusted(-5, -5, 5, 5), 8, 8)
            elif edge := self.edge(key):
                middle = self.to_screen(QPointF(*edge.middle))
                room = QRectF(middle.x() - 8, middle.y() - 8, 16, 16)
                if edge.words:
                    room = self.on_screen(QRectF(*edge.plate)).adjusted(-3, -3, 3, 3)
                painter.drawRoundedRect(room, 6, 6)
        if self.hasFocus() and (grip := self.grip(self.at)):
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(theme.current().colour("surface"))
            painter.drawRect(grip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hand.press_twice(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._hand.turn_wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab goes through the map, and on to what comes after it from the last thing on it.
        return self._keys.tab(forward) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tabs = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in tabs:
            self._keys.enter(event.reason() == Qt.FocusReason.TabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
