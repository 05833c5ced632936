"""Painting a thematic map: the same strokes on the screen, in a bitmap and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from qualtool.core.map_drawing import WORDS_LEADING, WORDS_SIZE, Box, Drawing, Edge
from qualtool.core.map_picture import MARGIN, Picture
from qualtool.core.map_style import DASHES, STYLES, ink
from qualtool.ui.map.lettering import face, paint
from qualtool.ui.theme import Theme

REACH = 24.0  # how far beyond its box a thing may be seen, in pixels of the map


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map is painted on: the look, the colour under it and that of a box without a tint.

    On `paper` words are painted as text that can be searched, on the screen as quickly as can be.
    """

    look: Theme
    under: QColor
    box: QColor
    paper: bool = False


def on_screen(look: Theme) -> Ground:
    """The ground of the window."""
    return Ground(look, look.colour("ground"), look.colour("surface"))


def on_paper(look: Theme) -> Ground:
    """The ground of a picture by itself."""
    return Ground(look, look.colour("paper"), look.colour("paper"), paper=True)


def paint_picture(painter: QPainter, picture: Picture, ground: Ground) -> None:
    """A whole picture: its ground, its title and the drawing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, picture.width, picture.height), ground.under)
    for heading in picture.headings:
        painter.setFont(face(heading.size, heading.bold))
        painter.setPen(ground.look.colour("ink" if heading.bold else "muted"))
        painter.drawText(QPointF(MARGIN, heading.down), heading.words)
    painter.translate(picture.across, picture.down)
    paint_drawing(painter, picture.drawing, ground)


def paint_drawing(
    painter: QPainter, drawing: Drawing, ground: Ground, seen: QRectF | None = None
) -> None:
    """Lines, boxes over them, words on lines last; only what is `seen`, where that is said."""
    for edge in drawing.edges:
        if seen is None or seen.intersects(around(edge)):
            paint_edge(painter, edge, ground)
    for box in drawing.boxes:
        if seen is None or seen.intersects(rect(box)):
            paint_box(painter, box, ground)
    for edge in drawing.edges:
        if edge.words and (seen is None or seen.intersects(QRectF(*edge.plate))):
            paint_words(painter, edge, ground)


def paint_edge(painter: QPainter, edge: Edge, ground: Ground) -> None:
    """A line with the heads of its arrows."""
    colour = edge_colour(edge, ground)
    pen = QPen(colour, edge.weight)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    _dash(pen, DASHES[edge.kind])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path(edge))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for corners in edge.heads():
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def paint_box(painter: QPainter, box: Box, ground: Ground) -> None:
    """A box with its words."""
    style = STYLES[box.kind]
    look, colour = ground.look, box.thing.colour
    forms = look.code_colour(colour)
    pen = QPen(forms.mark if colour else look.colour("aside"), style.border)
    _dash(pen, style.dash)
    painter.setPen(pen)
    painter.setBrush(forms.tint if style.tinted else ground.box)
    painter.drawRoundedRect(rect(box), style.radius, style.radius)
    middle = box.left + box.shape.width / 2
    for line in box.shape.lines:
        role = ink(box.kind, line.role)
        painter.setPen(forms.ink if role == "own" else look.colour(role))
        at = QPointF(middle - line.width / 2, box.top + line.down)
        if ground.paper:
            painter.setFont(face(line.size, line.bold))
            painter.drawText(at, line.words)
        else:
            paint(painter, line.words, at, line.size, line.bold)


def paint_words(painter: QPainter, edge: Edge, ground: Ground) -> None:
    """The words of a line, on a plate that keeps the line off them."""
    plate = QRectF(*edge.plate)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground.under)
    painter.drawRect(plate)
    painter.setPen(ground.look.colour("ink"))
    painter.setFont(face(WORDS_SIZE, False))
    down = plate.top() + 2
    for words in edge.words:
        row = QRectF(plate.left(), down, plate.width(), WORDS_LEADING)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, words)
        down += WORDS_LEADING


@lru_cache(maxsize=4096)
def path(edge: Edge) -> QPainterPath:
    """A line as Qt draws it."""
    drawn = QPainterPath(QPointF(*edge.start))
    drawn.cubicTo(QPointF(*edge.first), QPointF(*edge.second), QPointF(*edge.end))
    return drawn


def rect(box: Box) -> QRectF:
    """Where a box is."""
    return QRectF(box.left, box.top, box.shape.width, box.shape.height)


def around(edge: Edge) -> QRectF:
    """Where a line can be seen."""
    points = (edge.start, edge.first, edge.second, edge.end)
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    whole = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return whole.adjusted(-REACH, -REACH, REACH, REACH)


def edge_colour(edge: Edge, ground: Ground) -> QColor:
    """A line of the researcher's own is grey, one that shows what belongs together coloured."""
    if edge.kind == "link":
        return ground.look.colour("aside")
    return ground.look.code_colour(edge.colour).mark


def _dash(pen: QPen, dashes: Iterable[float]) -> None:
    lengths = [each / pen.widthF() for each in dashes]
    if lengths:
        pen.setDashPattern(lengths)
