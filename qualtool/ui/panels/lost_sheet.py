"""The excerpts that have lost their words, each to be placed again or given up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.correcting_rows import LostRow
from qualtool.ui import fonts
from qualtool.ui.panels.sheet import Sheet

MOST = 100  # cards made at once; the rest follow as these are decided on
LONGEST = 600  # characters of the old words that are shown

Span = tuple[int, int]


class LostSheet(Sheet):
    """One card for each excerpt; what is decided goes out as signals."""

    shows_steps = True
    placed = Signal(int, int, int)  # excerpt, start, end
    place_wished = Signal(object)  # LostRow, to be placed in the text
    given_up = Signal(list)  # excerpt ids

    def __init__(self) -> None:
        super().__init__(_("Excerpts that have lost their words"), width=720)
        self._rows: Sequence[LostRow] = ()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.body.addLayout(self._cards)
        self.give_up_all = self.add_button(_("Give up all"))
        self.give_up_all.clicked.connect(self._give_up_all)
        self.add_close()

    def show_rows(
        self, rows: Sequence[LostRow], selected: tuple[int, Span] | None, words: str
    ) -> None:
        """Show these; `selected` is the document and span that is selected, `words` its words."""
        self._rows = rows
        while (item := self._cards.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not rows:
            self._cards.addWidget(_quiet(_("Every excerpt has its words.")))
        for row in rows[:MOST]:
            here = selected[1] if selected and selected[0] == row.document_id else None
            self._cards.addWidget(self._card(row, here, words))
        if len(rows) > MOST:
            more = len(rows) - MOST
            self._cards.addWidget(
                _quiet(ngettext("And {count} more", "And {count} more", more).format(count=more))
            )
        self.give_up_all.setVisible(len(rows) > 1)
        first = self.findChild(QPushButton, "place")
        if isinstance(first, QPushButton):
            first.setFocus()

    def _give_up_all(self) -> None:
        self.given_up.emit([row.excerpt_id for row in self._rows])

    def _card(self, row: LostRow, selected: Span | None, chosen: str) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        where = f"{row.document}, {row.place}"
        column.addWidget(_quiet(" · ".join([where, *row.codes, *_held(row)])))
        cut = row.words if len(row.words) <= LONGEST else row.words[:LONGEST] + " …"
        said = QLabel(_("“{words}”").format(words=cut))
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setFont(fonts.reading(15.5))
        said.setWordWrap(True)
        column.addWidget(said)
        around = " ".join(f"… {row.before.strip()} ▏{row.after.strip()} …".split())
        column.addWidget(_quiet(_("Where it stood: {words}").format(words=around)))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)

        def button(words: str, name: str = "") -> QPushButton:
            made = QPushButton(words)
            made.setObjectName(name)
            made.setProperty("role", "plain")
            buttons.addWidget(made)
            return made

        found = row.found
        if found is not None:
            again = button(_("Place where the words stand now"), "place")
            again.clicked.connect(lambda: self.placed.emit(row.excerpt_id, *found))
        if selected is not None:
            short = chosen if len(chosen) <= 30 else f"{chosen[:30].rstrip()} …"
            here = button(_("Place on “{words}”").format(words=short), "place")
            here.clicked.connect(lambda: self.placed.emit(row.excerpt_id, *selected))
        choose = button(_("Choose in the text …"), "place")
        choose.clicked.connect(lambda: self.place_wished.emit(row))
        gone = button(_("Give up"), "give_up")
        gone.clicked.connect(lambda: self.given_up.emit([row.excerpt_id]))
        buttons.addStretch(1)
        column.addLayout(buttons)
        return card


def _held(row: LostRow) -> list[str]:
    held = []
    if row.starred:
        held.append(_("starred"))
    if row.comments:
        held.append(
            ngettext("{count} comment", "{count} comments", row.comments).format(count=row.comments)
        )
    if row.memos:
        held.append(ngettext("{count} memo", "{count} memos", row.memos).format(count=row.memos))
    return held


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "quiet-text")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
