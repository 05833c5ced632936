"""The list of the blocks of a report: choose, move, rename, remove, by mouse and by keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, icons, theme
from qualtool.ui.panels.row_table import row_height
from qualtool.ui.report.block_model import FRONT, BlockLine, BlockModel, Index, Role

SIDE, NUMBER, LOCK, SPACE = 16, 28, 14, 8
ROOMY: Final = 210  # a narrower row has room for the heading alone
Held: Final = Qt.KeyboardModifier


class BlockList(QListView):
    """Alt with the arrows moves the chosen block, F2 renames, Del removes, Ctrl+D duplicates."""

    chosen = Signal(int)  # key
    moved = Signal(list, int)  # keys, before which of the blocks
    rename_wished = Signal(int)
    remove_wished = Signal(int)
    copy_wished = Signal(int)
    add_wished = Signal()
    opened = Signal(int)
    menu_wished = Signal(int, object)  # key, where on the screen

    def __init__(self) -> None:
        super().__init__()
        self.lines = BlockModel()
        self.setModel(self.lines)
        self.setItemDelegate(BlockDelegate(self))
        self.setAccessibleName(_("Blocks of the report"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._drop_at: int | None = None
        self.lines.dropped.connect(self.moved)
        self.selectionModel().currentChanged.connect(lambda now, _was: self._tell(now))

    def show_lines(self, lines: list[BlockLine], key: int | None) -> None:
        """Show these lines, with this one chosen."""
        heard = self.blockSignals(True)
        self.lines.show_lines(lines)
        self.blockSignals(heard)
        self.choose(key)
        high = sum(row_high(line) for line in lines) + 2
        if high != self.maximumHeight():
            self.setMaximumHeight(high)
            self.updateGeometry()

    def choose(self, key: int | None) -> None:
        """Choose the row of this key; nobody is told."""
        row = self.lines.row_of(key) if key is not None else -1
        index = self.lines.index(row)
        if index.isValid() and index != self.currentIndex():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            heard = self.blockSignals(True)
            self.selectionModel().setCurrentIndex(index, flags)
            self.blockSignals(heard)
            self.scrollTo(index)

    @property
    def key(self) -> int | None:
        """The key of the chosen row."""
        line = self.lines.line(self.currentIndex().row())
        return line.key if line is not None else None

    def move_by(self, step: int) -> None:
        """Move the chosen block up or down."""
        keys = [line.key for row in range(self.lines.rowCount()) if (line := self.lines.line(row))]
        keys = [key for key in keys if key != FRONT]
        if not self.lines.moves or self.key not in keys:
            return
        goal = keys.index(self.key) + step
        if 0 <= goal < len(keys):
            self.moved.emit([self.key], goal + (step > 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held, key = event.modifiers() & ~Held.KeypadModifier, self.key
        match event.key():
            case Qt.Key.Key_Up if held == Held.AltModifier:
                self.move_by(-1)
            case Qt.Key.Key_Down if held == Held.AltModifier:
                self.move_by(1)
            case Qt.Key.Key_F2 if key is not None:
                self.rename_wished.emit(key)
            case Qt.Key.Key_Delete if key not in (None, FRONT):
                self.remove_wished.emit(key)
            case Qt.Key.Key_D if held == Held.ControlModifier and key not in (None, FRONT):
                self.copy_wished.emit(key)
            case Qt.Key.Key_Insert | Qt.Key.Key_Plus:
                self.add_wished.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if key is not None:
                self.opened.emit(key)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = self.lines.line(index.row())
        if line is not None:
            self.choose(line.key)
            self.chosen.emit(line.key)
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wished.emit(line.key, self.viewport().mapToGlobal(at))

    def dragMoveEvent(self, event: QDropEvent) -> None:
        super().dragMoveEvent(event)  # type: ignore[arg-type]  # the stubs know only the subclass
        self._drop_at = self._row_at(event.position())
        event.accept()
        self.viewport().update()

    def dragLeaveEvent(self, event: object) -> None:
        self._drop_at = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        row, self._drop_at = self._row_at(event.position()), None
        self.lines.dropMimeData(
            event.mimeData(), Qt.DropAction.MoveAction, row, 0, self.rootIndex()
        )
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_at is None:
            return
        rows = self.lines.rowCount()
        last = self.visualRect(self.lines.index(min(self._drop_at, rows - 1)))
        y = last.bottom() if self._drop_at >= rows else last.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.current().colour("accent"), 2))
        painter.drawLine(QPointF(SIDE, y), QPointF(self.viewport().width() - SIDE, y))

    def sizeHint(self) -> QSize:
        lines = (self.lines.line(row) for row in range(self.lines.rowCount()))
        return QSize(240, sum(row_high(line) for line in lines if line is not None) + 2)

    def _row_at(self, place: QPointF) -> int:
        """Before which row something is dropped here; never before the title."""
        index = self.indexAt(place.toPoint())
        if not index.isValid():
            return self.lines.rowCount()
        below = place.y() > self.visualRect(index).center().y()
        front = self.lines.line(0)
        first = 1 if front is not None and front.key == FRONT else 0
        return max(first, index.row() + below)

    def _tell(self, index: Index) -> None:
        line = self.lines.line(index.row())
        if line is not None and not self.signalsBlocked():
            self.chosen.emit(line.key)


class BlockDelegate(QStyledItemDelegate):
    """Paints a row: the number, the heading, and at the right what it is in print."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(Role.LINE)
        assert isinstance(line, BlockLine)
        return QSize(120, row_high(line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Role.LINE)
        assert isinstance(line, BlockLine)
        look, box = theme.current(), QRectF(option.rect)
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), look.colour("accent"))
        middle = Qt.AlignmentFlag.AlignVCenter
        small, usual = fonts.interface(11), fonts.interface(13)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        inner = box.adjusted(SIDE, 0, -SIDE, 0)
        painter.drawText(inner, middle, line.number)
        inner.setLeft(inner.left() + NUMBER)
        if line.frozen:
            self._paint_frozen(painter, line.frozen, inner)
            inner.setHeight(row_height(22))
        right = line.what if box.width() >= ROOMY else ""
        wide = min(QFontMetricsF(small).horizontalAdvance(right), inner.width() * 0.55)
        cut = QFontMetricsF(small).elidedText(right, Qt.TextElideMode.ElideRight, wide + 1)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, cut)
        inner.setRight(inner.right() - (wide + SPACE if right else 0))
        painter.setFont(usual)
        painter.setPen(look.colour("ink"))
        title = QFontMetricsF(usual).elidedText(
            line.title, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, middle, title)
        painter.restore()

    def _paint_frozen(self, painter: QPainter, words: str, inner: QRectF) -> None:
        """Since when it is frozen, below its heading."""
        low = inner.adjusted(0, row_height(22) - 10, 0, -6)
        box = QRect(round(low.left()), round(low.center().y()) - LOCK // 2, LOCK, LOCK)
        icons.icon("lock").paint(painter, box)
        low.setLeft(low.left() + LOCK + 6)
        measure = QFontMetricsF(fonts.interface(11))
        cut = measure.elidedText(words, Qt.TextElideMode.ElideRight, low.width())
        painter.drawText(low, Qt.AlignmentFlag.AlignVCenter, cut)


def row_high(line: BlockLine) -> int:
    """The height of a row at the size of text there is; a frozen one has a line more."""
    small = round(QFontMetricsF(fonts.interface(11)).height())
    return row_height(22) + (small if line.frozen else 0)
