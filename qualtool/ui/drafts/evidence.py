"""The excerpts behind somebody's stance to a claim; keys judge one, Enter opens its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qualtool.i18n import gettext as _
from qualtool.reports.wording import quoted_words
from qualtool.store.rows import ExcerptRow
from qualtool.ui import fonts, theme
from qualtool.ui.drafts.voices import JUDGING
from qualtool.ui.findings.part import about
from qualtool.ui.matrix.painting import laid_out
from qualtool.ui.panels.row_table import Index

_BEHIND: Final = Qt.ItemDataRole.UserRole
LEFT, TOP, SIGN, RIGHT = 16, 8, 20, 16


@dataclass(frozen=True, slots=True)
class Behind:
    """An excerpt, whether it speaks against the claim, and whether that was judged."""

    excerpt: ExcerptRow
    against: bool
    judged: bool


class EvidenceList(QListWidget):
    """+ stands for the claim, − against it, 0 neither, Delete as it is coded; Enter opens it."""

    judged = Signal(int, str)  # excerpt, stance; empty for as it is coded
    place_wished = Signal(int, int, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_BehindDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Excerpts behind it"))
        self.itemDoubleClicked.connect(self._open)

    def show_excerpts(self, found: Sequence[Behind]) -> None:
        """Show these; the keys stay where they are."""
        here = self.currentRow()
        self.clear()
        for each in found:
            stands = _("Speaks against it") if each.against else _("Supports it")
            words = f"{stands}: {quoted_words(each.excerpt)}\n{about(each.excerpt)}"
            item = QListWidgetItem(words)
            item.setData(_BEHIND, each)
            self.addItem(item)
        if found:
            self.setCurrentRow(min(max(0, here), len(found) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        each = self.currentIndex().data(_BEHIND)
        here = each if isinstance(each, Behind) else None
        if here is not None and event.key() in JUDGING:
            self.judged.emit(here.excerpt.id, JUDGING[event.key()])
        elif here is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentItem())
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _open(self, item: QListWidgetItem) -> None:
        excerpt = item.data(_BEHIND).excerpt
        self.place_wished.emit(excerpt.document_id, excerpt.start, excerpt.end)


class _BehindDelegate(QStyledItemDelegate):
    def __init__(self, view: EvidenceList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = self._words(QRectF(0, 0, self._view.viewport().width(), 0))
        each: Behind = index.data(_BEHIND)
        _layout, height = laid_out(quoted_words(each.excerpt), fonts.reading(14), words.width())
        return QSize(0, round(height + QFontMetricsF(fonts.interface(11)).height() + 2 + 2 * TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each: Behind = index.data(_BEHIND)
        colours, box = theme.current(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.fillRect(box, colours.colour("selection"))
            painter.fillRect(
                QRectF(box.left(), box.top(), 3, box.height()), colours.colour("accent")
            )
        words = self._words(box)
        painter.setFont(fonts.interface(14, bold=True))
        painter.setPen(colours.colour("trouble" if each.against else "good"))
        base = words.top() + QFontMetricsF(fonts.reading(14)).ascent()
        painter.drawText(QPointF(box.left() + LEFT, base), "−" if each.against else "+")
        layout, height = laid_out(quoted_words(each.excerpt), fonts.reading(14), words.width())
        painter.setPen(colours.colour("ink"))
        layout.draw(painter, words.topLeft())
        small = fonts.interface(11)
        measure = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        told = about(each.excerpt)
        if each.judged:
            told = f"{told} · {_('judged by you')}"
        cut = measure.elidedText(told, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QPointF(words.left(), words.top() + height + 2 + measure.ascent()), cut)
        painter.restore()

    @staticmethod
    def _words(box: QRectF) -> QRectF:
        return box.adjusted(LEFT + SIGN, TOP, -RIGHT, 0)
