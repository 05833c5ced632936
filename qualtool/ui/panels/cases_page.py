"""The table of cases, with a button to make one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.rows import CaseRow
from qualtool.ui.panels.cases_table import CasesView
from qualtool.ui.panels.empty import EmptyPane


class CasesPage(QWidget):
    """The cases, or what a case is where there is none yet."""

    add_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = CasesView()
        about = QLabel(_("Who or what the study is about. Write in the cells to change them."))
        about.setProperty("role", "quiet")
        add = QPushButton(_("New case"))
        add.clicked.connect(self.add_wished)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 16, 10)
        bar.setSpacing(12)
        bar.addWidget(about, 1)
        bar.addWidget(add)
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
        )
        empty.pressed.connect(self.add_wished)
        self._pages = QStackedWidget()
        self._pages.addWidget(table)
        self._pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_cases(self, rows: Sequence[CaseRow], documents: Mapping[int, str]) -> None:
        """Show these cases with the names of their documents."""
        self.view.show_cases(rows, documents)
        self._pages.setCurrentIndex(0 if rows else 1)
