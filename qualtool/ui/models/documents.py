"""The documents of a project as a short list."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qualtool.i18n import ngettext
from qualtool.store.rows import DocumentRow
from qualtool.ui.document_words import document_detail

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked beyond its words."""

    ROW = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2


class DocumentsModel(QAbstractListModel):
    """Documents in the project's order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[DocumentRow] = []

    def show(self, rows: Sequence[DocumentRow]) -> None:
        """Show these; the view keeps its place where they are the same documents as before."""
        if [row.id for row in rows] == [row.id for row in self._rows] and rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, document_id: int) -> int:
        """Where a document stands, -1 where it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.id == document_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.name}\n{document_detail(row)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                excerpts = ngettext("{count} excerpt", "{count} excerpts", row.excerpts)
                return f"{row.name}, {excerpts.format(count=row.excerpts)}"
            case Role.ROW:
                return row
            case Role.DETAIL:
                return document_detail(row)
        return None
