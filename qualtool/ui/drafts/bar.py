"""The line above the quotations: which draft, when it was checked, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.drafts.check import Read
from qualtool.ui.panels.elided import ElidedLabel

WORD = (".docx", ".docm")


class DraftBar(QWidget):
    """Says what is checked; below it a strip when it is not what it was any more."""

    choose_wished = Signal()
    again_wished = Signal()
    link_wished = Signal()
    comments_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._about = ElidedLabel()
        self._about.setProperty("role", "quiet")
        self.choose = _push(_("Another draft …"), "plain")
        self.link = _push(_("Link to the excerpts"))
        self.link.setToolTip(
            _("Each quotation that was found is tied to its excerpt, which then says so.")
        )
        self.comments = _push(_("Copy with comments …"))
        self.again = _push(_("Check again"), "link")
        self._words = QLabel()
        self._strip = QFrame()
        for push, signal in (
            (self.choose, self.choose_wished),
            (self.link, self.link_wished),
            (self.comments, self.comments_wished),
            (self.again, self.again_wished),
        ):
            push.clicked.connect(lambda _on=False, signal=signal: signal.emit())
        self._lay_out()

    def show_draft(self, read: Read, count: int, *, writable: bool) -> None:
        """Show which draft this is, and how many quotations it has."""
        self._name.setText(read.path.name)
        words = ngettext("{count} quotation", "{count} quotations", count).format(count=count)
        checked = _("checked at {time}").format(time=f"{read.when:%H:%M}")
        self._about.setText(f"{words} · {checked}")
        self.link.setVisible(writable)
        self.link.setEnabled(count > 0)
        word = read.path.suffix.lower() in WORD
        self.comments.setEnabled(word and count > 0)
        self.comments.setToolTip("" if word else _("Only a Word document can hold comments."))

    def show_change(self, *, draft: bool, texts: bool) -> None:
        """Say that the draft or a transcript has been changed since."""
        self._strip.setVisible(draft or texts)
        self._words.setText(
            _("The draft has been changed since it was checked.")
            if draft
            else _("A transcript has been changed since the draft was checked.")
        )

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._about)
        row.addStretch(1)
        row.addWidget(self.choose)
        row.addWidget(self.comments)
        row.addWidget(self.link)
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


def _push(words: str, role: str = "") -> QPushButton:
    made = QPushButton(words)
    if role:
        made.setProperty("role", role)
    return made
