"""The gutter at the left of the text: who speaks, how the place is cited, and the time."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.page import Page, Shown, clock
from qualtool.ui.reader.written import written

_EVERY: Final = 5  # lines, as in printed editions
_AT_THE_RIGHT: Final = int(
    Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
)


def paint_gutter(painter: QPainter, page: Page, piece: Shown, top: float, at: Measure) -> None:
    """Paint what stands beside a piece whose top is at `top` of the view."""
    if page.blank:
        return
    if not page.pieces.opens(piece.number):
        _number_lines(painter, page, piece, top, at, after=top)
        return
    colours = theme.current()
    face = page.face
    row = face.row - 1
    # The first row stands on the line of the first words, whatever the sizes of the two faces.
    baseline = top + face.baseline - 1
    if speaker := shown_speaker(page, piece.number):
        painter.setFont(face.small_bold)
        painter.setPen(colours.colour("muted" if page.set_apart(piece.number) else "ink"))
        words = written(speaker, face, at.gutter_right - at.gutter_left, bold=True)
        words.draw(painter, at.gutter_right - words.width, baseline - face.small_ascent, 0)
        baseline += row
    painter.setPen(colours.colour("muted"))
    _write(painter, page, at, place_words(page, piece.number), baseline)
    _number_lines(painter, page, piece, top, at, after=baseline + row)


def shown_speaker(page: Page, number: int) -> str:
    """The speaker as the gutter names it: only where a turn begins."""
    return page.speaker(number) if page.opens_turn(number) else ""


def place_words(page: Page, number: int) -> str:
    """How a piece's beginning is cited, and its moment where the source has it."""
    cited, moment = page.place_at(page.pieces.starts[number]), page.moment(number)
    if cited.kind == "time":
        # A paragraph without a time of its own belongs to the one before.
        return "" if moment is None else clock(moment)
    words = _("p. {number}").format(number=cited.value) if cited.kind == "page" else cited.value
    if moment is None:
        return words
    return _("{number} · {time}").format(number=words, time=clock(moment))


def _number_lines(
    painter: QPainter, page: Page, piece: Shown, top: float, at: Measure, *, after: float
) -> None:
    """Number every fifth of the lines that are cited, beside the words with which it begins."""
    if not page.lines:
        return
    face = page.face
    painter.setPen(theme.current().colour("muted"))
    first = bisect_left(page.lines, piece.start)
    for index in range(first, bisect_left(page.lines, max(piece.end, piece.start + 1))):
        row = piece.laid.line_at(page.lines[index] - piece.start)
        baseline = top + row * face.line + face.baseline - 1
        if (index + 1) % _EVERY == 0 and baseline > after:
            _write(painter, page, at, str(index + 1), baseline)


def _write(painter: QPainter, page: Page, at: Measure, words: str, baseline: float) -> None:
    if not words:
        return
    top = round(baseline) - page.face.small_ascent
    box = QRectF(at.gutter_left, top, at.gutter_right - at.gutter_left, page.face.row)
    painter.setFont(page.face.small)
    # In one call it is set once; asking for its width first would set it twice.
    painter.drawText(box, _AT_THE_RIGHT, words)
