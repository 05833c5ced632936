"""What is dragged on the map: it is painted once, and so is all that stays; only lines change.

However much is on the map, a frame of a drag then costs no more than the lines between what moves
and what does not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from qualtool.core.map_drawing import Drawing, Edge, lines, shifted
from qualtool.core.thematic_map import Key, ThematicMap
from qualtool.formats.font_widths import measure
from qualtool.ui.map.painting import Ground, paint_drawing, paint_edge, paint_words

_NONE = (0.0, 0.0, 0.0, 0.0)


class Dragged:
    """A drag of some things; `prepare` says how a painter is set for the view of now."""

    def __init__(
        self,
        map_: ThematicMap,
        drawing: Drawing,
        keys: Collection[Key],
        ground: Ground,
        prepare: Callable[[QPainter], None],
        size: QSize,
        ratio: float,
    ) -> None:
        moving = set(keys)
        self.keys = moving
        self.way = (0, 0)
        self._ground = ground
        self._prepare = prepare
        self._boxes = {box.thing.key: box for box in drawing.boxes}
        still = [edge for edge in drawing.edges if not _touches(edge, moving)]
        along = [edge for edge in drawing.edges if _within(edge, moving)]
        self._still = self._painted(
            Drawing(
                tuple(b for k, b in self._boxes.items() if k not in moving), tuple(still), _NONE
            ),
            size,
            ratio,
            under=True,
        )
        self._along = self._painted(
            Drawing(tuple(b for k, b in self._boxes.items() if k in moving), tuple(along), _NONE),
            size,
            ratio,
            under=False,
        )
        crossing = [
            edge.joins
            for edge in drawing.edges
            if edge.joins and _touches(edge, moving) and not _within(edge, moving)
        ]
        ends = {key for pair in crossing for key in pair}
        self._below = [
            key for key in ends if any(each in ends for each in self._boxes[key].thing.parents)
        ]
        self._links = [
            link for link in map_.links if (link.start in moving) != (link.end in moving)
        ]
        self._ends = ends

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint the view as it is with things moved along."""
        right, down = self.way
        boxes = {
            key: shifted(box, right, down) if key in self.keys else box
            for key, box in self._boxes.items()
            if key in self._ends
        }
        edges = [
            edge
            for edge in lines((boxes[key] for key in self._below), self._links, boxes, measure)
            if not _within(edge, self.keys) and _touches(edge, self.keys)
        ]
        painter.drawPixmap(0, 0, self._still)
        painter.save()
        self._prepare(painter)
        for edge in edges:
            paint_edge(painter, edge, self._ground)
        painter.restore()
        painter.drawPixmap(QPointF(right * scale, down * scale), self._along)
        painter.save()
        self._prepare(painter)
        for edge in edges:
            if edge.words:
                paint_words(painter, edge, self._ground)
        painter.restore()

    def _painted(self, drawing: Drawing, size: QSize, ratio: float, *, under: bool) -> QPixmap:
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self._ground.under if under else Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self._prepare(painter)
        paint_drawing(painter, drawing, self._ground)
        painter.end()
        return made


def _touches(edge: Edge, keys: Collection[Key]) -> bool:
    return edge.joins is not None and (edge.joins[0] in keys or edge.joins[1] in keys)


def _within(edge: Edge, keys: Collection[Key]) -> bool:
    return edge.joins is not None and edge.joins[0] in keys and edge.joins[1] in keys
