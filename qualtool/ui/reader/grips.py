"""The two grips at the ends of the chosen excerpt: how they look and where they are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qualtool.ui import theme
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.page import Page

Span = tuple[int, int]

_KNOB: Final = 4.5  # pixels from its middle to its edge
_REACH: Final = 8  # a knob is taken by a press this near its middle
_BAR: Final = 2
_NEAR: Final = 4  # and a bar by one this near


@dataclass(frozen=True, slots=True)
class Grips:
    """The ends of the chosen excerpt as they are shown now.

    `held` says which is being moved: "start", "end" or neither; `coded` are all codings with the
    excerpt as it would become.
    """

    span: Span
    held: str = ""
    coded: Coded | None = None


@dataclass(frozen=True, slots=True)
class Grip:
    """One of them on the page, in pixels from the left of the text and the top of the page."""

    end: str  # "start" or "end"
    bar: QRectF
    knob: QPointF

    def taken(self, place: QPointF) -> bool:
        """Whether a press at a place takes it."""
        away = self.knob - place
        if away.x() ** 2 + away.y() ** 2 <= _REACH**2:
            return True
        return self.bar.adjusted(-_NEAR, 0, _NEAR, 0).contains(place)


def grips_of(page: Page, span: Span, top: int, bottom: int) -> list[Grip]:
    """Those that stand between two heights of the page: the start's knob above, the end's below."""
    found = []
    if _is_seen(page, span[0], top, bottom):
        box = page.caret_box(span[0])
        bar = _bar(page, box.left(), box.top())
        found.append(Grip("start", bar, QPointF(bar.center().x(), bar.top())))
    if _is_seen(page, max(0, span[1] - 1), top, bottom):
        bar = _bar(page, *_edge(page, span[1]))
        found.append(Grip("end", bar, QPointF(bar.center().x(), bar.bottom())))
    return found


def paint_grips(
    painter: QPainter, page: Page, grips: Grips, left: int, scroll: int, height: int
) -> None:
    """Paint what is seen of them, where the text begins at `left` and is scrolled so far."""
    top, bottom = scroll - page.face.line, scroll + height + page.face.line
    colours = theme.current()
    accent = colours.colour("accent")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, -scroll)
    for grip in grips_of(page, grips.span, top, bottom):
        held = grip.end == grips.held
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRect(grip.bar)
        _paint_knob(painter, grip.knob, accent, colours.colour("surface"), held=held)
    painter.restore()


def _paint_knob(
    painter: QPainter, place: QPointF, accent: QColor, inside: QColor, *, held: bool
) -> None:
    painter.setPen(QPen(accent, 1.8))
    painter.setBrush(accent if held else inside)
    radius = _KNOB + 1 if held else _KNOB
    painter.drawEllipse(place, radius, radius)


def _bar(page: Page, x: float, top: float) -> QRectF:
    return QRectF(x - _BAR / 2, top + 2, _BAR, page.face.line - 4)


def _is_seen(page: Page, offset: int, top: int, bottom: int) -> bool:
    """Whether the piece of an offset is seen: no other is laid out, which may move the page."""
    number = page.pieces.at(offset)
    above = page.top(number)
    return above <= bottom and above + page.heights[number] >= top


def _edge(page: Page, end: int) -> tuple[float, float]:
    """Where the last character before `end` ends, in its own line; and the top of that line."""
    if end > 0:
        piece = page.shown(page.pieces.at(end - 1))
        inside = end - piece.start
        boxes = piece.laid.boxes(inside - 1, inside) if inside <= piece.end - piece.start else []
        if boxes:
            line = piece.laid.line_at(inside - 1)
            return boxes[-1].right(), piece.top + line * page.face.line
    box = page.caret_box(end)
    return box.left(), box.top()
