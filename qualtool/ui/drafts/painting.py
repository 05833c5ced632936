"""How a quotation is painted in the list: its verdict, its first words, whose they are."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.analysis.quotations import QuotationRow
from qualtool.core.quotation_marks import quoted
from qualtool.ui import fonts, theme
from qualtool.ui.drafts import wording
from qualtool.ui.drafts.model import ROW
from qualtool.ui.panels.row_table import Index

LEFT, RIGHT, TOP, GAP, LINES = 16, 16, 12, 4, 2
SIGN: Final = 24  # where the words begin beside the sign
CHIP: Final = 6
NARROWEST_CHIP: Final = 56


class QuotationDelegate(QStyledItemDelegate):
    """A row is as high as one or two lines of the quotation need."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small, read = _small_height(), QFontMetricsF(fonts.reading(14)).height()
        row: QuotationRow = index.data(ROW)
        words = quoted(" ".join(row.quotation.text.split()))
        wide = self._view.viewport().width() - LEFT - SIGN - RIGHT
        lines = 1 if advance(words) <= wide else LINES
        below = small + GAP if wording.whose(row) else 0.0
        return QSize(0, round(2 * TOP + small + GAP + lines * read + below))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        assert isinstance(row, QuotationRow)
        colours, box = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
            if self._view.hasFocus():
                bar = QRectF(box.left(), box.top(), 3, box.height())
                painter.fillRect(bar, colours.colour("accent"))
        line = QRectF(box.left() + LEFT, box.bottom() - 1, box.width() - LEFT - RIGHT, 1)
        painter.fillRect(line, colours.colour("line"))
        inner = box.adjusted(LEFT + SIGN, TOP, -RIGHT, -TOP)
        self._paint_verdict(painter, row, inner)
        top = inner.top() + _small_height() + GAP
        self._paint_words(painter, row, QRectF(inner.left(), top, inner.width(), 0))
        self._paint_whose(painter, row, inner)
        painter.restore()

    def _paint_verdict(self, painter: QPainter, row: QuotationRow, box: QRectF) -> None:
        colours, verdict = theme.current(), row.checked.verdict
        bold, small = fonts.interface(11, bold=True), fonts.interface(11)
        measure = QFontMetricsF(bold)
        base = box.top() + measure.ascent()
        painter.setPen(colours.colour(wording.ROLES[verdict]))
        painter.setFont(fonts.interface(14, bold=True))
        painter.drawText(QPointF(box.left() - SIGN + 2, base + 1), wording.SIGNS[verdict])
        painter.setFont(bold)
        words = wording.name(verdict)
        score = wording.score(row)
        if score:
            words = f"{words}  {score} %"
        painter.drawText(QPointF(box.left(), base), words)
        left = box.left() + measure.horizontalAdvance(words) + 10
        place = wording.place_in_draft(row)
        plain = QFontMetricsF(small)
        right = box.right() - plain.horizontalAdvance(place)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        painter.drawText(QPointF(right, base), place)
        for warning in wording.warnings(row):
            room = right - 8 - left
            wide = min(room, plain.horizontalAdvance(warning) + 2 * CHIP)
            if room < NARROWEST_CHIP:
                break
            chip = QRectF(left, box.top() - 2, wide, plain.height() + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("caution_tint"))
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(colours.colour("caution"))
            words = plain.elidedText(warning, Qt.TextElideMode.ElideRight, wide - 2 * CHIP + 1)
            painter.drawText(QPointF(left + CHIP, base), words)
            left += wide + 4

    def _paint_words(self, painter: QPainter, row: QuotationRow, box: QRectF) -> float:
        font = fonts.reading(14)
        words = quoted(" ".join(row.quotation.text.split()))
        painter.setPen(theme.current().colour("ink"))
        painter.setFont(font)
        return paint_lines(painter, words, box, LINES)

    def _paint_whose(self, painter: QPainter, row: QuotationRow, box: QRectF) -> None:
        small = fonts.interface(11)
        measure = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(theme.current().colour("muted"))
        words = measure.elidedText(wording.whose(row), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QPointF(box.left(), box.bottom() - measure.descent()), words)


def paint_lines(painter: QPainter, words: str, box: QRectF, most: int) -> float:
    """Paint words on at most so many lines, the last cut where more follow; where they end."""
    font = painter.font()
    measure = QFontMetricsF(font)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    top = box.top()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        shown = words[line.textStart() : line.textStart() + line.textLength()]
        if number == most - 1 and line.textStart() + line.textLength() < len(words):
            shown = measure.elidedText(
                words[line.textStart() :], Qt.TextElideMode.ElideRight, box.width()
            )
        painter.drawText(QPointF(box.left(), top + measure.ascent()), shown)
        top += measure.height()
    layout.endLayout()
    return top


@lru_cache(maxsize=2_000)
def advance(words: str) -> float:
    """How wide words are on one line."""
    return QFontMetricsF(fonts.reading(14)).horizontalAdvance(words)


def _small_height() -> float:
    return QFontMetricsF(fonts.interface(11)).height()
