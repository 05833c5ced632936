"""What is otherwise at the later of two moments, a row for each change, both sides readable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from qualtool.core.codebook_moment import CHANGES, WORDS, Difference
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.reports.snapshot_changes import side


class ChangesTable(QTableWidget):
    """By kind of change, as they weigh: what came and went before what only grew."""

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setAccessibleName(_("What has changed"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setProperty("role", "changes")
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
            )
        ):
            head.setSectionResizeMode(column, mode)

    def show_changes(self, changes: Sequence[Difference], before: str, after: str) -> None:
        """Show these; `before` and `after` name the two moments."""
        titles = (_("Change"), _("Code or theme"), before, after)
        self.setHorizontalHeaderLabels([title.upper() for title in titles])
        ordered = sorted(changes, key=lambda each: CHANGES.index(each.change))
        self.setRowCount(len(ordered))
        for row, each in enumerate(ordered):
            kind = _("theme") if each.kind == "theme" else _("code")
            cells = (
                _(WORDS[each.change]),
                f"{each.name}  ({kind})",
                side(each, each.before, language()) or "–",
                side(each, each.after, language()) or "–",
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(row, column, item)
