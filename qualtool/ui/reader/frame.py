"""Paints what is seen of a document: gutter, text with its codings, margin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from qualtool.core.coverage import Coverage
from qualtool.i18n import gettext as _
from qualtool.store.rows import CodingRow
from qualtool.ui import fonts, theme
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.drawn import Drawn, whole
from qualtool.ui.reader.grips import Grips, paint_grips
from qualtool.ui.reader.gutter import paint_gutter
from qualtool.ui.reader.margin import Columns, View, names, stripes, worded
from qualtool.ui.reader.margin_painting import Margin, Target, paint_margin, rows_wished
from qualtool.ui.reader.marked import paint_uncoded
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.page import TOP, Page, Shown
from qualtool.ui.reader.painting import Emphasis, Look, paint_piece

_OVERHANG = 6  # pixels that a letter may reach over the edge of the text


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a frame is painted from. `coded` is empty in reading mode."""

    page: Page
    coded: Coded
    columns: Columns
    drawn: Drawn
    measure: Measure
    look: Look
    margin_emphasis: Emphasis
    top: int
    height: int
    caret: int | None  # where it is shown, None where it is not
    sign_of: Callable[[str | None], str]
    grips: Grips | None = None
    uncoded: Coverage = field(default_factory=Coverage)


def paint_frame(painter: QPainter, frame: Frame, exposed: QRect) -> list[Target] | None:
    """Paint what is exposed of a frame; what can be pointed at, None where no margin is exposed."""
    colours = theme.current()
    page, at = frame.page, frame.measure
    painter.fillRect(exposed, colours.colour("surface"))
    view = View(
        page,
        tuple(page.between(frame.top, frame.top + frame.height)),
        frame.top,
        frame.top + frame.height,
    )
    for piece in view.pieces:
        top = piece.top - frame.top
        if top <= exposed.bottom() and piece.bottom + page.face.line - frame.top >= exposed.top():
            _paint_piece(painter, frame, piece, exposed)
            if frame.uncoded.starts:
                paint_uncoded(painter, page, piece, frame.uncoded, top, at)
    if page.blank:
        _paint_no_text(painter, frame)
    if frame.caret is not None:
        _paint_caret(painter, frame, frame.caret)
    if frame.grips is not None:
        paint_grips(painter, page, frame.grips, at.text_left, frame.top, frame.height)
    if exposed.right() < at.margin_left - _OVERHANG:
        return None
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = stripes(view, frame.coded, frame.columns)
    margin = Margin(
        stripes=shown,
        names=names(
            view,
            shown,
            lambda coding, beside: rows_wished(
                worded(coding, frame.sign_of), beside, at, page.face
            ),
        ),
        scroll=frame.top,
        bottom=view.bottom,
        sign_of=frame.sign_of,
    )
    return paint_margin(painter, margin, at, page.face, frame.margin_emphasis)


def draw_ahead(frame: Frame, ratio: float) -> bool:
    """Draw the next piece of what stands a screen below; whether there was one left to draw."""
    page = frame.page
    below = frame.top + 2 * frame.height
    number = page.piece_at(frame.top + frame.height)
    while number < len(page.pieces) and page.top(number) < below:
        piece = page.shown(number)
        codings = frame.coded.between(piece.start, max(piece.end, piece.start + 1))
        size, paint = _plain(frame, piece, codings)
        behind = theme.current().colour("surface")
        if frame.drawn.draw_ahead(ratio, number, codings, size, behind, paint):
            return True
        number += 1
    return False


def paint_nothing(painter: QPainter, room: QRect) -> None:
    """Paint what is seen while no document is shown."""
    painter.fillRect(room, theme.current().colour("surface"))
    painter.setPen(theme.current().colour("muted"))
    painter.setFont(fonts.interface(13))
    words = _("Choose a document on the left to read it here.")
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def _paint_piece(painter: QPainter, frame: Frame, piece: Shown, exposed: QRect) -> None:
    page, at, look = frame.page, frame.measure, frame.look
    codings = frame.coded.between(piece.start, max(piece.end, piece.start + 1))
    apart = page.set_apart(piece.number)
    top = piece.top - frame.top
    last = len(piece.laid.starts) - 1

    def paint_lines(to: QPainter, y: float, look: Look, lines: tuple[int, int] | None) -> None:
        place = QPointF(at.text_left, y)
        paint_piece(to, piece, place, codings, look, apart=apart, lines=lines)

    touched = look.touched(piece.start, piece.end, codings)
    first, final = 0, last
    if touched is not None:
        first, final = (piece.laid.line_at(offset - piece.start) for offset in touched)
    ratio = painter.device().devicePixelRatio()
    if touched is None or (2 * (final - first + 1) <= last and ratio == int(ratio)):
        # All that is no selection and does not stand out looks the same in the next frame.
        behind = theme.current().colour("surface")
        size, paint_plain = _plain(frame, piece, codings)
        if frame.drawn.draw(painter, piece.number, top, codings, size, behind, paint_plain):
            if touched is not None:
                line = page.face.line
                left, width = at.text_left - _OVERHANG, at.text_width + 2 * _OVERHANG
                band = QRect(left, top + first * line, width, (final - first + 1) * line)
                painter.save()
                painter.setClipRect(band)
                painter.fillRect(band, behind)
                # What is beside these lines reaches a little into them.
                paint_lines(painter, top, look, (max(0, first - 1), min(last, final + 1)))
                painter.restore()
            return
    y = top if touched is not None else whole(painter, top)
    line = page.face.line
    above = max(0, (exposed.top() - top) // line - 1)
    below = min(last, (exposed.bottom() - top) // line + 1)
    paint_gutter(painter, page, piece, y, at)
    if above <= below:
        paint_lines(painter, y, look, (above, below) if (above, below) != (0, last) else None)


def _plain(
    frame: Frame, piece: Shown, codings: Sequence[CodingRow]
) -> tuple[QSize, Callable[[QPainter], None]]:
    """How large a picture of a piece is in which nothing stands out, and what paints it."""
    page, at = frame.page, frame.measure

    def paint(to: QPainter) -> None:
        paint_gutter(to, page, piece, 0, at)
        place, apart = QPointF(at.text_left, 0), page.set_apart(piece.number)
        paint_piece(to, piece, place, codings, Look(frame.look.face), apart=apart)

    height = max(page.heights[piece.number], piece.laid.height)
    return QSize(at.text_right + _OVERHANG, height), paint


def _paint_no_text(painter: QPainter, frame: Frame) -> None:
    """Say that the document is empty, or its one white line would look like something missing."""
    face = frame.page.face
    painter.setFont(face.text)
    painter.setPen(theme.current().colour("muted"))
    place = QPointF(frame.measure.text_left, TOP - frame.top + face.baseline)
    painter.drawText(place, _("This document has no text."))


def _paint_caret(painter: QPainter, frame: Frame, offset: int) -> None:
    box = frame.page.caret_box(offset)
    width = max(1.5, 1.5 * frame.page.face.zoom)
    painter.fillRect(
        QRectF(
            frame.measure.text_left + box.left() - width / 2,
            box.top() - frame.top + 2,
            width,
            box.height() - 4,
        ),
        theme.current().colour("accent"),
    )
