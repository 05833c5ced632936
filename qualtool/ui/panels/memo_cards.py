"""How a memo looks in a list: what it goes by, how it begins, what it is on, and its facts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.store.rows import MemoRow
from qualtool.ui import fonts, icons, theme
from qualtool.ui.memo_words import about, facts, heading
from qualtool.ui.models.memos import Role
from qualtool.ui.panels.tree_rows import paint_mark

Index = QModelIndex | QPersistentModelIndex

PAD, LINES = 16, 2


class MemoDelegate(QStyledItemDelegate):
    """Paints a memo; all are equally high, so that thousands are laid out at once."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(_height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        memo = index.data(Role.MEMO)
        assert isinstance(memo, MemoRow)
        colours = theme.current()
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
        painter.setPen(colours.colour("line"))
        painter.drawLine(box.bottomLeft() + QPointF(PAD, 0), box.bottomRight() - QPointF(PAD, 0))
        left, width = box.left() + PAD, box.width() - 2 * PAD
        top = box.top() + 10
        room = width - 18 if memo.private else width
        painter.setPen(colours.colour("ink"))
        top += _line(painter, heading(memo), fonts.interface(13, bold=True), left, top, room) + 2
        if memo.private:
            place = QRectF(box.right() - PAD - 12, box.top() + 12, 12, 12)
            icons.paint(painter, "lock", place, colours.colour("muted"))
        painter.setPen(colours.colour("muted"))
        _opening(painter, memo, left, top, width)
        top += LINES * _measure(fonts.reading(13)).lineSpacing() + 4
        start = left
        if memo.target in ("code", "theme") and memo.colour:
            paint_mark(painter, QRectF(left, top + 3, 8, 8), memo.colour)
            start += 13
            painter.setPen(colours.colour("muted"))
        small = fonts.interface(11)
        said = facts(memo)
        taken = min(_measure(small).horizontalAdvance(said), width * 0.62)
        _line(painter, about(memo), small, start, top, width - taken - 12 - (start - left))
        _line(painter, said, small, left + width - taken, top, taken + 1)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


def _height() -> float:
    words = _measure(fonts.interface(13, bold=True)).height()
    opening = LINES * _measure(fonts.reading(13)).lineSpacing()
    return 10 + words + 2 + opening + 4 + _measure(fonts.interface(11)).height() + 11


def _line(
    painter: QPainter, words: str, font: QFont, left: float, top: float, width: float
) -> float:
    measure = _measure(font)
    painter.setFont(font)
    cut = measure.elidedText(words, Qt.TextElideMode.ElideRight, width)
    painter.drawText(QPointF(left, top + measure.ascent()), cut)
    return measure.height()


def _opening(painter: QPainter, memo: MemoRow, left: float, top: float, width: float) -> None:
    """The first lines of the text; not again what it goes by already."""
    words = " ".join(memo.text[:600].split())
    if not memo.title and words.startswith(heading(memo)):
        words = words[len(heading(memo)) :].lstrip()
    font = fonts.reading(13)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    measure = _measure(font)
    painter.setFont(font)
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        part = words[line.textStart() : line.textStart() + line.textLength()]
        if number == LINES - 1:
            part = measure.elidedText(words[line.textStart() :], Qt.TextElideMode.ElideRight, width)
        painter.drawText(
            QPointF(left, top + number * measure.lineSpacing() + measure.ascent()), part
        )
    layout.endLayout()


def _measure(font: QFont) -> QFontMetricsF:
    return QFontMetricsF(font)
