"""The activity register: what was done, when, with whom, and which documents came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import ActivityRow
from qualtool.ui.models.activities import COLUMNS, NAME, ActivitiesTable, ArrangedActivities
from qualtool.ui.models.documents_table import Role
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.grid_cells import UnfitDelegate
from qualtool.ui.panels.row_table import RowTable


class ActivitiesView(RowTable):
    """F2, Enter or a double click writes in a cell, Delete removes the chosen activities."""

    remove_wished = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.table = ActivitiesTable()
        self.arranged = ArrangedActivities(self.table)
        self.setItemDelegate(UnfitDelegate(self))
        self.setModel(self.arranged)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAccessibleName(_("Activities"))
        head = self.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, column.width)

    def chosen(self) -> list[ActivityRow]:
        """The chosen activities, from the top."""
        return [self.arranged.index(row, NAME).data(Role.ROW) for row in self.chosen_rows()]

    def choose(self, activity_ids: Sequence[int]) -> None:
        """Choose activities and go to the first."""
        found = (
            self.arranged.mapFromSource(self.table.index(self.table.row_of(each), NAME))
            for each in activity_ids
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


class ActivitiesPage(QWidget):
    """The register, or what it is for where it is empty."""

    add_wished = Signal()
    table_wished = Signal()
    export_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = ActivitiesView()
        about = ElidedLabel(_("What was done, when and with whom; dates as you write them"))
        about.setProperty("role", "quiet")
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 16, 10)
        bar.setSpacing(12)
        bar.addWidget(about)
        bar.addStretch(1)
        for words, wish in (
            (_("From a spreadsheet …"), self.table_wished),
            (_("To a spreadsheet …"), self.export_wished),
            (_("New activity"), self.add_wished),
        ):
            button = QPushButton(words)
            button.clicked.connect(wish)
            bar.addWidget(button)
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        empty = EmptyPane(
            _("No activities yet"),
            _(
                "The register of a study that follows something over time: meetings, workshops, "
                "visits, each with its date and who took part. Take it in from a spreadsheet, or "
                "enter the first one here."
            ),
            _("From a spreadsheet …"),
            _("New activity"),
        )
        empty.pressed.connect(self.table_wished)
        empty.also_pressed.connect(self.add_wished)
        self._pages = QStackedWidget()
        self._pages.addWidget(table)
        self._pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_activities(self, rows: Sequence[ActivityRow], documents: Mapping[int, str]) -> None:
        """Show these activities with the names of their documents."""
        chosen = [row.id for row in self.view.chosen()]
        self.view.table.show(rows, documents)
        if [row.id for row in self.view.chosen()] != chosen:
            self.view.choose(chosen)
        self._pages.setCurrentIndex(0 if rows else 1)
