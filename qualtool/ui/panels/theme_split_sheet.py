"""Splitting a theme: which of its codes and excerpts go to the new one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.board.contents import Card, Key
from qualtool.ui.dialogs.form import Rows
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.panels.tick_list import Tick, TickList


class ThemeSplitSheet(Sheet):
    """Asks for a name, for cards and why; `split_wished` carries all three."""

    split_wished = Signal(str, list, str)  # name, Keys, reason

    def __init__(self, name: str, cards: Sequence[Card], chosen: Collection[Key]) -> None:
        super().__init__(_("Split a theme"), about=name, width=640)
        self._cards = cards
        self._chosen = {card.key for card in cards if card.key in chosen}
        self.name = QLineEdit()
        self.name.textChanged.connect(lambda _words: self._look())
        self.why = QLineEdit()
        self.why.setPlaceholderText(_("May be left empty; kept in the history"))
        rows = Rows()
        rows.ask(_("New theme"), self.name)
        rows.ask(_("Why?"), self.why)
        self.body.addLayout(rows)
        self._count = QLabel()
        self._count.setProperty("role", "question")
        self._count.setIndent(0)
        self.body.addWidget(self._count)
        self.ticks = TickList()
        self.ticks.setAccessibleName(_("Cards for the new theme"))
        self.ticks.switched.connect(self._switch)
        self.ticks.show_ticks(
            [
                Tick(str(number), card.name, card.key in self._chosen, 0)
                for number, card in enumerate(cards)
            ]
        )
        self.body.addWidget(self.ticks)
        self.add_close(_("Cancel"))
        self.split = self.add_button(_("Split"), role="primary")
        self.split.clicked.connect(self._say)
        self.setFocusProxy(self.name)
        self._look()

    def _switch(self, number: str, on: bool) -> None:
        key = self._cards[int(number)].key
        if on:
            self._chosen.add(key)
        else:
            self._chosen.discard(key)
        self._look()

    def _look(self) -> None:
        count = len(self._chosen)
        self._count.setText(
            ngettext(
                "{count} of {total} cards goes to the new theme",
                "{count} of {total} cards go to the new theme",
                count,
            ).format(count=count, total=len(self._cards))
        )
        self.split.setEnabled(bool(self.name.text().strip() and self._chosen))

    def _say(self) -> None:
        keys = [card.key for card in self._cards if card.key in self._chosen]
        why = self.why.text().strip()
        self.split_wished.emit(self.name.text().strip(), keys, why)
