"""The blocks of a report as rows of a list: number, heading, and what it is in print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qualtool.i18n import gettext as _
from qualtool.ui import dragging

Index = QModelIndex | QPersistentModelIndex
FRONT = 0  # the key of the title and the contents, which stay first


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A row: the key, the number before it, its heading, what it is, and whether it is frozen."""

    key: int
    number: str
    title: str
    what: str = ""  # "table 2", "figure 1 · 2 p."
    frozen: str = ""  # since when, in words


class Role(IntEnum):
    """What a row tells besides its words."""

    LINE = Qt.ItemDataRole.UserRole.value + 1


class BlockModel(QAbstractListModel):
    """Lines in order; those that are dropped are told with the place they are dropped at."""

    dropped = Signal(list, int)  # keys, before which row of the blocks

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[BlockLine] = []
        self.moves = True  # whether the order may be changed

    def show_lines(self, lines: Sequence[BlockLine]) -> None:
        """Show these; where only words differ, what is chosen stays chosen."""
        if list(lines) == self._lines:
            return
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> BlockLine | None:
        """The line in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: int) -> int:
        """The row of a key; -1 where it is not there."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                said = (line.number, line.title, line.what, line.frozen)
                return ", ".join(part for part in said if part)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (line.title, line.frozen) if part)
            case Role.LINE:
                return line
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self.moves:
            return flags
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if line.key != FRONT else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [dragging.BLOCKS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        lines = [self.line(index.row()) for index in indexes]
        return dragging.mime_of_blocks([line.key for line in lines if line is not None])

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        keys = dragging.ids_from(data, dragging.BLOCKS)
        if not keys or not self.moves:
            return False
        place = len(self._lines) if row < 0 else row
        fronts = sum(line.key == FRONT for line in self._lines)
        self.dropped.emit(keys, max(0, place - fronts))
        return False  # the step tells the list how it is now; Qt is to take no row away


def frozen_words(since: str) -> str:
    """What is said of a block that was frozen on a day."""
    return _("frozen {date}").format(date=since)
