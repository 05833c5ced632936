"""Memos in a list."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qualtool.store.rows import MemoRow
from qualtool.ui.memo_words import about, facts, heading

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked beyond its words."""

    MEMO = Qt.ItemDataRole.UserRole + 1


class MemosModel(QAbstractListModel):
    """A list of memos for a view."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[MemoRow] = []

    def show(self, rows: Sequence[MemoRow]) -> None:
        """Show these. Where the same memos stand in the same order, the view keeps its place."""
        if rows and [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def place_of(self, memo_id: int) -> int:
        """Where a memo stands, -1 where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.id == memo_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heading(row)}. {about(row)}. {facts(row)}"
            case Role.MEMO:
                return row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
