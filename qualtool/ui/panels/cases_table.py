"""The cases in a table, whose cells can be written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from qualtool.i18n import gettext as _
from qualtool.store.rows import CaseRow
from qualtool.ui.models.cases import DOCUMENTS, NAME, ArrangedCases, CasesTable
from qualtool.ui.models.documents_table import Role
from qualtool.ui.panels.row_table import RowTable

NAME_WIDTH, ATTRIBUTE_WIDTH = 220, 140


class CasesView(RowTable):
    """F2, Enter or a double click writes in a cell, Delete removes the chosen cases."""

    remove_wished = Signal(list)
    menu_wished = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.table = CasesTable()
        self.arranged = ArrangedCases(self.table)
        self.setModel(self.arranged)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Cases"))
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.customContextMenuRequested.connect(self.menu_wished)

    def show_cases(self, rows: Sequence[CaseRow], documents: Mapping[int, str]) -> None:
        """Show these cases with the names of their documents; what was chosen stays so."""
        chosen = [row.id for row in self.chosen()]
        columns = self.table.columnCount()
        self.table.show(rows, documents)
        head = self.horizontalHeader()
        if columns != self.table.columnCount() or head.sectionSize(NAME) != NAME_WIDTH:
            head.setSectionResizeMode(DOCUMENTS, QHeaderView.ResizeMode.Stretch)
            self.setColumnWidth(NAME, NAME_WIDTH)
            for section in range(DOCUMENTS + 1, self.table.columnCount()):
                self.setColumnWidth(section, ATTRIBUTE_WIDTH)
        if [row.id for row in self.chosen()] != chosen:
            self.choose(chosen)

    def chosen(self) -> list[CaseRow]:
        """The chosen cases, from the top."""
        return [self.arranged.index(row, NAME).data(Role.ROW) for row in self.chosen_rows()]

    def choose(self, case_ids: Sequence[int]) -> None:
        """Choose cases and go to the first."""
        found = (
            self.arranged.mapFromSource(self.table.index(self.table.row_of(case_id), NAME))
            for case_id in case_ids
        )
        self.choose_rows([index.row() for index in found if index.isValid()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case _ if self.being_written():
                super().keyPressEvent(event)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit(self.currentIndex())
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.chosen():
                self.remove_wished.emit([row.id for row in self.chosen()])
            case _:
                super().keyPressEvent(event)
