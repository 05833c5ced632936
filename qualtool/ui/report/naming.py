"""What reports are called: asked for a new one, and for the one that is shown; the next one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from qualtool.i18n import gettext as _
from qualtool.ui.panels.name_sheet import NameSheet
from qualtool.ui.report.acts import ReportActs
from qualtool.ui.report.composing import Composed


class Naming(QObject):
    """Asks in sheets; each answer is a step."""

    sheet_wished = Signal(object)
    chosen = Signal(int)  # another report

    def __init__(self, acts: ReportActs, shown: Callable[[], Composed]) -> None:
        super().__init__()
        self._acts, self._shown = acts, shown

    def ask_new(self) -> None:
        """Ask for the title of a new report, which has no blocks yet."""
        language = self._shown().language
        sheet = NameSheet(
            _("New report"),
            _("A document of its own, with blocks of its own, beside the reports there are."),
            _("Make it"),
        )
        sheet.named.connect(
            lambda title: sheet.closed.emit() if self._acts.add_report(title, language) else None
        )
        self.sheet_wished.emit(sheet)

    def ask_name(self) -> None:
        """Ask for another title of the report that is shown."""
        sheet = NameSheet(_("Rename the report"), "", _("Rename"), name=self._shown().title)
        sheet.named.connect(
            lambda name: sheet.closed.emit() if self._acts.describe_report(title=name) else None
        )
        self.sheet_wished.emit(sheet)

    def next_report(self) -> None:
        """Show the next report, after the last the first."""
        shown = self._shown()
        ids = [row.id for row in shown.reports]
        if shown.report_id in ids:
            self.chosen.emit(ids[(ids.index(shown.report_id) + 1) % len(ids)])
