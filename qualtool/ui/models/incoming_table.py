"""Files on their way in as a table: what was recognised in each, and whether it comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.ui.incoming_words import speakers_said, state_words
from qualtool.ui.material_words import counted, recognised_as, short_date
from qualtool.ui.models.incoming import Entry, date_of, renamed, wanted

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked beyond its words."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and the words of a cell."""

    key: str
    title: str
    words: Callable[[Entry], str]
    number: bool = False


def _state(entry: Entry) -> str:
    return " · ".join(part for part in state_words(entry) if part)


COLUMNS: Final = (
    Column("file", mark("File"), lambda e: e.chosen.name),
    Column("kind", mark("Recognised as"), lambda e: recognised_as(e.source) if e.source else "–"),
    Column("speakers", mark("Speakers"), speakers_said),
    Column("words", mark("Words"), lambda e: counted(e.words) if e.source else "–", number=True),
    Column("language", mark("Language"), lambda e: e.chosen.language if e.source else "–"),
    Column("date", mark("Date"), lambda e: short_date(date_of(e)) or "–"),
    Column("state", "", _state),
)
FILE: Final = 0
STATE: Final = len(COLUMNS) - 1


class IncomingTable(QAbstractTableModel):
    """Holds what has been chosen; nothing of it is kept anywhere before Import."""

    chosen = Signal()  # something was chosen for some of the files

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    @property
    def entries(self) -> Sequence[Entry]:
        """All files, as they come in by what has been chosen so far."""
        return self._entries

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these files."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()
        self.chosen.emit()

    def change(self, rows: Sequence[int], choice: Callable[[Entry], Entry]) -> None:
        """Choose something for the files in these rows."""
        changed = False
        for row in rows:
            now = choice(self._entries[row])
            if now != self._entries[row]:
                self._entries[row] = now
                self.dataChanged.emit(self.index(row, 0), self.index(row, STATE))
                changed = True
        if changed:
            self.chosen.emit()

    def change_all(self, entries: Sequence[Entry]) -> None:
        """Choose something for all files at once."""
        changed = [row for row, each in enumerate(entries) if each != self._entries[row]]
        self._entries = list(entries)
        if changed:
            last = self.index(changed[-1], STATE)
            self.dataChanged.emit(self.index(changed[0], 0), last)
            self.chosen.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        title = _(column.title) if column.title else _("State")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title.upper() if column.title else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.words(entry)
            case Qt.ItemDataRole.EditRole if column.key == "file":
                return entry.chosen.name
            case Qt.ItemDataRole.CheckStateRole if column.key == "file":
                on = entry.chosen.wanted
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole if column.key in ("file", "speakers", "state"):
                return entry.found.path.name if column.key == "file" else column.words(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _accessible(entry, column)
            case Role.ENTRY:
                return entry
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or index.column() != FILE:
            return False
        before = self._entries[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.change([index.row()], lambda entry: wanted(entry, not entry.chosen.wanted))
        elif role == Qt.ItemDataRole.EditRole:
            self.change([index.row()], lambda entry: renamed(entry, str(value)))
        return self._entries[index.row()] != before

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        if index.column() == FILE and self._entries[index.row()].source is not None:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _accessible(entry: Entry, column: Column) -> str:
    if column.key == "file":
        return f"{entry.chosen.name}, {_state(entry)}"
    return f"{_(column.title)}: {column.words(entry)}" if column.title else column.words(entry)
