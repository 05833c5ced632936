"""The columns of a table: which are shown, by ticks, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

from qualtool.i18n import gettext as _
from qualtool.ui.panels.row_table import row_height

_KEY: Final = Qt.ItemDataRole.UserRole.value
_ON = Qt.CheckState.Checked


class ColumnsList(QListWidget):
    """Space ticks, Alt with the arrows moves, and so does the mouse; `changed` tells the keys."""

    changed = Signal(tuple)  # keys of the ticked ones, in order

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Columns"))
        self.setProperty("role", "columns")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(lambda _item: self._tell())

    def show_columns(self, titles: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
        """Show these keys and heads; those that are `shown` first, in that order, and ticked."""
        words = dict(titles)
        order = [key for key in shown if key in words]
        order += [key for key in words if key not in order]
        if order == self._keys() and self.ticked() == tuple(key for key in shown if key in words):
            return
        row = self.currentRow()
        heard = self.blockSignals(True)
        self.clear()
        for key in order:
            item = QListWidgetItem(words[key])
            item.setData(_KEY, key)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(_ON if key in shown else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(min(max(0, row), self.count() - 1))
        self.blockSignals(heard)
        self.setFixedHeight(self.sizeHint().height())

    def ticked(self) -> tuple[str, ...]:
        """The keys of what is ticked, in order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(str(item.data(_KEY)) for item in items if item.checkState() == _ON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Up:
            self._move(-1)
        elif held == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self._move(1)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        heard = self.blockSignals(True)
        super().dropEvent(event)
        self.blockSignals(heard)
        self._tell()

    def sizeHint(self) -> QSize:
        high = self.sizeHintForRow(0) if self.count() else row_height(8)
        return QSize(200, max(1, self.count()) * high + 6)

    def _keys(self) -> list[str]:
        return [str(self.item(row).data(_KEY)) for row in range(self.count())]

    def _move(self, step: int) -> None:
        row, goal = self.currentRow(), self.currentRow() + step
        if row < 0 or not 0 <= goal < self.count():
            return
        heard = self.blockSignals(True)
        item = self.takeItem(row)
        self.insertItem(goal, item)
        self.setCurrentRow(goal)
        self.blockSignals(heard)
        self._tell()

    def _tell(self) -> None:
        if not self.signalsBlocked():
            self.changed.emit(self.ticked())
