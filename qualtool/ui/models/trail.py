"""The steps of the trail in a list, fetched as they are scrolled to."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qualtool.analysis.history import worded
from qualtool.analysis.trail_pages import StepPage
from qualtool.core.day_words import clock_of, day_of
from qualtool.i18n import gettext as _
from qualtool.store.rows import StepRow

Index = QModelIndex | QPersistentModelIndex
Ask = Callable[[int | None], StepPage]


class Role(IntEnum):
    """What a row can be asked beyond its words."""

    STEP = Qt.ItemDataRole.UserRole + 1
    FIRST = Qt.ItemDataRole.UserRole + 2  # of its day


class TrailModel(QAbstractListModel):
    """The newest first; `ask` gives the next page below a step."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[StepRow] = []
        self._ask: Ask | None = None
        self._below: int | None = None
        self.ended = True

    def show(self, ask: Ask) -> None:
        """Begin anew with the newest steps that `ask` gives."""
        self.beginResetModel()
        self._rows, self._ask, self._below, self.ended = [], ask, None, False
        self.endResetModel()
        self.fetchMore()

    def place_of(self, step_id: int) -> int:
        """Where a step stands, -1 where it is not among those fetched."""
        return next((place for place, row in enumerate(self._rows) if row.id == step_id), -1)

    def change(self, step: StepRow) -> None:
        """Show this step as it is now."""
        place = self.place_of(step.id)
        if place >= 0:
            self._rows[place] = step
            self.dataChanged.emit(self.index(place), self.index(place))

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return not self.ended and not parent.isValid()

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008
        if self.ended or self._ask is None:
            return
        page = self._ask(self._below)
        self._below, self.ended = page.below, page.below is None
        if page.steps:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.steps) - 1)
            self._rows += page.steps
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return worded(row, with_reason=True)
            case Qt.ItemDataRole.AccessibleTextRole:
                undone = _("taken back") if row.undone else ""
                said = (worded(row, with_reason=True), row.coder, clock_of(row.created_ms), undone)
                return ". ".join(part for part in said if part)
            case Role.STEP:
                return row
            case Role.FIRST:
                place = index.row()
                before = self._rows[place - 1] if place else None
                return before is None or day_of(before.created_ms) != day_of(row.created_ms)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
