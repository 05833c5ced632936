"""What is marked in the text besides codings: the places found, and what is not coded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from qualtool.core.coverage import Coverage
from qualtool.core.hits import Hits
from qualtool.ui import theme
from qualtool.ui.reader.measure import Measure
from qualtool.ui.reader.page import Page, Shown

_BESIDE: Final = 10  # pixels from the text to the middle of the line beside it
_THICK: Final = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """Found places, and uncoded stretches; both empty where they are not shown."""

    hits: Hits = field(default_factory=Hits)
    uncoded: Coverage = field(default_factory=Coverage)


def paint_uncoded(
    painter: QPainter, page: Page, piece: Shown, uncoded: Coverage, top: float, at: Measure
) -> None:
    """Paint a line beside what is not coded of a piece whose top is at `top` of the view."""
    if page.set_apart(piece.number):
        return
    for start, end in uncoded.between(piece.start, piece.end):
        first = piece.laid.line_at(max(start, piece.start) - piece.start)
        last = piece.laid.line_at(max(min(end, piece.end) - 1, piece.start) - piece.start)
        above, below = top + first * page.face.line, top + (last + 1) * page.face.line
        # A long paragraph is of several pieces, and the line goes on from one to the next.
        above += 4 if start >= piece.start or page.pieces.opens(piece.number) else 0
        below -= 4 if end <= piece.end or page.pieces.closes(piece.number) else 0
        x = at.text_left - _BESIDE * min(page.face.zoom, 1.35)
        painter.fillRect(QRectF(QPointF(x, above), QPointF(x + _THICK, below)), tone())


def tone() -> QColor:
    """What uncoded stretches are marked with: quiet, but to be seen."""
    return theme.current().colour("faint")
