"""The gutter at the left of the text: who speaks, the paragraph's number, and the time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.page import Page, Shown, clock


def paint_gutter(painter: QPainter, page: Page, piece: Shown, top: float, at: Measure) -> None:
    """Paint what stands beside a piece whose top is at `top` of the view."""
    if not page.pieces.opens(piece.number):
        return
    colours = theme.current()
    face = page.face
    row = face.row - 1
    # The first row stands on the line of the first words, whatever the sizes of the two faces.
    metrics = QFontMetricsF(face.small_bold)
    top += face.baseline - metrics.ascent() - (row - metrics.height()) / 2 - 1
    if speaker := shown_speaker(page, piece.number):
        painter.setFont(face.small_bold)
        painter.setPen(colours.colour("muted" if page.set_apart(piece.number) else "ink"))
        room = at.gutter_right - at.gutter_left
        cut = metrics.elidedText(speaker, Qt.TextElideMode.ElideRight, room)
        _right(painter, at, top, row, cut)
        top += row
    painter.setFont(face.small)
    painter.setPen(colours.colour("muted"))
    _right(painter, at, top, row, place_words(page, piece.number))


def shown_speaker(page: Page, number: int) -> str:
    """The speaker as the gutter names it: only where a turn begins."""
    return page.speaker(number) if page.opens_turn(number) else ""


def place_words(page: Page, number: int) -> str:
    """The number of a piece's paragraph, and its moment where the source has it."""
    paragraph = page.pieces.paragraphs[number]
    moment = page.moment(number)
    if moment is None:
        return str(paragraph)
    return _("{number} · {time}").format(number=paragraph, time=clock(moment))


def _right(painter: QPainter, at: Measure, top: float, row: float, words: str) -> None:
    box = QRectF(at.gutter_left - 40, top, at.gutter_right - at.gutter_left + 40, row)
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
