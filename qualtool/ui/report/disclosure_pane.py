"""Is anyone recognisable? What the disclosure check found in the report, a card a matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.core.day_words import day_of
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext
from qualtool.reports.disclosed import Disclosed, still_open
from qualtool.reports.disclosed_matters import Gathered, counted, gathered, places_said
from qualtool.store.disclosure_rows import Matter
from qualtool.ui import icons
from qualtool.ui.material_words import short_date
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.report.check_head import CheckHead
from qualtool.ui.report.disclosure_card import DisclosureCard
from qualtool.ui.report.group_size import GroupSize

AT_ONCE: Final = 3  # cards; more when they are asked for
DECISIONS: Final = {
    "fine": mark("fine"),
    "withheld": mark("withheld"),
    "generalised": mark("generalised"),
    "changed": mark("changed"),
}


class DisclosurePane(QWidget):
    """What is open as cards; what is decided lies folded below, with who decided it and when."""

    shown = Signal(object)  # Disclosed
    decided = Signal(object, str)  # Disclosed, which remedy
    all_decided = Signal(object, str)  # Gathered, which remedy
    taken_back = Signal(int)  # decision
    check_wished = Signal()
    reached = Signal(object)  # QWidget that the keys have gone to

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Disclosed, ...] = ()
        self.cards: list[DisclosureCard] = []
        self._standing: dict[Matter, tuple[int, bool]] = {}  # the place shown, the list unfolded
        self._room = AT_ONCE
        self._touched: tuple[Disclosed, ...] = ()  # what was altered since the last check
        self._writable = True
        self.head = CheckHead(_("Is anyone recognisable?"))
        self.check = QPushButton(_("Check now"))
        self.check.setProperty("role", "finding-link")
        self.check.clicked.connect(self.check_wished)
        self._words = QLabel()
        self._words.setProperty("role", "quiet-text")
        self._words.setWordWrap(True)
        self.group = GroupSize()
        self._open = QVBoxLayout()
        self._open.setSpacing(8)
        self.more = QPushButton()
        self.more.setProperty("role", "finding-link")
        self.more.clicked.connect(self._show_more)
        self.fold = QPushButton()
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self._decided = QWidget()
        self._rows = QVBoxLayout(self._decided)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self._words)
        column.addLayout(self._open)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.more, 0, left)
        column.addWidget(self.check, 0, left)
        column.addWidget(self.fold, 0, left)
        column.addWidget(self._decided)
        column.addWidget(self.group)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the report has not been checked as it is now."""
        if not self.found:
            self._words.setText(_("Not checked yet."))
            self._words.show()
            for part in (self.more, self.fold, self._decided):
                part.hide()

    def show_found(self, found: Sequence[Disclosed], *, writable: bool) -> None:
        """Show what was found in the report as it is now."""
        self.found, self._writable, self._touched = tuple(found), writable, ()
        self.check.hide()
        self._fill()
        self._fill_decided([each for each in self.found if each.decided is not None])

    def settle(self, places: Sequence[Disclosed], remedy: str) -> None:
        """Take away what was decided; what it may have touched as well waits for the next check."""
        matters = {each.matter for each in places}
        self.found = tuple(each for each in self.found if each.matter not in matters)
        if remedy != "fine":
            self._touched = (*self._touched, *places)
        self._fill()

    def go(self) -> bool:
        """Take the keys to the first card; whether there is one."""
        first = next((card for card in self.cards if card.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reached.emit(first)
        return first is not None

    # inside

    def _fill(self) -> None:
        waiting = list(gathered(still_open(self.found)))
        self._say(waiting)
        keys = QApplication.focusWidget()
        held = next((n for n, card in enumerate(self.cards) if card.holds(keys)), None)
        if held is not None:  # what is worked on stays where it is
            at = _place_of(self.cards[held].matter.key, waiting)
            if at is not None:
                waiting.insert(held, waiting.pop(at))
        there = waiting[: self._room]
        kept = {card.matter.key: card for card in self.cards if card.stays(there, self._writable)}
        for card in self.cards:
            self._standing[card.matter.key] = card.places.at, card.unfolded
            self._open.removeWidget(card)
            if card.matter.key not in kept:
                card.hide()
                card.deleteLater()
        self.cards = []
        for each in there:
            card = kept.get(each.key) or self._card(each)
            card.wait_for(self._waiting_of(each))
            self._open.addWidget(card)
            card.show()  # at once: it may be given the keys
            self.cards.append(card)
        left = len(waiting) - len(self.cards)
        self.more.setVisible(left > 0)
        self.more.setText(ngettext("{count} more", "{count} more", left).format(count=left))
        if held is not None:
            open_ = [card for card in self.cards if card.isEnabled()]
            after = [card for card in self.cards[held:] if card.isEnabled()]
            for card in (*after[:1], *open_[-1:])[:1]:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, matter: Gathered) -> DisclosureCard:
        """The card of a matter, with the place and the list as they were left."""
        at, unfolded = self._standing.get(matter.key, (None, False))
        at = None if at is None else min(at, len(matter.places) - 1)
        card = DisclosureCard(matter, writable=self._writable, at=at, unfolded=unfolded)
        card.shown.connect(self.shown)
        card.decided.connect(self.decided)
        card.all_decided.connect(self.all_decided)
        card.left.connect(lambda step: self._step(card, step))
        return card

    def _waiting_of(self, matter: Gathered) -> list[Disclosed]:
        """The places of a matter that something else that was decided may have altered."""
        if not self._touched:
            return []
        excerpts = {each.excerpt_id for each in self._touched} - {None}
        attributes = {one for each in self._touched for one in each.attribute_ids}
        return [
            each
            for each in matter.places
            if each.excerpt_id in excerpts or not attributes.isdisjoint(each.attribute_ids)
        ]

    def _say(self, waiting: Sequence[Gathered]) -> None:
        nothing = _("Nothing that stands in the way of an export was found.")
        self._words.setText(counted(waiting) if waiting else nothing)
        self._words.show()

    def _fill_decided(self, decided: Sequence[Disclosed]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.fold.setVisible(bool(decided))
        self._decided.setVisible(bool(decided) and self.fold.isChecked())
        self.fold.setIcon(icons.icon("down" if self.fold.isChecked() else "right"))
        self.fold.setText(_("Decided: {count}").format(count=counted(gathered(decided))))
        by_decision: dict[int, list[Disclosed]] = {}
        for each in decided:
            if each.decided is not None:
                by_decision.setdefault(each.decided.id, []).append(each)
        for places in by_decision.values():
            self._rows.addWidget(self._decided_row(gathered(places)[0]))

    def _decided_row(self, found: Gathered) -> QWidget:
        row = found.places[0].decided
        assert row is not None
        day = short_date(day_of(row.created_ms).isoformat())
        where = places_said(found) if len(found.places) > 1 else ""
        words_said = _(DECISIONS.get(row.decision, row.decision))
        if not row.matter.place:
            words_said = _("{decision} everywhere").format(decision=words_said)
        said = (words_said, where, row.coder, day)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(ElidedLabel(found.title))
        words = ElidedLabel(" · ".join(part for part in said if part), role="small")
        words.setToolTip(row.reason)
        across.addWidget(words, 1)
        back = QPushButton(_("Open again"))
        back.setProperty("role", "finding-link")
        back.setAccessibleName(_("Open again: {words}").format(words=found.title))
        back.setEnabled(self._writable)
        back.clicked.connect(lambda _on: back.setEnabled(False))  # once, until the next check
        back.clicked.connect(lambda _on, decision=row.id: self.taken_back.emit(decision))
        across.addWidget(back)
        return line

    def _step(self, card: DisclosureCard, step: int) -> None:
        goal = self.cards.index(card) + step
        if 0 <= goal < len(self.cards):
            self.cards[goal].setFocus(Qt.FocusReason.OtherFocusReason)
            self.reached.emit(self.cards[goal])

    def _show_more(self) -> None:
        first = len(self.cards)
        self._room += 4 * AT_ONCE
        self._fill()
        if first < len(self.cards):
            self.cards[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, open_: bool) -> None:
        self.fold.setIcon(icons.icon("down" if open_ else "right"))
        self._decided.setVisible(open_)


def _place_of(key: Matter, matters: Sequence[Gathered]) -> int | None:
    return next((n for n, each in enumerate(matters) if each.key == key), None)
