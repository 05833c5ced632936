"""The table of cases, with a button to make one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import Grid
from qualtool.store.rows import CaseRow
from qualtool.ui.panels.cases_table import CasesView
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.empty import EmptyPane


class CasesPage(QWidget):
    """The cases, or what a case is where there is none yet."""

    add_wished = Signal()
    attribute_wished = Signal()
    table_wished = Signal()  # cases from a spreadsheet
    export_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = CasesView()
        about = ElidedLabel(_("Write in the cells, or copy and paste from a spreadsheet"))
        about.setProperty("role", "quiet")
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 16, 10)
        bar.setSpacing(12)
        bar.addWidget(about)
        bar.addStretch(1)
        for words, wish in (
            (_("From a spreadsheet …"), self.table_wished),
            (_("To a spreadsheet …"), self.export_wished),
            (_("New attribute …"), self.attribute_wished),
            (_("New case"), self.add_wished),
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
            _("No cases yet"),
            _(
                "A case is who or what the study is about: an informant, a group, an office. "
                "Participants become cases when their interviews are imported."
            ),
            _("New case"),
            _("From a spreadsheet …"),
        )
        empty.pressed.connect(self.add_wished)
        empty.also_pressed.connect(self.table_wished)
        self._pages = QStackedWidget()
        self._pages.addWidget(table)
        self._pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_cases(self, rows: Sequence[CaseRow], documents: Mapping[int, str], grid: Grid) -> None:
        """Show these cases with the names of their documents."""
        self.view.show_cases(rows, documents, grid)
        self._pages.setCurrentIndex(0 if rows else 1)
