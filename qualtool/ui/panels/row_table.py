"""A table whose rows are chosen whole: quiet lines between them, a bar where the keys are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualtool.ui import fonts, theme

Index = QModelIndex | QPersistentModelIndex
PADDING, CELL = 20, 8  # left of the first column, as in the panes around it; of the others
TICK = 16


def row_height(padding: int = 18) -> int:
    """The height of a row at the size of text there is."""
    return round(QFontMetricsF(fonts.interface(13)).height()) + padding


class RowTable(QTableView):
    """Set up so that tables look and answer to keys alike."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setProperty("role", "rows")

    def chosen_rows(self) -> list[int]:
        """The rows that are chosen, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def being_written(self) -> bool:
        """Whether a cell is being written in: keys are that field's own then."""
        return self.state() == QAbstractItemView.State.EditingState

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Choose these rows and go to the first, all at once however many they are."""
        model, chosen = self.model(), QItemSelection()
        for row in rows:
            chosen.select(model.index(row, 0), model.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if rows:
            first = model.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)


class RowDelegate(QStyledItemDelegate):
    """Paints a cell with the line below its row; the first column has room at its left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), row_height())

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ticked = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.features &= ~ticked
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect)
        colours = theme.current()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
        shown = QStyleOptionViewItem(option)
        shown.rect = option.rect.adjusted(self._left(index) - 3, 0, -self._right(index), 0)
        super().paint(painter, shown, index)
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, colours.colour("line"))
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            paint_tick(painter, self._tick(option, index), on=on)
        view = option.widget
        if self._first(index) and isinstance(view, QTableView) and view.hasFocus():
            current = view.currentIndex()
            if current.isValid() and current.row() == index.row():
                bar = QRectF(box.left(), box.top(), 3, box.height() - 1)
                painter.fillRect(bar, colours.colour("accent"))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on a tick changes it; keys are the view's."""
        if (
            isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
            and index.flags() & Qt.ItemFlag.ItemIsUserCheckable
            and self._tick(option, index).adjusted(-8, -8, 8, 8).contains(event.position())
        ):
            if event.type() == QEvent.Type.MouseButtonRelease:
                role = Qt.ItemDataRole.CheckStateRole
                model.setData(model.index(index.row(), index.column()), None, role)
            return True
        return False

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(self._left(index) - 9, 2, -2, -3))

    def _left(self, index: Index) -> int:
        return PADDING if self._first(index) else CELL

    def _right(self, index: Index) -> int:
        """What the words leave free at the right of a cell."""
        return 5

    def _first(self, index: Index) -> bool:
        return index.column() == 0

    def _tick(self, option: QStyleOptionViewItem, index: Index) -> QRectF:
        box = QRectF(option.rect)
        left = box.left() + (PADDING if self._first(index) else CELL)
        return QRectF(left, box.center().y() - TICK / 2 - 0.5, TICK, TICK)


def paint_tick(painter: QPainter, box: QRectF, *, on: bool) -> None:
    """A box, ticked or not."""
    colours = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = colours.colour("accent" if on else "field_line")
    painter.setPen(QPen(edge, 1.2))
    painter.setBrush(colours.colour("accent" if on else "surface"))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3.5, 3.5)
    if on:
        across = box.width() / 16
        points = [(4.2, 8.3), (7.0, 11.0), (11.8, 5.2)]
        painter.setPen(QPen(colours.colour("on_accent"), 1.7))
        painter.drawPolyline(
            QPolygonF([QPointF(box.left() + x * across, box.top() + y * across) for x, y in points])
        )
    painter.restore()


def paint_words(painter: QPainter, box: QRectF, *parts: tuple[str, str]) -> None:
    """Words one after the other, each in the colour of a role, cut where they do not fit."""
    font = fonts.interface(13)
    measure = QFontMetricsF(font)
    painter.save()
    painter.setFont(font)
    for words, role in parts:
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(theme.current().colour(role))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        box = box.adjusted(measure.horizontalAdvance(shown), 0, 0, 0)
    painter.restore()
