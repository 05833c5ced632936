"""Paints what is seen of a document: gutter, text with its codings, margin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from qualtool.ui import theme
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.gutter import paint_gutter
from qualtool.ui.reader.margin import Columns, View, names, stripes
from qualtool.ui.reader.margin_painting import Margin, Target, paint_margin
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.page import Page
from qualtool.ui.reader.painting import Emphasis, Look, paint_piece


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a frame is painted from. `coded` is empty in reading mode."""

    page: Page
    coded: Coded
    columns: Columns
    measure: Measure
    look: Look
    margin_emphasis: Emphasis
    top: int
    height: int
    caret: int | None  # where it is shown, None where it is not
    sign_of: Callable[[str | None], str]


def paint_frame(painter: QPainter, frame: Frame, exposed: QRect) -> list[Target]:
    """Paint a frame; what can be pointed at in its margin."""
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
        codings = frame.coded.between(piece.start, max(piece.end, piece.start + 1))
        place = QPointF(at.text_left, piece.top - frame.top)
        apart = page.set_apart(piece.number)
        paint_piece(painter, piece, place, codings, frame.look, apart=apart)
        paint_gutter(painter, page, piece, place.y(), at)
    if frame.caret is not None:
        _paint_caret(painter, frame, frame.caret)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = stripes(view, frame.coded, frame.columns)
    margin = Margin(
        stripes=shown,
        names=names(view, shown),
        scroll=frame.top,
        bottom=view.bottom,
        sign_of=frame.sign_of,
    )
    return paint_margin(painter, margin, at, page.face, frame.margin_emphasis)


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
