"""How a step looks in the trail: its day above it, the hour, the sentence, and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.analysis.history import worded
from qualtool.core.day_words import clock_of, day_in_words, day_of
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.store.rows import StepRow
from qualtool.ui import fonts, theme
from qualtool.ui.models.trail import Role

Index = QModelIndex | QPersistentModelIndex
PAD, CLOCK, DAY = 16, 48, 36  # pixels


class StepDelegate(QStyledItemDelegate):
    """One line for what was done, one more for why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        step = index.data(Role.STEP)
        line = QFontMetricsF(fonts.interface(13)).height()
        height = line + 14
        if isinstance(step, StepRow) and step.reason:
            height += line + 2
        return QSize(0, round(height) + (DAY if index.data(Role.FIRST) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step = index.data(Role.STEP)
        assert isinstance(step, StepRow)
        colours = theme.current()
        box = QRectF(option.rect)
        painter.save()
        if index.data(Role.FIRST):
            head = QRectF(box.left() + PAD, box.top() + 10, box.width() - 2 * PAD, DAY - 12)
            painter.setPen(colours.colour("muted"))
            day = day_in_words(day_of(step.created_ms), language())
            _write(painter, head, day, fonts.interface(11, bold=True))
            box.setTop(box.top() + DAY)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
        line = QFontMetricsF(fonts.interface(13)).height()
        row = QRectF(box.left() + PAD, box.top() + 7, box.width() - 2 * PAD, line)
        painter.setPen(colours.colour("muted"))
        _write(painter, row, clock_of(step.created_ms), fonts.interface(11))
        small = fonts.interface(11)
        who = min(QFontMetricsF(small).horizontalAdvance(step.coder) + 1, 140.0)
        _write(painter, QRectF(row.right() - who, row.top(), who, line), step.coder, small)
        said = QRectF(row.left() + CLOCK, row.top(), row.width() - CLOCK - who - 12, line)
        font = fonts.interface(13)
        font.setStrikeOut(step.undone)
        painter.setPen(colours.colour("muted" if step.undone else "ink"))
        _write(painter, said, worded(step), font)
        if step.reason:
            painter.setPen(colours.colour("muted"))
            why = _("because {reason}").format(reason=step.reason)
            italic = fonts.interface(13)
            italic.setItalic(True)
            _write(painter, said.translated(0, line + 2), why, italic)
        bottom = QRectF(box.left() + PAD, box.bottom() - 1, box.width() - 2 * PAD, 1)
        painter.fillRect(bottom, colours.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1),
                             colours.colour("accent"))  # fmt: skip
        painter.restore()


def _write(painter: QPainter, box: QRectF, words: str, font: QFont) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
