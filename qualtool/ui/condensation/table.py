"""Units as a table of three columns: what was said, what it says in short, its theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from qualtool.analysis.condensing import Unit
from qualtool.i18n import gettext as _
from qualtool.reports.wording import quoted_words
from qualtool.store.rows import ThemeRow

Index = QModelIndex | QPersistentModelIndex
UNIT, MEANING, THEME = range(3)
_NOTHING: Final = QModelIndex()


class UnitData(IntEnum):
    """What the delegate asks for besides words."""

    UNIT = Qt.ItemDataRole.UserRole + 1
    COLOUR = Qt.ItemDataRole.UserRole + 2


class UnitsTable(QAbstractTableModel):
    """`condensed` tells what was written in the second column."""

    condensed = Signal(int, str)

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.units: Sequence[Unit] = ()
        self.themes: Mapping[int, ThemeRow] = {}
        self._group = _("Theme")

    def word(self, group: str) -> None:
        """Say what a theme is called in this method."""
        if group != self._group:
            self._group = group
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, THEME, THEME)

    def show(self, units: Sequence[Unit], themes: Mapping[int, ThemeRow]) -> None:
        """Show these; the view keeps its place where no unit has come or gone."""
        same = [each.excerpt.id for each in units] == [each.excerpt.id for each in self.units]
        if same and units:
            self.units, self.themes = units, themes
            self.dataChanged.emit(self.index(0, UNIT), self.index(len(units) - 1, THEME))
            return
        self.beginResetModel()
        self.units, self.themes = units, themes
        self.endResetModel()

    def unit(self, index: Index) -> Unit | None:
        """The unit of a row."""
        return self.units[index.row()] if index.isValid() else None

    def row_of(self, excerpt_id: int | None) -> int:
        """Where a unit is shown; -1 where it is not."""
        return next((n for n, each in enumerate(self.units) if each.excerpt.id == excerpt_id), -1)

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.units)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < 3:
            return None
        title = (_("Unit"), _("Condensed meaning"), self._group)[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title.upper()
            case Qt.ItemDataRole.AccessibleTextRole:
                return title
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        unit = self.unit(index)
        if unit is None:
            return None
        theme = self.themes.get(unit.theme_id) if unit.theme_id is not None else None
        words = (quoted_words(unit.excerpt), unit.text, theme.name if theme else "")
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return words[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.headerData(index.column(), Qt.Orientation.Horizontal, role)
                return f"{title}: {words[index.column()]}"
            case UnitData.UNIT:
                return unit
            case UnitData.COLOUR:
                return theme.colour if theme else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        written = self._writable and index.column() == MEANING
        return flags | Qt.ItemFlag.ItemIsEditable if written else flags
