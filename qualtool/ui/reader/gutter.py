"""The gutter at the left of the text: who speaks, the paragraph's number, and the time."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.page import Page, Shown, clock
from qualtool.ui.reader.written import written


def paint_gutter(painter: QPainter, page: Page, piece: Shown, top: float, at: Measure) -> None:
    """Paint what stands beside a piece whose top is at `top` of the view."""
    if not page.pieces.opens(piece.number) or not page.reading.text.strip():
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
    painter.setFont(face.small)
    painter.setPen(colours.colour("muted"))
    place = place_words(page, piece.number)
    left = at.gutter_right - QFontMetricsF(face.small).horizontalAdvance(place)
    painter.drawText(QPointF(left, round(baseline)), place)


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
