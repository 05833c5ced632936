"""Paints a piece of text: the tints of its codings, what is selected, and the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout

from qualtool.core.packing import lanes, stretches
from qualtool.store.rows import CodingRow
from qualtool.ui import theme
from qualtool.ui.reader.face import Face
from qualtool.ui.reader.hands import paint_line
from qualtool.ui.reader.page import Shown

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which codings stand out: those of an excerpt, of a code, or under the mouse."""

    excerpts: frozenset[int] = frozenset()
    codes: frozenset[int] = frozenset()
    coding: int | None = None  # of the chosen excerpt, the one that is meant
    alone: CodingRow | None = None  # the only one of its excerpt that stands out

    def holds(self, coding: CodingRow) -> bool:
        """Whether a coding stands out."""
        if coding.code_id in self.codes:
            return True
        alone = self.alone
        if alone is not None and alone.excerpt_id == coding.excerpt_id:
            return alone.id == coding.id
        return coding.excerpt_id in self.excerpts

    def with_pointed(self, coding: CodingRow) -> Emphasis:
        """The same, with what is under the mouse."""
        alone = self.alone
        if alone is not None and alone.excerpt_id == coding.excerpt_id:
            alone = None
        return Emphasis(self.excerpts | {coding.excerpt_id}, self.codes, coding.id, alone)


@dataclass(frozen=True, slots=True)
class Look:
    """What a frame is painted with, besides the text and its codings."""

    face: Face
    selection: Span | None = None
    offered: Span | None = None  # what would be coded if the drag ended here
    flash: tuple[Span, float] | None = None  # a stretch, and how strongly it is lit, 1 to 0
    emphasis: Emphasis = field(default_factory=Emphasis)

    def touches(self, start: int, end: int, codings: Sequence[CodingRow]) -> bool:
        """Whether anything but text and tints is painted from `start` to `end`."""
        spans = (self.selection, self.offered, self.flash[0] if self.flash else None)
        return any(span and span[0] < end and span[1] > start for span in spans) or any(
            map(self.emphasis.holds, codings)
        )


def paint_piece(
    painter: QPainter,
    piece: Shown,
    place: QPointF,
    codings: Sequence[CodingRow],
    look: Look,
    *,
    apart: bool,
) -> None:
    """Paint a piece whose top left corner is at `place`; `apart` sets it in the quieter ink."""
    colours = theme.current()
    painter.save()
    painter.translate(place)
    _paint_tints(painter, piece, codings, look)
    if look.flash is not None:
        lit = QColor(colours.colour("accent"))
        lit.setAlphaF(0.30 * look.flash[1])
        _fill(painter, piece, look.flash[0], lit, look.face)
    if look.selection is not None:
        _fill(painter, piece, look.selection, colours.colour("text_selection"), look.face)
    if look.offered is not None:
        offered = QColor(colours.colour("accent"))
        offered.setAlphaF(0.22)
        _fill(painter, piece, look.offered, offered, look.face)
    _paint_underlines(painter, piece, codings, look)
    painter.setPen(colours.colour("muted" if apart else "ink"))
    over = _darkened(piece, codings, look) if apart else []
    piece.laid.layout.draw(painter, QPointF(0, 0), over)
    painter.restore()


def strong_tint(colour: str) -> QColor:
    """The tint of a coding that stands out: its tint, a quarter of the way to its mark.

    No further, or ink would not keep a contrast of 4.5 to it in every look.
    """
    code = theme.current().code_colour(colour)
    return mixed(code.tint, code.mark, 0.27)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: the first, and `share` of the second."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


def _paint_tints(painter: QPainter, piece: Shown, codings: Sequence[CodingRow], look: Look) -> None:
    if not codings:
        return
    spans = [(coding.start, coding.end) for coding in codings]
    found: list[tuple[int, int, QColor]] = []
    for stretch in stretches(spans, lanes(spans), piece.start, piece.end):
        lowest = codings[stretch.numbers[0]]
        tint = theme.current().code_colour(lowest.colour).tint
        meant = [codings[n] for n in stretch.numbers if look.emphasis.holds(codings[n])]
        if meant:
            one = next((each for each in meant if each.id == look.emphasis.coding), meant[0])
            tint = strong_tint(one.colour)
        if found and found[-1][1] == stretch.start and found[-1][2] == tint:
            found[-1] = (found[-1][0], stretch.end, tint)
        else:
            found.append((stretch.start, stretch.end, tint))
    for start, end, tint in found:
        _fill(painter, piece, (start, end), tint, look.face)


def _paint_underlines(
    painter: QPainter, piece: Shown, codings: Sequence[CodingRow], look: Look
) -> None:
    """The codings above the lowest, each as a line in its colour, so that all can be seen."""
    lane_of = lanes([(coding.start, coding.end) for coding in codings])
    deepest = max(lane_of, default=0)
    face = look.face
    for coding, lane in zip(codings, lane_of, strict=True):
        if coding.hand and not lane:
            _paint_hem(painter, piece, coding, face)
    if not deepest:
        return
    # Between this line's writing and the next there is room for about ten pixels of lines.
    pitch = min(face.thickness + face.zoom, 10 * face.zoom / deepest)
    thick = max(1.0, min(face.thickness, pitch - 0.5 * face.zoom if pitch > 2 else pitch))
    for coding, lane in zip(codings, lane_of, strict=True):
        if not lane:
            continue
        mark = theme.current().code_colour(coding.colour).mark
        start, end = max(coding.start, piece.start), min(coding.end, piece.end)
        for box in piece.laid.boxes(start - piece.start, end - piece.start):
            top = box.top() + face.underline + (lane - 1) * pitch
            paint_line(painter, QRectF(box.left(), top, box.width(), thick), mark, coding.hand)


def _paint_hem(painter: QPainter, piece: Shown, coding: CodingRow, face: Face) -> None:
    """The line along the foot of a tint that says it is another coder's."""
    mark = theme.current().code_colour(coding.colour).mark
    start, end = max(coding.start, piece.start), min(coding.end, piece.end)
    for box in piece.laid.boxes(start - piece.start, end - piece.start):
        foot = box.bottom() - 3 * face.zoom
        line = QRectF(box.left(), foot, box.width(), face.zoom)
        paint_line(painter, line, mark, coding.hand)


def _fill(painter: QPainter, piece: Shown, span: Span, colour: QColor, face: Face) -> None:
    start, end = max(span[0], piece.start), min(span[1], piece.end)
    if start < end:
        for box in piece.laid.boxes(start - piece.start, end - piece.start):
            painter.fillRect(box.adjusted(0, face.zoom, 0, -2 * face.zoom), colour)


def _darkened(
    piece: Shown, codings: Sequence[CodingRow], look: Look
) -> list[QTextLayout.FormatRange]:
    """Where quiet writing stands on a colour it is set in full ink, or it could not be read."""
    spans = [(coding.start, coding.end) for coding in codings]
    if look.selection is not None:
        spans.append(look.selection)
    ranges = []
    for span in spans:
        start, end = max(span[0], piece.start), min(span[1], piece.end)
        if start < end:
            over = QTextLayout.FormatRange()
            over.start = piece.laid.offsets.to_utf16(start - piece.start)
            until = piece.laid.offsets.to_utf16(end - piece.start)
            over.length = until - over.start
            written = QTextCharFormat()
            written.setForeground(theme.current().colour("ink"))
            over.format = written
            ranges.append(over)
    return ranges
