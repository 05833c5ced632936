"""The documents of a project as a table, with all that is known of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from qualtool.core.dates import span
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.rows import DocumentRow
from qualtool.ui.material_words import (
    counted,
    format_name,
    kind_name,
    language_name,
    minutes,
    short_date,
)
from qualtool.ui.memo_words import counted_memos
from qualtool.ui.sorting import before

Index = QModelIndex | QPersistentModelIndex
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """What a cell can be asked beyond its words."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2
    MEMOS = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the words of a cell, and what it is sorted by."""

    key: str
    title: str
    words: Callable[[DocumentRow], str]
    sort: Callable[[DocumentRow], str | int | None]
    number: bool = False


COLUMNS: Final = (
    Column("name", mark("Name"), lambda r: r.name, lambda r: r.name),
    Column("kind", mark("Kind"), lambda r: kind_name(r.kind), lambda r: kind_name(r.kind)),
    Column("date", mark("Date"), lambda r: short_date(r.date), lambda r: span(r.date)[0] or r.date),
    Column(
        "language",
        mark("Language"),
        lambda r: language_name(r.language),
        lambda r: language_name(r.language),
    ),
    Column("format", mark("Format"), lambda r: format_name(r.format), lambda r: r.format),
    Column("words", mark("Words"), lambda r: counted(r.words), lambda r: r.words, number=True),
    Column("length", mark("Length"), minutes, lambda r: r.duration_ms, number=True),
    Column(
        "excerpts",
        mark("Excerpts"),
        lambda r: counted(r.excerpts) if r.excerpts else "–",
        lambda r: r.excerpts,
        number=True,
    ),
    Column("cases", mark("Cases"), lambda r: ", ".join(r.cases), lambda r: ", ".join(r.cases)),
    Column("checked", mark("Checked"), lambda r: "", lambda r: 0 if r.checked else 1),
)
KEYS: Final = tuple(column.key for column in COLUMNS)
NAME: Final = KEYS.index("name")
CHECKED: Final = KEYS.index("checked")


class DocumentsTable(QAbstractTableModel):
    """Shows rows; a new name or a tick is a wish that goes out as a signal."""

    renamed = Signal(int, str)
    checked_wished = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[DocumentRow] = []
        self._noted: Mapping[int, int] = {}

    def show(
        self, rows: Sequence[DocumentRow], noted: Mapping[int, int] = MappingProxyType({})
    ) -> None:
        """Show these; the view keeps its place where they are the same documents as before.

        `noted` says how many memos there are, by document.
        """
        self._noted = noted
        if rows and [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            last = self.index(len(rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, document_id: int) -> int:
        """Where a document stands, -1 where it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.id == document_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _(column.title).upper()
            case Qt.ItemDataRole.AccessibleTextRole:
                return _(column.title)
            case Qt.ItemDataRole.ToolTipRole if column.key == "checked":
                return _("Checked against the recording")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.number else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.words(row)
            case Qt.ItemDataRole.EditRole if column.key == "name":
                return row.name
            case Qt.ItemDataRole.CheckStateRole if column.key == "checked":
                return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.number else _LEFT
            case Qt.ItemDataRole.ToolTipRole if column.key in ("name", "cases"):
                return column.words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _accessible(row, column, self._noted.get(row.id, 0))
            case Role.MEMOS:
                return self._noted.get(row.id, 0)
            case Role.ROW:
                return row
            case Role.SORT:
                return column.sort(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == CHECKED:
            self.checked_wished.emit(row.id, not row.checked)
            return True
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or index.column() != NAME or name in ("", row.name):
            return False
        self.renamed.emit(row.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() == CHECKED:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemNeverHasChildren


class ArrangedDocuments(QSortFilterProxyModel):
    """The table as it is sorted and filtered: all words of the filter somewhere in the row."""

    def __init__(self, table: DocumentsTable) -> None:
        super().__init__()
        self._words: list[str] = []
        self.setSourceModel(table)

    def filter_by(self, words: str) -> None:
        """Show only rows that hold all of these words."""
        self.beginFilterChange()
        self._words = words.casefold().split()
        self.endFilterChange()

    def lessThan(self, left: Index, right: Index) -> bool:
        return before(left.data(Role.SORT), right.data(Role.SORT))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        row = self.sourceModel().index(source_row, NAME).data(Role.ROW)
        assert isinstance(row, DocumentRow)
        held = " ".join(column.words(row) for column in COLUMNS).casefold()
        return all(word in held for word in self._words)


def _accessible(row: DocumentRow, column: Column, memos: int) -> str:
    if column.key == "checked":
        return _("checked against the recording") if row.checked else _("not checked")
    if column.key != "name":
        return f"{_(column.title)}: {column.words(row)}"
    return f"{row.name}, {counted_memos(memos)}" if memos else row.name
