"""A sheet that asks for a name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from qualtool.i18n import gettext as _
from qualtool.ui.dialogs.form import Rows
from qualtool.ui.panels.sheet import Sheet


class NameSheet(Sheet):
    """Says what is to be named; `named` carries the name."""

    named = Signal(str)

    def __init__(self, title: str, words: str, button: str, *, name: str = "") -> None:
        super().__init__(title, width=480)
        if words:
            told = QLabel(words)
            told.setWordWrap(True)
            self.body.addWidget(told)
        self.name = QLineEdit(name)
        self.name.selectAll()
        rows = Rows()
        rows.ask(_("Name"), self.name)
        self.body.addLayout(rows)
        self.add_close(_("Cancel"))
        self.done = self.add_button(button, role="primary")
        self.done.clicked.connect(lambda: self.named.emit(self.name.text().strip()))
        self.name.textChanged.connect(lambda _words: self._look())
        self.setFocusProxy(self.name)
        self._look()

    def _look(self) -> None:
        self.done.setEnabled(bool(self.name.text().strip()))
