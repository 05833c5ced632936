"""The claim that is looked at: its words, what it is held against, and who stands how to it."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.analysis.claims import ClaimRow
from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.drafts import claim_words, rich
from qualtool.ui.drafts.voices import Balance, VoiceList
from qualtool.ui.panels.elided import ElidedLabel

WIDEST: Final = 680


class ClaimPane(QWidget):
    """Shows one claim; what is wished for goes out as a signal."""

    tie_wished = Signal()
    aside_wished = Signal()
    rewrite_wished = Signal()
    remove_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.voices = VoiceList()
        self.balance = Balance()
        self.tie = QPushButton()
        self.aside = QPushButton()
        self.rewrite = QPushButton(_("Change …"))
        self.remove = QPushButton(_("Remove"))
        self._state = QLabel()
        self._state.setProperty("role", "title")
        self._place = QLabel()
        self._place.setProperty("role", "count")
        self._words = QVBoxLayout()
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._reason.setProperty("role", "quiet")
        self._against = ElidedLabel(_("Held against"), role="quiet")
        self._valence = ElidedLabel(role="quiet")
        self._head = QLabel(_("Who says so").upper())
        self._head.setProperty("role", "section")
        self._head.setAccessibleName(_("Who says so"))
        self._keys = QLabel(
            _("+ supports it · − speaks against it · 0 neither · Delete as it is coded")
        )
        self._keys.setProperty("role", "small")
        self._keys.setWordWrap(True)
        self._row: ClaimRow | None = None
        self._writable = False
        self._lay_out()
        for button, signal in (
            (self.tie, self.tie_wished),
            (self.aside, self.aside_wished),
            (self.rewrite, self.rewrite_wished),
            (self.remove, self.remove_wished),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit())
        theme.signals.changed.connect(self._show_again)

    def show_claim(self, row: ClaimRow | None, *, writable: bool) -> None:
        """Show a claim."""
        self._row, self._writable = row, writable
        self.setVisible(row is not None)
        if row is None:
            return
        key = claim_words.state(row)
        counted = claim_words.counts(row)
        name = claim_words.name(key)
        self._state.setText(
            f"{claim_words.SIGNS[key]}  {name}"
            + (f"  ·  {claim_words.of_all(row)}" if counted else "")
        )
        self._state.setAccessibleName(name)
        rich.tint(self._state, claim_words.ROLES[key])
        self._place.setText(claim_words.place(row))
        while (item := self._words.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._words.addWidget(rich.label(_with_amounts(row), row.text))
        self.tie.setText((row.tied_to or _("Tie it …")).replace("&", "&&"))
        self.tie.setProperty("role", "" if row.tie is not None else "primary")
        self.tie.style().unpolish(self.tie)
        self.tie.style().polish(self.tie)
        self.tie.setAccessibleName(
            _("Held against: {name}").format(name=row.tied_to) if row.tied_to else _("Tie it …")
        )
        self.tie.setToolTip("T")
        self.tie.setEnabled(writable)
        self._against.setVisible(row.tie is not None)
        self._valence.setText(_("taken as: {valence}").format(valence=row.valence))
        self._valence.setVisible(bool(row.valence))
        self._reason.setText(row.held.reason if not row.aside else _("It is not counted."))
        for part in (self.balance, self._head, self.voices):
            part.setVisible(bool(row.voices) and counted)
        self._keys.setVisible(bool(row.voices) and counted and writable)
        self.balance.show_claim(row)
        self.voices.show_voices(row.voices)
        self.aside.setText(_("Take it back") if row.aside else _("No claim: set aside"))
        self.aside.setToolTip("A")
        self.aside.setVisible(writable)
        own = row.draft_id is None
        self.rewrite.setVisible(writable and own)
        self.remove.setVisible(writable and (own or row.gone))

    def _show_again(self) -> None:
        self.show_claim(self._row, writable=self._writable)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._state, 1)
        head.addWidget(self._place)
        column.addLayout(head)
        column.addWidget(self._reason)
        column.addSpacing(8)
        column.addLayout(self._words)
        column.addSpacing(8)
        tied = QHBoxLayout()
        tied.setSpacing(8)
        for part in (self._against, self.tie, self._valence):
            tied.addWidget(part)
        tied.addStretch(1)
        for button in (self.rewrite, self.remove, self.aside):
            button.setProperty("role", "plain")
            tied.addWidget(button)
        column.addLayout(tied)
        column.addSpacing(16)
        column.addWidget(self.balance)
        column.addSpacing(16)
        column.addWidget(self._head)
        column.addWidget(self.voices, 1)
        column.addWidget(self._keys)
        column.addStretch(0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 20, 32, 16)
        outer.addWidget(inner, 100)
        outer.addStretch(1)


def _with_amounts(row: ClaimRow) -> str:
    """The sentence with what it says of how many underlined."""
    parts: list[str] = []
    at = 0
    for amount in row.amounts:
        if amount.start < at:
            continue
        parts.append(escape(row.text[at : amount.start]))
        parts.append(f"<u><b>{escape(row.text[amount.start : amount.end])}</b></u>")
        at = amount.end
    parts.append(escape(row.text[at:]))
    return "".join(parts)
