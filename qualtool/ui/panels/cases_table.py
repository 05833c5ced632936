"""The cases in a grid, whose cells are written in, copied and pasted as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import Grid
from qualtool.store.rows import CaseRow
from qualtool.ui.models import case_moves
from qualtool.ui.models.case_moves import Mover
from qualtool.ui.models.cases import (
    CONSENT,
    DOCUMENTS,
    FIXED,
    KIND,
    NAME,
    ArrangedCases,
    CasesTable,
)
from qualtool.ui.models.documents_table import Role
from qualtool.ui.panels.case_dragging import CaseDragging
from qualtool.ui.panels.grid_cells import GridDelegate, block_of, text_of
from qualtool.ui.panels.row_table import RowTable

WIDTHS = {NAME: 240, KIND: 120, CONSENT: 100, DOCUMENTS: 190}
ATTRIBUTE_WIDTH = 140
MOVERS: dict[Qt.Key, Mover] = {
    Qt.Key.Key_Up: case_moves.up,
    Qt.Key.Key_Down: case_moves.down,
    Qt.Key.Key_Right: case_moves.inwards,
    Qt.Key.Key_Left: case_moves.outwards,
}


class CasesView(RowTable):
    """F2, Enter or typing writes in a cell; Delete empties cells, or removes the chosen cases.

    Ctrl+C and Ctrl+V carry a rectangle of cells from and to a spreadsheet. Alt with an arrow moves
    the chosen cases up and down, under the case above them, and out again.
    """

    remove_wished = Signal(list)
    values_emptied = Signal(list)  # (case, attribute) pairs
    pasted = Signal(list, list, list)  # cells; case or None a row; columns as operations take them
    left_out = Signal(list)  # the columns that cannot be pasted into, and were
    menu_wished = Signal(QPoint)
    attribute_menu_wished = Signal(int, QPoint)
    moved = Signal(object)  # Move

    def __init__(self) -> None:
        super().__init__()
        self.table = CasesTable()
        self.arranged = ArrangedCases(self.table)
        self.setItemDelegate(GridDelegate(self, self.table))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setModel(self.arranged)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Cases"))
        self.dragging = CaseDragging(self, self.table)
        self.dragging.moved.connect(self.moved)
        self.customContextMenuRequested.connect(self.menu_wished)
        head = self.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._wish_attribute_menu)

    def show_cases(self, rows: Sequence[CaseRow], documents: Mapping[int, str], grid: Grid) -> None:
        """Show these cases with the names of their documents; what was chosen stays so."""
        chosen = [row.id for row in self.chosen()]
        place = self.currentIndex()
        column = place.column() if place.isValid() else NAME
        columns = self.table.columnCount()
        self.table.show(rows, documents, grid)
        head = self.horizontalHeader()
        if columns != self.table.columnCount() or head.sectionSize(NAME) != WIDTHS[NAME]:
            head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            head.setStretchLastSection(True)
            for section in range(self.table.columnCount()):
                self.setColumnWidth(section, WIDTHS.get(section, ATTRIBUTE_WIDTH))
        self.setColumnHidden(CONSENT, not self.table.any_consent)
        if [row.id for row in self.chosen()] != chosen:
            self.choose(chosen, column=min(column, self.table.columnCount() - 1))

    def chosen(self) -> list[CaseRow]:
        """The cases of which a cell is chosen, from the top."""
        found = (self.arranged.index(row, NAME).data(Role.ROW) for row in self.chosen_rows())
        return [row for row in found if row is not None]

    def chosen_rows(self) -> list[int]:
        """The rows of which a cell is chosen, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def choose(self, case_ids: Sequence[int], *, column: int = NAME) -> None:
        """Choose cases and go to the first."""
        found = (
            self.arranged.mapFromSource(self.table.index(self.table.row_of(case_id), column))
            for case_id in case_ids
        )
        places = [index for index in found if index.isValid()]
        chosen = QItemSelection()
        for index in places:
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if places:
            self.selectionModel().setCurrentIndex(places[0], flags.NoUpdate)
            self.scrollTo(places[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.being_written():
            super().keyPressEvent(event)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in MOVERS:
            self.move_chosen(MOVERS[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty()
        else:
            super().keyPressEvent(event)

    def move_chosen(self, mover: Mover) -> None:
        """Wish for the chosen cases to be moved in the tree; nothing where they cannot be."""
        is_sorted = self.horizontalHeader().sortIndicatorSection() >= 0
        if is_sorted and mover in (case_moves.up, case_moves.down):
            return
        move = mover(self.table.grid_rows, [row.id for row in self.chosen()])
        if move is not None:
            self.moved.emit(move)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.dragging.paint()

    def copy(self) -> None:
        """Copy the smallest rectangle that holds what is chosen, as a spreadsheet takes it."""
        chosen = self.selectionModel().selectedIndexes()
        if not chosen:
            return
        columns = sorted({index.column() for index in chosen})
        shown = [n for n in range(columns[0], columns[-1] + 1) if not self.isColumnHidden(n)]
        rows = range(self.chosen_rows()[0], self.chosen_rows()[-1] + 1)
        cells = [[str(self.arranged.index(row, n).data() or "") for n in shown] for row in rows]
        QGuiApplication.clipboard().setText(text_of(cells))

    def paste(self) -> None:
        """Wish for what was copied to be written from the chosen cell on."""
        block = block_of(QGuiApplication.clipboard().text())
        here = self.currentIndex()
        if not block:
            return
        first_row = here.row() if here.isValid() else self.arranged.rowCount()
        first_column = here.column() if here.isValid() else NAME
        rows: list[int | None] = []
        for row in range(first_row, first_row + len(block)):
            case = self.arranged.index(row, NAME).data(Role.ROW)
            rows.append(case.id if case is not None else None)
        shown = [
            n for n in range(first_column, self.table.columnCount()) if not self.isColumnHidden(n)
        ]
        self.pasted.emit(block, rows, [self._target(n) for n in shown])
        left = [
            n
            for place, n in enumerate(shown)
            if self._target(n) is None and any(_says(cells, place) for cells in block)
        ]
        if left:
            role = Qt.ItemDataRole.AccessibleTextRole
            across = Qt.Orientation.Horizontal
            self.left_out.emit([str(self.table.headerData(n, across, role)) for n in left])

    def _target(self, column: int) -> int | str | None:
        attribute = self.table.attribute_at(column)
        if attribute is not None:
            return attribute.id
        return {NAME: "name", KIND: "kind"}.get(column)

    def _empty(self) -> None:
        """Empty the chosen values; where names are chosen, the cases themselves go."""
        chosen = self.selectionModel().selectedIndexes()
        if any(index.column() < FIXED for index in chosen):
            self.remove_wished.emit([row.id for row in self.chosen()])
            return
        pairs: list[tuple[int, int]] = []
        for index in chosen:
            case, attribute = index.data(Role.ROW), self.table.attribute_at(index.column())
            if case is not None and attribute is not None and index.data():
                pairs.append((case.id, attribute.id))
        if pairs:
            self.values_emptied.emit(pairs)

    def _wish_attribute_menu(self, place: QPoint) -> None:
        head = self.horizontalHeader()
        attribute = self.table.attribute_at(head.logicalIndexAt(place))
        if attribute is not None:
            self.attribute_menu_wished.emit(attribute.id, head.viewport().mapToGlobal(place))


def _says(cells: Sequence[str], place: int) -> bool:
    return place < len(cells) and bool(cells[place].strip())
