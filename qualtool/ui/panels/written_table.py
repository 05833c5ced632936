"""A table of running text whose cells are written in where they stand, all by the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from qualtool.ui.panels.cell_field import HIGH, CellField, Length

Index = QModelIndex | QPersistentModelIndex
_WRITES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class WrittenTable(QTableView):
    """Arrows and Tab go from cell to cell; Enter, F2 or typing writes, Delete empties.

    `writer` gives what keeps the words of a cell, None for one that is not written in.
    """

    emptied = Signal(object)  # QModelIndex
    behind_wished = Signal()  # to go on to what stands behind the cell
    arrived = Signal()  # another cell has the keys, or none

    def __init__(self, writer: Callable[[Index], Callable[[str], None] | None]) -> None:
        super().__init__()
        self._writer = writer
        self._length: Length | None = None
        self.field: CellField | None = None
        self.field_height = HIGH  # at least, in pixels
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.doubleClicked.connect(lambda index: self.write_in(index))
        # Scrolled away from its cell the field would write who knows where.
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.finish())
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.finish())

    def count_words(self, length: Length) -> None:
        """Let the field say how long a text is."""
        self._length = length

    def write_in(self, index: Index, typed: str = "") -> bool:
        """Let a cell be written in, going on with what was typed; whether it can be."""
        keep = self._writer(index) if index.isValid() else None
        if keep is None:
            return False
        self.finish()
        self.scrollTo(index)
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        room = self.visualRect(index)
        field = self.field = CellField(
            self.viewport(), words, room, name, self._length, self.field_height
        )
        field.written.connect(keep)
        field.left.connect(self._go_on)
        if typed:
            field.insertPlainText(typed)
        return True

    def finish(self) -> None:
        """Keep what is half written."""
        if self.field is not None:
            self.field.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & _HELD
        here = self.currentIndex()
        if event.key() in _WRITES and not held:
            if not self.write_in(here):
                self.behind_wished.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.behind_wished.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            if here.isValid():
                self.emptied.emit(here)
        elif held or not event.text().strip() or not event.text().isprintable():
            super().keyPressEvent(event)
        elif not self.write_in(here, event.text()):
            event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.arrived.emit()

    def _go_on(self, down: int, on: int) -> None:
        self.field = None
        if not (down or on):
            return
        here = self.currentIndex()
        row, column = here.row() + down, here.column() + on
        across = self.model().columnCount()
        if column >= across and row + 1 < self.model().rowCount():
            row, column = row + 1, 0
        elif column < 0 and row > 0:
            row, column = row - 1, across - 1
        wanted = self.model().index(row, column)
        if wanted.isValid():
            self.setCurrentIndex(wanted)
