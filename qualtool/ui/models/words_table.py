"""A table of words that are only read: its columns, and a value behind each of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qualtool.ui.models.documents_table import Role

Index = QModelIndex | QPersistentModelIndex
_NOTHING: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the words of its cells, what it stands for, and what the whole of it says."""

    cells: tuple[str, ...]
    value: Any = None
    told: str = ""
    head: bool = False


class WordsTable(QAbstractTableModel):
    """`numbers` are the columns that stand at the right."""

    def __init__(self, numbers: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self._titles: Sequence[str] = ()
        self._lines: Sequence[Line] = ()
        self._numbers = numbers

    def show(self, titles: Sequence[str], lines: Sequence[Line]) -> None:
        """Show these; the view keeps its place where nothing has moved."""
        same = len(lines) == len(self._lines) and list(titles) == list(self._titles)
        if same and lines:
            self._lines = lines
            last = self.index(len(lines) - 1, len(titles) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._titles, self._lines = titles, lines
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """What stands in a row; None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._titles[section].upper()
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._titles[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        words = line.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return line.told or words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles[index.column()]}: {words}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Role.ROW:
                return line.value
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = (
            Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        )
        return side | Qt.AlignmentFlag.AlignVCenter
