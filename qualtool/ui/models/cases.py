"""The cases of a project as a grid: the tree they form, and a column for each attribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from qualtool.core import case_kind, grouping
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.store.describing_rows import AttributeRow, Grid, GridRow
from qualtool.store.rows import CaseRow
from qualtool.ui.describing_words import attribute_said, consent_word
from qualtool.ui.models.documents_table import Role
from qualtool.ui.sorting import before

Index = QModelIndex | QPersistentModelIndex
NAME, KIND, CONSENT, DOCUMENTS = range(4)
FIXED: Final = 4  # columns before those of the attributes
_WRITTEN: Final = (NAME, KIND)


class CellRole(IntEnum):
    """What a cell of the grid can be asked beyond its words."""

    DEPTH = Qt.ItemDataRole.UserRole + 10  # how far in the tree
    UNFIT = Qt.ItemDataRole.UserRole + 11  # whether the value does not fit its attribute


class CasesTable(QAbstractTableModel):
    """Shows rows; what is written in a cell is a wish that goes out as a signal."""

    renamed = Signal(int, str)
    kind_written = Signal(int, str)
    value_written = Signal(int, str, str)  # case, attribute, value

    def __init__(self) -> None:
        super().__init__()
        self._cases: dict[int, CaseRow] = {}
        self._rows: Sequence[GridRow] = ()
        self._columns: Sequence[AttributeRow] = ()
        self._documents: Mapping[int, str] = {}

    @property
    def attributes(self) -> Sequence[str]:
        """The names of the attributes, in the order of their columns."""
        return [each.name for each in self._columns]

    @property
    def any_consent(self) -> bool:
        """Whether anything is noted of anybody's consent."""
        return any(row.consent != "none" for row in self._rows)

    def show(self, rows: Sequence[CaseRow], documents: Mapping[int, str], grid: Grid) -> None:
        """Show these, with the names of documents; the view keeps its place where it can."""
        same = [row.id for row in grid.rows] == [row.id for row in self._rows]
        if grid.rows and same and grid.attributes == self._columns:
            self._take(rows, documents, grid)
            last = self.index(len(grid.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._take(rows, documents, grid)
        self.endResetModel()

    def row_of(self, case_id: int) -> int:
        """Where a case stands, -1 where it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.id == case_id), -1)

    def attribute_at(self, column: int) -> AttributeRow | None:
        """The attribute of a column; None for the columns before them."""
        return self._columns[column - FIXED] if FIXED <= column < self.columnCount() else None

    @property
    def grid_rows(self) -> Sequence[GridRow]:
        """All rows, as the tree is read from top to bottom."""
        return self._rows

    def grid_row(self, row: int) -> GridRow:
        """What stands in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FIXED + len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        inside = 0 <= section < self.columnCount()
        if orientation is not Qt.Orientation.Horizontal or not inside:
            return None
        attribute = self.attribute_at(section)
        title = (
            attribute.name
            if attribute is not None
            else (_("Case"), _("Kind"), _("Consent"), _("Documents"))[section]
        )
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title.upper()
            case Qt.ItemDataRole.AccessibleTextRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{title}\n{attribute_said(attribute)}" if attribute else title
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        words = self._words(row, column)
        attribute = self.attribute_at(column)
        match role:
            case Qt.ItemDataRole.DisplayRole | Role.SORT:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return self._told(row, attribute, words)
            case Qt.ItemDataRole.EditRole if index.flags() & Qt.ItemFlag.ItemIsEditable:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.headerData(
                    column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
                )
                return f"{title}: {words}"
            case Role.ROW:
                return self._cases.get(row.id)
            case CellRole.DEPTH:
                return row.depth if column == NAME else 0
            case CellRole.UNFIT:
                return attribute is not None and attribute.id in row.unfit
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self._rows[index.row()], index.column()
        words = str(value).strip()
        attribute = self.attribute_at(column)
        if words == self._words(row, column) or (attribute is None and column not in _WRITTEN):
            return False
        if attribute is not None:
            self.value_written.emit(row.id, attribute.name, words)
        elif column == KIND:
            self.kind_written.emit(row.id, words)
        elif words:
            self.renamed.emit(row.id, words)
        else:
            return False
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        written = index.column() in _WRITTEN or index.column() >= FIXED
        return flags | Qt.ItemFlag.ItemIsEditable if written else flags

    def _take(self, rows: Sequence[CaseRow], documents: Mapping[int, str], grid: Grid) -> None:
        self._cases = {row.id: row for row in rows}
        self._documents = documents
        self._rows, self._columns = grid.rows, grid.attributes

    def _words(self, row: GridRow, column: int) -> str:
        attribute = self.attribute_at(column)
        if attribute is not None:
            return row.values.get(attribute.id, "")
        match column:
            case 0:
                return row.name
            case 1:
                return case_kind.name(row.kind, language())
            case 2:
                return consent_word(row.consent)
        case = self._cases.get(row.id)
        ids = case.document_ids if case else ()
        return ", ".join(self._documents[each] for each in ids if each in self._documents)

    @staticmethod
    def _told(row: GridRow, attribute: AttributeRow | None, words: str) -> str:
        """A cell in full: what is odd about it, and what may be shown of it."""
        if attribute is None or not words:
            return words
        said = [words]
        if attribute.id in row.unfit:
            said.append(_("This does not fit the attribute’s kind; it is kept as written."))
        if attribute.visibility == "grouped":
            group = grouping.grouped(attribute.kind, attribute.grouping, words, language=language())
            said.append(
                _("Shown in reports as {group}.").format(group=group)
                if group
                else _("In no group, so not shown in reports.")
            )
        return "\n".join(said)


class ArrangedCases(QSortFilterProxyModel):
    """The table as it is sorted."""

    def __init__(self, table: CasesTable) -> None:
        super().__init__()
        self.setSourceModel(table)

    def lessThan(self, left: Index, right: Index) -> bool:
        return before(left.data(Role.SORT), right.data(Role.SORT))
