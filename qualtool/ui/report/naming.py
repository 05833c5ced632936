"""What a report is called: asked for a new one, and for the one that is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.panels.name_sheet import NameSheet
from qualtool.ui.report.acts import ReportActs


def ask_new(show: Callable[[QWidget], None], acts: ReportActs, language: str) -> None:
    """Ask for the title of a new report, which has no blocks yet."""
    sheet = NameSheet(
        _("New report"),
        _("A document of its own, with blocks of its own, beside the reports there are."),
        _("Make it"),
    )
    sheet.named.connect(
        lambda title: sheet.closed.emit() if acts.add_report(title, language) else None
    )
    show(sheet)


def ask_name(show: Callable[[QWidget], None], acts: ReportActs, title: str) -> None:
    """Ask for another title of the report that is shown."""
    sheet = NameSheet(_("Rename the report"), "", _("Rename"), name=title)
    sheet.named.connect(
        lambda name: sheet.closed.emit() if acts.describe_report(title=name) else None
    )
    show(sheet)
