"""A sheet that asks why something is done, for the history; to answer is up to the researcher."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from qualtool.i18n import gettext as _
from qualtool.ui.dialogs.form import Rows
from qualtool.ui.panels.sheet import Sheet


class ReasonSheet(Sheet):
    """Says what will be done, and asks why; with `name`, for a name too."""

    answered = Signal(str, str)  # name, reason

    def __init__(
        self, title: str, about: str, words: str, button: str, *, name: str | None = None
    ) -> None:
        super().__init__(title, about=about, width=520)
        told = QLabel(words, self)
        told.setWordWrap(True)
        told.setVisible(bool(words))
        self.body.addWidget(told)
        rows = Rows()
        self.name = QLineEdit(name or "", self)
        self.name.setVisible(name is not None)
        if name is not None:
            rows.ask(_("Name"), self.name)
            self.name.textChanged.connect(self._look)
        self.why = QLineEdit()
        self.why.setPlaceholderText(_("May be left empty; kept in the history"))
        rows.ask(_("Why?"), self.why)
        self.body.addLayout(rows)
        self.add_close(_("Cancel"))
        self.done = self.add_button(button, role="primary")
        self.done.clicked.connect(
            lambda: self.answered.emit(self.name.text().strip(), self.why.text().strip())
        )
        self.setFocusProxy(self.why if name is None else self.name)
        self._look()

    def _look(self) -> None:
        self.done.setEnabled(self.name.isHidden() or bool(self.name.text().strip()))
