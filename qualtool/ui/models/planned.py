"""What taking a spreadsheet in would come to, as a table: a line for each of its rows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qualtool.core.table_plan import Plan, PlannedRow
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

Index = QModelIndex | QPersistentModelIndex
ROW, NAME, WHAT, REMARKS = range(4)
ACTIONS: Final = {
    "add": mark("new"),
    "update": mark("changed"),
    "same": mark("as it is"),
    "refuse": mark("left out"),
}
_NOTHING: Final = QModelIndex()


class PlannedTable(QAbstractTableModel):
    """Shows a plan; rows with remarks first, since those are to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PlannedRow] = []

    def show(self, plan: Plan) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = sorted(plan.rows, key=lambda row: (not row.problems, row.number))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < 4:
            return None
        title = (_("Row"), _("Name"), _("What happens"), _("Remarks"))[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title.upper()
            case Qt.ItemDataRole.AccessibleTextRole:
                return title
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        words = (
            str(row.number),
            row.name,
            _(ACTIONS[row.action]),
            " ".join(problem.message for problem in row.problems),
        )[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.headerData(
                    index.column(),
                    Qt.Orientation.Horizontal,
                    Qt.ItemDataRole.AccessibleTextRole,
                )
                return f"{title}: {words}"
        return None
