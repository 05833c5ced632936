"""Paints a piece of text: the tints of its codings, what is selected, and the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import floor
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from qualtool.core.hits import Hits
from qualtool.core.packing import lanes, stretches
from qualtool.store.rows import CodingRow
from qualtool.ui import theme
from qualtool.ui.reader.face import Face
from qualtool.ui.reader.hands import paint_line
from qualtool.ui.reader.page import Shown

_WIDE: Final = 1e5  # pixels: more than any line
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which codings stand out: those of an excerpt, of a code, or under the mouse."""

    excerpts: frozenset[int] = frozenset()
    codes: frozenset[int] = frozenset()
    coding: int | None = None  # of the chosen excerpt, the one that is meant
    alone: CodingRow | None = None  # the only one of its excerpt that stands out

    def __bool__(self) -> bool:
        """Whether any coding may stand out."""
        return bool(self.excerpts or self.codes or self.alone)

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
    hits: Hits = field(default_factory=Hits)  # places that were found

    def touched(self, start: int, end: int, codings: Sequence[CodingRow]) -> Span | None:
        """From where to where anything but text and tints is painted between two places."""
        lit = self.flash[0] if self.flash else None
        spans = [span for span in (self.selection, self.offered, lit) if span]
        if self.emphasis:
            spans += [(each.start, each.end) for each in codings if self.emphasis.holds(each)]
        if self.hits:
            spans += self.hits.between(start, end)
        spans = [span for span in spans if span[0] < end and span[1] > start]
        if not spans:
            return None
        return max(start, min(one for one, _end in spans)), min(end, max(to for _one, to in spans))


def paint_piece(
    painter: QPainter,
    piece: Shown,
    place: QPointF,
    codings: Sequence[CodingRow],
    look: Look,
    *,
    apart: bool,
    lines: tuple[int, int] | None = None,
) -> None:
    """Paint a piece whose top left corner is at `place`; `apart` sets it in the quieter ink.

    `lines` are the first and the last line that are to be painted, None for all.
    """
    colours, laid = theme.current(), piece.laid
    within, clip = (piece.start, piece.end), QRectF()
    if lines is not None:
        first, last = lines
        within = (
            piece.start + laid.line_span(first)[0],
            piece.start + laid.line_span(last)[1],
        )
        # A pixel less above and below, or the lines beside them would be drawn too.
        height = (last - first + 1) * laid.line - 2
        clip = QRectF(-_WIDE, first * laid.line + 1, 2 * _WIDE, height)
    painter.save()
    painter.translate(place)
    lane_of = lanes([(coding.start, coding.end) for coding in codings])
    if codings:
        _paint_tints(painter, piece, codings, look, lane_of, within)
    hits = look.hits.between(*within)
    for hit in hits:
        _fill(painter, piece, hit, colours.colour("hit"), look.face, within)
    if look.flash is not None:
        lit = QColor(colours.colour("accent"))
        lit.setAlphaF(0.30 * look.flash[1])
        _fill(painter, piece, look.flash[0], lit, look.face, within)
    if look.selection is not None:
        selected = colours.colour("text_selection")
        _fill(painter, piece, look.selection, selected, look.face, within)
    if look.offered is not None:
        offered = QColor(colours.colour("accent"))
        offered.setAlphaF(0.22)
        _fill(painter, piece, look.offered, offered, look.face, within)
    if codings:
        _paint_underlines(painter, piece, codings, look, lane_of, within)
    if look.selection in hits:
        _paint_outline(painter, piece, look.selection, look.face, within)
    painter.setPen(colours.colour("muted" if apart else "ink"))
    dark = _darkened(codings, look, within) if apart else []
    if dark and laid.plain:
        _paint_in_two_inks(painter, piece, dark, within)
    else:
        laid.layout.draw(painter, QPointF(0, 0), _in_ink(piece, dark), clip)
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


def _paint_tints(
    painter: QPainter,
    piece: Shown,
    codings: Sequence[CodingRow],
    look: Look,
    lane_of: Sequence[int],
    within: Span,
) -> None:
    colours, emphasis = theme.current(), look.emphasis
    stand_out = [emphasis.holds(coding) for coding in codings] if emphasis else []
    spans = [(coding.start, coding.end) for coding in codings]
    found: list[tuple[int, int, QColor]] = []
    for stretch in stretches(spans, lane_of, *within):
        tint = colours.code_colour(codings[stretch.numbers[0]].colour).tint
        meant = [codings[n] for n in stretch.numbers if stand_out[n]] if stand_out else ()
        if meant:
            one = next((each for each in meant if each.id == emphasis.coding), meant[0])
            tint = strong_tint(one.colour)
        if found and found[-1][1] == stretch.start and found[-1][2] == tint:
            found[-1] = (found[-1][0], stretch.end, tint)
        else:
            found.append((stretch.start, stretch.end, tint))
    for start, end, tint in found:
        _fill(painter, piece, (start, end), tint, look.face, within)


def _paint_underlines(
    painter: QPainter,
    piece: Shown,
    codings: Sequence[CodingRow],
    look: Look,
    lane_of: Sequence[int],
    within: Span,
) -> None:
    """The codings above the lowest, each as a line in its colour, so that all can be seen."""
    kept = _without_repeats(codings)
    if len(kept) < len(codings):
        codings, lane_of = kept, lanes([(coding.start, coding.end) for coding in kept])
    deepest = max(lane_of)
    face = look.face
    for coding, lane in zip(codings, lane_of, strict=True):
        if coding.hand and not lane:
            _paint_hem(painter, piece, coding, face, within)
    if not deepest:
        return
    # Between this line's writing and the next there is room for about ten pixels of lines.
    pitch = min(face.thickness + face.zoom, 10 * face.zoom / deepest)
    if pitch >= 2:
        pitch = floor(pitch)  # on whole pixels, so that what is between the lines is as clear
    thick = max(1.0, min(face.thickness, pitch - max(1.0, 0.5 * face.zoom)))
    if pitch < 2:
        thick = pitch
    colours, laid = theme.current(), piece.laid
    for coding, lane in zip(codings, lane_of, strict=True):
        if not lane:
            continue
        mark = colours.code_colour(coding.colour).mark
        start, end = max(coding.start, within[0]), min(coding.end, within[1])
        below = face.underline + (lane - 1) * pitch
        for line, left, width in laid.strips(start - piece.start, end - piece.start):
            box = QRectF(left, line * laid.line + below, width, thick)
            paint_line(painter, box, mark, coding.hand)


def _without_repeats(codings: Sequence[CodingRow]) -> list[CodingRow]:
    """Of codings that would be the same line the first two: more would be a beam, not lines."""
    if len(codings) < 3:
        return list(codings)
    seen: Counter[tuple[int, int, str, int]] = Counter()
    kept = []
    for coding in codings:
        key = (coding.start, coding.end, coding.colour, coding.hand)
        seen[key] += 1
        if seen[key] <= 2:
            kept.append(coding)
    return kept


def _paint_hem(
    painter: QPainter, piece: Shown, coding: CodingRow, face: Face, within: Span
) -> None:
    """The line along the foot of a tint that says it is another coder's."""
    mark = theme.current().code_colour(coding.colour).mark
    start, end = max(coding.start, within[0]), min(coding.end, within[1])
    for box in piece.laid.boxes(start - piece.start, end - piece.start):
        foot = box.bottom() - 3 * face.zoom
        line = QRectF(box.left(), foot, box.width(), face.zoom)
        paint_line(painter, line, mark, coding.hand)


def _fill(
    painter: QPainter, piece: Shown, span: Span, colour: QColor, face: Face, within: Span
) -> None:
    start, end = max(span[0], within[0]), min(span[1], within[1])
    laid, inset = piece.laid, face.zoom
    height = laid.line - 3 * inset
    for line, left, width in laid.strips(start - piece.start, end - piece.start):
        painter.fillRect(QRectF(left, line * laid.line + inset, width, height), colour)


def _paint_outline(painter: QPainter, piece: Shown, span: Span, face: Face, within: Span) -> None:
    """The frame around the place that was gone to: its colour alone would not tell it apart."""
    painter.setPen(QPen(theme.current().colour("ink"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    start, end = max(span[0], within[0]), min(span[1], within[1])
    for box in piece.laid.boxes(start - piece.start, end - piece.start):
        painter.drawRect(box.adjusted(-1.5, face.zoom - 0.5, 0.5, -2 * face.zoom - 0.5))


def _darkened(codings: Sequence[CodingRow], look: Look, within: Span) -> list[Span]:
    """Where quiet writing stands on a colour it is set in full ink, or it could not be read."""
    spans = [(coding.start, coding.end) for coding in codings]
    spans += look.hits.between(*within)
    if look.selection is not None:
        spans.append(look.selection)
    return _joined(spans, *within)


def _paint_in_two_inks(painter: QPainter, piece: Shown, dark: Sequence[Span], within: Span) -> None:
    """Paint words in the ink that is set, but `dark` of them in full ink.

    Where each character is one code point this takes half the time of telling Qt what looks
    otherwise, which paints the rest around a cut-out.
    """
    edges = [within[0], *chain.from_iterable(dark), within[1]]
    _paint_runs(painter, piece, zip(edges[::2], edges[1::2], strict=True))
    painter.setPen(theme.current().colour("ink"))
    _paint_runs(painter, piece, dark)


def _paint_runs(painter: QPainter, piece: Shown, spans: Iterable[Span]) -> None:
    for start, end in spans:
        if start < end:
            for run in piece.laid.layout.glyphRuns(start - piece.start, end - start):
                painter.drawGlyphRun(QPointF(0, 0), run)


def _in_ink(piece: Shown, dark: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    """The same as Qt is told of it."""
    ranges = []
    for start, end in dark:
        over = QTextLayout.FormatRange()
        over.start = piece.laid.offsets.to_utf16(start - piece.start)
        over.length = piece.laid.offsets.to_utf16(end - piece.start) - over.start
        written = QTextCharFormat()
        written.setForeground(theme.current().colour("ink"))
        over.format = written
        ranges.append(over)
    return ranges


def _joined(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """What spans cover from `start` to `end`, none over another: Qt lets the last of two rule."""
    joined: list[Span] = []
    for one, other in sorted((max(a, start), min(b, end)) for a, b in spans):
        if joined and one <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], other))
        elif one < other:
            joined.append((one, other))
    return joined
