"""A card for one matter that may tell who somebody is: why, where, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext
from qualtool.reports.disclosed import KIND_WORDS, LEVEL_WORDS, REMEDIES, Disclosed, Remedy
from qualtool.reports.disclosed_matters import Gathered, places_said
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.wrapped import WrappedLabel
from qualtool.ui.report.disclosure_places import DisclosurePlaces, where_said
from qualtool.ui.report.flow import Flow

# The keys on a card, for the place that is shown; with Shift for all places of the matter.
KEYS: Final[dict[Qt.Key, Remedy]] = {
    Qt.Key.Key_E: "display_text",
    Qt.Key.Key_G: "generalise",
    Qt.Key.Key_W: "withhold",
    Qt.Key.Key_F: "fine",
}
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LEAPS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: 2**31}
# As short as four of them side by side must be; the whole is their tip.
SHORT: Final[dict[Remedy, str]] = {
    "display_text": mark("Change text"),
    "generalise": mark("Generalise"),
    "withhold": mark("Withhold"),
    "fine": mark("Fine"),
}
_FOR_ALL: Final[tuple[Remedy, ...]] = ("generalise", "withhold", "fine")


class DisclosureCard(QFrame):
    """Enter or a click shows a place in the report; Left and Right go through the places.

    E, G, W and F are what can be done about the place that is shown; G, W and F with Shift are
    about all of them.
    """

    shown = Signal(object)  # Disclosed
    decided = Signal(object, str)  # Disclosed, which remedy
    all_decided = Signal(object, str)  # Gathered, which remedy
    left = Signal(int)  # the keys went up (-1) or down (1)

    def __init__(
        self, matter: Gathered, *, writable: bool, at: int | None = None, unfolded: bool = False
    ) -> None:
        super().__init__()
        self.matter = matter
        self._writable = writable
        self._waiting: tuple[Disclosed, ...] = ()
        self.links: dict[str, QPushButton] = {}
        self.all_links: dict[str, QPushButton] = {}
        self.setProperty("role", "finding")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.places = DisclosurePlaces(
            matter, matter.surest if at is None else at, unfolded=unfolded
        )
        self.places.moved.connect(self._turn)
        self.places.shown.connect(self.shown)
        self.places.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._about = _about(matter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(WrappedLabel(matter.why, role="finding-why"))
        column.addWidget(WrappedLabel(self._about, role="small"))
        column.addWidget(self.places)
        self._column = column
        if writable:
            self._add_links()
        self._turn()

    @property
    def place(self) -> Disclosed:
        """The place that is shown."""
        return self.places.place

    @property
    def unfolded(self) -> bool:
        """Whether the list of places is shown."""
        return self.places.unfolded

    def wait_for(self, touched: Iterable[Disclosed]) -> None:
        """Let nothing be decided on these places until they have been checked again."""
        self._waiting = tuple(touched)
        self.setEnabled(any(each not in self._waiting for each in self.matter.places))
        self._turn()

    def stays(self, matters: Iterable[Gathered], writable: bool) -> bool:
        """Whether this is the card of one of these matters, with nothing about it changed."""
        return self._writable == writable and self.matter in matters

    def holds(self, widget: QWidget | None) -> bool:
        """Whether this is the card or something on it."""
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.shown.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, plain = Qt.Key(event.key()), not modifiers
        with_shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        links = self.all_links if with_shift else self.links if plain else {}
        remedy = KEYS.get(key)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.shown.emit(self.place)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        elif plain and key in _STEPS:
            self.places.step(_STEPS[key])
        elif plain and key in _LEAPS:
            self.places.go(_LEAPS[key])
        elif plain and key == Qt.Key.Key_L and len(self.matter.places) > 1:
            self._turn_list()
        elif remedy is not None and remedy in links:
            links[remedy].click()
        else:
            super().keyPressEvent(event)

    # inside

    def _head(self) -> QHBoxLayout:
        matter = self.matter
        chip = QLabel(_(LEVEL_WORDS[matter.level]))
        chip.setProperty("role", f"level-{matter.level}")
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(ElidedLabel(matter.title, role="strong"))
        head.addWidget(chip)
        head.addStretch(1)
        if len(matter.places) > 1:
            count = QLabel(places_said(matter))
            count.setProperty("role", "count")
            head.addWidget(count)
        return head

    def _turn(self) -> None:
        """Let the card say and offer what holds for the place that is shown."""
        matter = self.matter
        level = _(LEVEL_WORDS[matter.level])
        count = places_said(matter) if len(matter.places) > 1 else ""
        said = (matter.title, level, matter.why, count, self._about, self.places.said())
        self.setAccessibleName(", ".join(part for part in said if part))
        waits = self.place in self._waiting
        for remedy, link in self.links.items():
            offered = remedy in self.place.remedies
            if link.isHidden() == offered:
                link.setVisible(offered)
            link.setEnabled(offered and not waits)
        for link in self.all_links.values():
            link.setEnabled(not self._waiting)

    def _turn_list(self) -> None:
        """Show the list of places and give it the keys, or fold it away."""
        self.places.turn_list()
        goal = self.places.list if self.unfolded else self
        if goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_links(self) -> None:
        matter = self.matter
        here = Flow()
        for remedy in SHORT:
            if matter.that_allow(remedy):
                link = _link(remedy, _(REMEDIES[remedy]), matter.title)
                link.clicked.connect(lambda _on, which=remedy: self.decided.emit(self.place, which))
                here.addWidget(link)
                self.links[remedy] = link
        if not matter.is_divisible:
            self._column.addLayout(here)
            return
        everywhere = Flow()
        for remedy in _FOR_ALL:
            if matter.that_allow(remedy):
                link = _link(remedy, _for_all(matter, remedy), matter.title)
                link.clicked.connect(lambda _on, which=remedy: self.all_decided.emit(matter, which))
                everywhere.addWidget(link)
                self.all_links[remedy] = link
        rows = QGridLayout()
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(0)
        rows.setColumnStretch(1, 1)
        scopes = _("Here:"), _("All {count}:").format(count=len(matter.places))
        for row, (words, links) in enumerate(zip(scopes, (here, everywhere), strict=True)):
            label = QLabel(words)
            label.setProperty("role", "finding-scope")
            rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(links, row, 1)
        self._column.addLayout(rows)


def excerpts_of(matter: Gathered, remedy: Remedy) -> tuple[int, ...]:
    """The excerpts of a matter that something can be done about, each once, in order."""
    found = (each.excerpt_id for each in matter.that_allow(remedy))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _about(matter: Gathered) -> str:
    """The kind of a matter, and where it is, or in how many places it is how sure."""
    parts = [_(KIND_WORDS[matter.kind])]
    if len(matter.places) == 1:
        parts.append(where_said(matter.places[0]))
    if len(matter.levels) > 1:
        levels = (f"{_(LEVEL_WORDS[level])} {count}" for level, count in matter.levels.items())
        parts.append(", ".join(levels))
    return " · ".join(part for part in parts if part)


def _for_all(matter: Gathered, remedy: Remedy) -> str:
    """What is done about all places, as the tip of a link."""
    count = len(excerpts_of(matter, remedy))
    match remedy:
        case "generalise":
            words = ngettext(
                "Put one wider word into {count} excerpt",
                "Put one wider word into {count} excerpts",
                count,
            )
        case "withhold":
            words = ngettext(
                "Keep {count} excerpt from being quoted",
                "Keep {count} excerpts from being quoted",
                count,
            )
        case _:
            return _("It is fine everywhere, also where it comes later")
    return words.format(count=count)


def _link(remedy: Remedy, tip: str, title: str) -> QPushButton:
    link = QPushButton(_(SHORT[remedy]))
    link.setProperty("role", "finding-link")
    link.setAccessibleName(f"{tip}: {title}")
    link.setToolTip(tip)
    return link
