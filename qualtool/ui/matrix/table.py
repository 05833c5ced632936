"""The cells of the framework matrix as a table: cases down, themes across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from qualtool.analysis.matrix import Cell, Place
from qualtool.store.describing_rows import GridRow
from qualtool.store.rows import ThemeRow
from qualtool.ui.matrix import wording

Index = QModelIndex | QPersistentModelIndex
_NOTHING: Final = QModelIndex()
_EMPTY: Final = Cell()


class CellData(IntEnum):
    """What the delegate and the headers ask for besides words."""

    CELL = Qt.ItemDataRole.UserRole + 1
    COLOUR = Qt.ItemDataRole.UserRole + 2
    DEPTH = Qt.ItemDataRole.UserRole + 3


class MatrixTable(QAbstractTableModel):
    """`written` tells the words of a cell that was written in."""

    written = Signal(object, str)  # Place

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.cases: Sequence[GridRow] = ()
        self.themes: Sequence[ThemeRow] = ()
        self._cells: Mapping[Place, Cell] = {}

    def show(
        self, cases: Sequence[GridRow], themes: Sequence[ThemeRow], cells: Mapping[Place, Cell]
    ) -> None:
        """Show these; the view keeps its place where no case or theme has come or gone."""
        same = [row.id for row in cases] == [row.id for row in self.cases] and [
            row.id for row in themes
        ] == [row.id for row in self.themes]
        if same and cases and themes:
            self.cases, self.themes, self._cells = cases, themes, cells
            self.dataChanged.emit(self.index(0, 0), self.index(len(cases) - 1, len(themes) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(themes) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(cases) - 1)
            return
        self.beginResetModel()
        self.cases, self.themes, self._cells = cases, themes, cells
        self.endResetModel()

    def place(self, index: Index) -> Place | None:
        """The case and the theme of a cell."""
        if not index.isValid():
            return None
        return self.cases[index.row()].id, self.themes[index.column()].id

    def cell(self, place: Place) -> Cell:
        """What is known of a cell."""
        return self._cells.get(place, _EMPTY)

    def index_of(self, place: Place) -> QModelIndex:
        """Where a cell is shown; an invalid index where it is not."""
        row = next((n for n, each in enumerate(self.cases) if each.id == place[0]), -1)
        column = next((n for n, each in enumerate(self.themes) if each.id == place[1]), -1)
        return self.index(row, column)

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.cases)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.themes)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if section >= len(self.themes if across else self.cases):
            return None
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self.themes[section].name if across else self.cases[section].name
        if role == CellData.COLOUR:
            return self.themes[section].colour if across else ""
        if role == CellData.DEPTH:
            theme = self.themes[section] if across else None
            nested = theme is not None and theme.parent_id is not None
            return int(nested) if across else self.cases[section].depth
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.place(index)
        if place is None:
            return None
        cell = self.cell(place)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return wording.shown(cell)
            case Qt.ItemDataRole.EditRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                case, theme = self.cases[index.row()].name, self.themes[index.column()].name
                told = ". ".join(part for part in (wording.shown(cell), wording.foot(cell)) if part)
                return f"{case}, {theme}: {told}"
            case CellData.CELL:
                return cell
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._writable else flags
