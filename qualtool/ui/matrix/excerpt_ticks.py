"""The excerpts behind a cell, ticked where they are tied to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qualtool.analysis.matrix import Behind
from qualtool.i18n import gettext as _
from qualtool.reports.wording import quoted_words
from qualtool.ui import fonts, theme
from qualtool.ui.findings.part import about
from qualtool.ui.matrix.painting import laid_out
from qualtool.ui.panels.row_table import TICK, Index, paint_tick

_ROW: Final = Qt.ItemDataRole.UserRole
LEFT, TOP, GAP, RIGHT = 16, 8, 10, 12


class ExcerptTicks(QListWidget):
    """Space ties an excerpt to the cell or lets it go, Enter opens its place, Escape goes back."""

    link_wished = Signal(int, bool)
    place_wished = Signal(int, int, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "plain-list")
        self.setItemDelegate(_Ticked(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Excerpts behind the cell"))
        self.itemChanged.connect(self._tell)
        self.itemDoubleClicked.connect(self._open)

    def show_excerpts(self, found: Sequence[Behind], *, writable: bool) -> None:
        """Show these, ticked where they are tied to the cell; the keys stay where they are."""
        here = self.currentRow()
        before = [self.item(row).data(_ROW).excerpt.id for row in range(self.count())]
        self.blockSignals(True)
        self.clear()
        for each in found:
            item = QListWidgetItem(f"{quoted_words(each.excerpt)}\n{about(each.excerpt)}")
            item.setData(_ROW, each)
            ticks = Qt.ItemFlag.ItemIsUserCheckable if writable else Qt.ItemFlag.NoItemFlags
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | ticks)
            item.setCheckState(Qt.CheckState.Checked if each.linked else Qt.CheckState.Unchecked)
            self.addItem(item)
        if found:
            same = [each.excerpt.id for each in found] == before
            self.setCurrentRow(max(0, here) if same else 0)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _tell(self, item: QListWidgetItem) -> None:
        each: Behind = item.data(_ROW)
        on = item.checkState() == Qt.CheckState.Checked
        if on != each.linked:
            self.link_wished.emit(each.excerpt.id, on)

    def _open(self, item: QListWidgetItem) -> None:
        excerpt = item.data(_ROW).excerpt
        self.place_wished.emit(excerpt.document_id, excerpt.start, excerpt.end)


class _Ticked(QStyledItemDelegate):
    """Paints what was said in the face of reading, where it was said below it, and a tick."""

    def __init__(self, view: ExcerptTicks) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, box = theme.current(), QRectF(option.rect)
        each: Behind = index.data(_ROW)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected and self._view.hasFocus():
            painter.fillRect(box, colours.colour("selection"))
            painter.fillRect(
                QRectF(box.left(), box.top(), 3, box.height()), colours.colour("accent")
            )
        paint_tick(painter, _tick(box), on=each.linked)
        words = self._words(box)
        layout, height = laid_out(quoted_words(each.excerpt), fonts.reading(15), words.width())
        painter.setPen(colours.colour("ink"))
        layout.draw(painter, words.topLeft())
        small = fonts.interface(11)
        measure = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        told = measure.elidedText(about(each.excerpt), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QPointF(words.left(), words.top() + height + 2 + measure.ascent()), told)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._view.viewport().width()
        each: Behind = index.data(_ROW)
        words = self._words(QRectF(0, 0, wide, 0))
        _layout, height = laid_out(quoted_words(each.excerpt), fonts.reading(15), words.width())
        small = QFontMetricsF(fonts.interface(11)).height()
        return QSize(wide, round(height + small + 2 + 2 * TOP))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the tick changes it; keys are as in any list."""
        if isinstance(event, QMouseEvent):
            near = _tick(QRectF(option.rect)).adjusted(-8, -8, 8, 8).contains(event.position())
            if not near or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                return False
            if event.type() == QEvent.Type.MouseButtonRelease:
                each: Behind = index.data(_ROW)
                state = Qt.CheckState.Unchecked if each.linked else Qt.CheckState.Checked
                self._view.item(index.row()).setCheckState(state)
            return True
        return super().editorEvent(event, model, option, index)

    @staticmethod
    def _words(box: QRectF) -> QRectF:
        return box.adjusted(LEFT + TICK + GAP, TOP, -RIGHT, 0)


def _tick(box: QRectF) -> QRectF:
    return QRectF(box.left() + LEFT, box.top() + TOP + 2, TICK, TICK)
