"""The line above a check: which draft, when it was checked, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.drafts.check import DraftCheck
from qualtool.ui.panels.elided import ElidedLabel


class DraftBar(QWidget):
    """Says what is checked; below it a strip when it is not what it was any more."""

    choose_wished = Signal()
    again_wished = Signal()

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._name = ElidedLabel(role="strong")
        self._about = ElidedLabel(role="quiet")
        self.choose = push("", "plain")
        self.again = push(_("Check again"), "link")
        self.choose.clicked.connect(lambda _on=False: self.choose_wished.emit())
        self.again.clicked.connect(lambda _on=False: self.again_wished.emit())
        self._words = QLabel()
        self._strip = QFrame()
        self._lay_out(buttons)

    def show_draft(self, check: DraftCheck, words: str) -> None:
        """Show which draft this is, what is in it, and whether it has been changed since."""
        read = check.read
        self._name.setText(read.path.name if read is not None else _("No draft chosen"))
        checked = _("checked at {time}").format(time=f"{read.when:%H:%M}") if read else ""
        self._about.setText(" · ".join(part for part in (words, checked) if part))
        self.choose.setText(_("Another draft …") if read is not None else _("Choose a draft …"))
        self.show_change(check)

    def show_change(self, check: DraftCheck) -> None:
        """Say that the draft or a transcript has been changed since it was checked."""
        draft = check.changed_since()
        self._strip.setVisible(draft or check.outdated)
        self._words.setText(
            _("The draft has been changed since it was checked.")
            if draft
            else _("A transcript has been changed since the draft was checked.")
        )

    def _lay_out(self, buttons: tuple[QPushButton, ...]) -> None:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._about)
        row.addStretch(1)
        for button in (self.choose, *buttons):
            row.addWidget(button)
        self._strip.setProperty("role", "note")
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(16, 6, 16, 6)
        strip.addWidget(self._words)
        strip.addWidget(self.again)
        strip.addStretch(1)
        self._strip.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._strip)


def push(words: str, role: str = "") -> QPushButton:
    """A button of the bar."""
    made = QPushButton(words)
    if role:
        made.setProperty("role", role)
    return made
