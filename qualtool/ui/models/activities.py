"""The activity register as a table whose cells are written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.describing_rows import ActivityRow
from qualtool.ui.models.cases import CellRole
from qualtool.ui.models.documents_table import Role
from qualtool.ui.sorting import before

Index = QModelIndex | QPersistentModelIndex
_NOTHING: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it shows, its title, and its width in pixels (0: what is left)."""

    field: str
    title: str
    width: int
    words: Callable[[ActivityRow], str]


COLUMNS: Final = (
    Column("number", mark("No."), 64, lambda row: row.number),
    Column("date", mark("Date"), 130, lambda row: row.date),
    Column("name", mark("Activity"), 230, lambda row: row.name),
    Column("content", mark("Content and purpose"), 280, lambda row: row.content),
    Column("participants", mark("Participants"), 180, lambda row: row.participants),
    Column("comment", mark("Comments"), 180, lambda row: row.comment),
    Column("documents", mark("Documents"), 160, lambda row: ""),
)
NAME: Final = 2
_DATE, _DOCUMENTS = 1, len(COLUMNS) - 1


class ActivitiesTable(QAbstractTableModel):
    """Shows rows; what is written in a cell is a wish that goes out as a signal."""

    written = Signal(int, str, str)  # activity, field, words

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[ActivityRow] = ()
        self._documents: Mapping[int, str] = {}

    def show(self, rows: Sequence[ActivityRow], documents: Mapping[int, str]) -> None:
        """Show these, with the names of documents; the view keeps its place where it can."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if rows and same:
            self._rows, self._documents = rows, documents
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows, self._documents = rows, documents
        self.endResetModel()

    def row_of(self, activity_id: int) -> int:
        """Where an activity stands, -1 where it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.id == activity_id), -1)

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        title = _(COLUMNS[section].title)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title.upper()
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return title
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        words = self._words(row, column)
        odd = column == _DATE and row.date_state in ("impossible", "unreadable")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.replace("\n", " ")
            case Qt.ItemDataRole.EditRole:
                return words
            case Role.SORT:
                return (row.date_from or "") if column == _DATE else words
            case Qt.ItemDataRole.ToolTipRole if odd:
                return f"{words}\n{date_said(row.date_state)}"
            case Qt.ItemDataRole.ToolTipRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_(COLUMNS[column].title)}: {words}"
            case Role.ROW:
                return row
            case CellRole.UNFIT:
                return odd
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self._rows[index.row()], index.column()
        words = str(value).strip()
        if column == _DOCUMENTS or words == self._words(row, column):
            return False
        if column == NAME and not words:
            return False
        self.written.emit(row.id, COLUMNS[column].field, words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        return flags if index.column() == _DOCUMENTS else flags | Qt.ItemFlag.ItemIsEditable

    def _words(self, row: ActivityRow, column: int) -> str:
        if column == _DOCUMENTS:
            held = (self._documents.get(each) for each in row.document_ids)
            return ", ".join(name for name in held if name)
        return COLUMNS[column].words(row)


class ArrangedActivities(QSortFilterProxyModel):
    """The register as it is sorted."""

    def __init__(self, table: ActivitiesTable) -> None:
        super().__init__()
        self.setSourceModel(table)

    def lessThan(self, left: Index, right: Index) -> bool:
        return before(left.data(Role.SORT), right.data(Role.SORT))


def date_said(state: str) -> str:
    """What is to be known of a date that could not be told; nothing of one that could."""
    if state == "impossible":
        return _("There is no such day. It is kept as written.")
    if state != "unreadable":
        return ""
    return _("Kept as written; no day or month could be told from it.")
