"""The left of the report workspace: which report, its blocks in order, and what can be added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.reporting_rows import ReportRow
from qualtool.ui import icons
from qualtool.ui.panels.elided import ElidedButton
from qualtool.ui.report.block_list import BlockList
from qualtool.ui.report.block_model import BlockLine


class ReportSide(QFrame):
    """The name of the report opens the menu of reports; below it the list."""

    report_chosen = Signal(int)
    add_wished = Signal()
    new_report_wished = Signal()
    start_wished = Signal()
    rename_report_wished = Signal()
    remove_report_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setMinimumWidth(150)
        self._reports: Sequence[ReportRow] = ()
        self._report_id: int | None = None
        self._writable = True
        self.name = ElidedButton()
        self.name.setProperty("role", "section-name")
        self.name.clicked.connect(lambda: self._popup())
        self._count = QLabel()
        self._count.setProperty("role", "count")
        head = QHBoxLayout()
        head.setContentsMargins(12, 14, 16, 6)
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self._count)
        self.list = BlockList()
        self.add = QPushButton(_("Add a block"))
        self.add.setProperty("role", "add-row")
        self.add.setIcon(icons.icon("add"))
        self.add.clicked.connect(self.add_wished)
        self.list.add_wished.connect(self.add_wished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 100)
        column.addWidget(self.add)
        column.addStretch(1)
        self.setFocusProxy(self.list)

    def show_report(
        self, title: str, reports: Sequence[ReportRow], report_id: int | None, *, writable: bool
    ) -> None:
        """Say which report is shown, of which."""
        self._reports, self._report_id, self._writable = reports, report_id, writable
        self.name.show_words(title.upper())
        self.name.setIcon(icons.icon("down"))
        self.name.setAccessibleName(_("Report: {title}").format(title=title))
        about = _("Which report, and what can be done with it")
        self.name.setToolTip(f"{title}\n{about}")
        self.add.setVisible(writable)
        self.list.lines.moves = writable

    def show_lines(self, lines: list[BlockLine], key: int | None, blocks: int) -> None:
        """Show the blocks, with this one chosen."""
        self.list.show_lines(lines, key)
        self._count.setText(
            ngettext("{count} block", "{count} blocks", blocks).format(count=blocks)
        )

    def menu_of_reports(self) -> QMenu:
        """The reports, and what can be done with the one that is shown."""
        menu = QMenu(self)
        for row in self._reports if len(self._reports) > 1 else ():
            action = menu.addAction(row.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.id == self._report_id)
            action.triggered.connect(lambda _on, report=row.id: self.report_chosen.emit(report))
        menu.addSeparator()
        kept = self._report_id is not None
        for words, signal, offered in (
            (_("New report …"), self.new_report_wished, True),
            (_("The usual appendix, once more"), self.start_wished, kept),
            (_("Rename the report …"), self.rename_report_wished, True),
            (_("Remove the report"), self.remove_report_wished, kept),
        ):
            if offered:
                action = menu.addAction(words)
                action.setEnabled(self._writable)
                action.triggered.connect(lambda _on, signal=signal: signal.emit())
        return menu

    def _popup(self) -> None:
        menu = self.menu_of_reports()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.name.mapToGlobal(QPoint(0, self.name.height() + 2)))
