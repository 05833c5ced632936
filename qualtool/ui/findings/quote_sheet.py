"""Which excerpts are to be quoted: those a theme rests on, the starred ones first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListWidget, QListWidgetItem

from qualtool.i18n import gettext as _
from qualtool.reports.wording import quoted_words
from qualtool.store.rows import ExcerptRow
from qualtool.ui.findings.part import about
from qualtool.ui.panels.sheet import Sheet

_HIGH = 420


class QuoteSheet(Sheet):
    """Ctrl or Shift with a click or an arrow chooses more than one.

    `quote_wished` tells the numbers of the excerpts.
    """

    quote_wished = Signal(list)

    def __init__(self, theme: str, excerpts: Sequence[ExcerptRow]) -> None:
        super().__init__(_("Quote in the findings"), about=theme, width=680)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName(_("Excerpts that can be quoted"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSpacing(5)
        self.list.setFixedHeight(_HIGH)
        for row in excerpts:
            star = "★ " if row.starred else ""
            item = QListWidgetItem(f"{star}{quoted_words(row)}\n{about(row)}")
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            self.list.addItem(item)
        self.body.addWidget(self.list)
        if not excerpts:
            hint = QLabel(_("Nothing more in this theme can be quoted. Star an excerpt to begin."))
            hint.setProperty("role", "quiet-text")
            hint.setWordWrap(True)
            self.body.addWidget(hint)
            self.list.hide()
        self.add_close(_("Cancel"))
        self.go = self.add_button(_("Quote"), role="primary")
        self.go.setEnabled(False)
        self.go.clicked.connect(self._tell)
        self.list.itemSelectionChanged.connect(
            lambda: self.go.setEnabled(bool(self.list.selectedItems()))
        )
        self.setFocusProxy(self.list)
        if excerpts:
            self.list.setCurrentRow(0)

    def _tell(self) -> None:
        chosen = [
            self.list.item(row).data(Qt.ItemDataRole.UserRole)
            for row in range(self.list.count())
            if self.list.item(row).isSelected()
        ]
        self.quote_wished.emit(chosen)
        self.closed.emit()
