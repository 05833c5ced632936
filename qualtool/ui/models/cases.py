"""The cases of a project as a table: a column for each attribute that any of them has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from qualtool.store.rows import CaseRow
from qualtool.ui.models.documents_table import Role
from qualtool.ui.sorting import before

Index = QModelIndex | QPersistentModelIndex
NAME, DOCUMENTS = range(2)
_FIXED: Final = 2  # columns before those of the attributes


class CasesTable(QAbstractTableModel):
    """Shows rows; what is written in a cell is a wish that goes out as a signal."""

    renamed = Signal(int, str)
    value_written = Signal(int, str, str)  # case, attribute, value

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[CaseRow] = []
        self._documents: Mapping[int, str] = {}
        self._attributes: list[str] = []

    @property
    def attributes(self) -> Sequence[str]:
        """The attributes that have a column, in order."""
        return self._attributes

    def show(self, rows: Sequence[CaseRow], documents: Mapping[int, str]) -> None:
        """Show these, with the names of documents; the view keeps its place where it can."""
        attributes = list(dict.fromkeys(name for row in rows for name in row.attributes))
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if rows and same and attributes == self._attributes:
            self._rows, self._documents = list(rows), documents
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows, self._documents, self._attributes = list(rows), documents, attributes
        self.endResetModel()

    def row_of(self, case_id: int) -> int:
        """Where a case stands, -1 where it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.id == case_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _FIXED + len(self._attributes)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        inside = 0 <= section < self.columnCount()
        if orientation is not Qt.Orientation.Horizontal or not inside:
            return None
        title = (
            (_("Case"), _("Documents"))[section]
            if section < _FIXED
            else self._attributes[section - _FIXED]
        )
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
        row = self._rows[index.row()]
        words = self._words(row, index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Role.SORT | Qt.ItemDataRole.ToolTipRole:
                return words
            case Qt.ItemDataRole.EditRole if index.column() != DOCUMENTS:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.headerData(
                    index.column(),
                    Qt.Orientation.Horizontal,
                    Qt.ItemDataRole.AccessibleTextRole,
                )
                return f"{title}: {words}"
            case Role.ROW:
                return row
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self._rows[index.row()], index.column()
        words = str(value).strip()
        if column == DOCUMENTS or words == self._words(row, column):
            return False
        if column == NAME:
            if words:
                self.renamed.emit(row.id, words)
            return bool(words)
        self.value_written.emit(row.id, self._attributes[column - _FIXED], words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        return flags if index.column() == DOCUMENTS else flags | Qt.ItemFlag.ItemIsEditable

    def _words(self, row: CaseRow, column: int) -> str:
        if column == NAME:
            return row.name
        if column == DOCUMENTS:
            return ", ".join(
                self._documents[each] for each in row.document_ids if each in self._documents
            )
        return row.attributes.get(self._attributes[column - _FIXED], "")


class ArrangedCases(QSortFilterProxyModel):
    """The table as it is sorted."""

    def __init__(self, table: CasesTable) -> None:
        super().__init__()
        self.setSourceModel(table)

    def lessThan(self, left: Index, right: Index) -> bool:
        return before(left.data(Role.SORT), right.data(Role.SORT))
