"""A card for something that may tell who somebody is: its words, why, and what can be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.reports.disclosed import KIND_WORDS, LEVEL_WORDS, REMEDIES, Disclosed, Remedy
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.wrapped import WrappedLabel
from qualtool.ui.report.flow import Flow

# The keys on a card; the words of the links say the same.
KEYS: Final[dict[Qt.Key, Remedy]] = {
    Qt.Key.Key_E: "display_text",
    Qt.Key.Key_G: "generalise",
    Qt.Key.Key_W: "withhold",
    Qt.Key.Key_F: "fine",
}
# As short as four of them side by side must be; the whole is their tip.
SHORT: Final[dict[Remedy, str]] = {
    "display_text": mark("Change text"),
    "generalise": mark("Generalise"),
    "withhold": mark("Withhold"),
    "fine": mark("Fine"),
}


class DisclosureCard(QFrame):
    """Enter or a click shows the words where they stand; E, G, W and F are what can be done."""

    shown = Signal(object)  # Disclosed
    decided = Signal(object, str)  # Disclosed, which remedy
    left = Signal(int)  # the keys went up (-1) or down (1)

    def __init__(self, found: Disclosed, *, writable: bool) -> None:
        super().__init__()
        self.found = found
        self._writable = writable
        self.links: dict[str, QPushButton] = {}
        self.setProperty("role", "finding")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = ElidedLabel(quoted(" ".join(found.words.split())), role="strong")
        chip = QLabel(_(LEVEL_WORDS[found.level]))
        chip.setProperty("role", f"level-{found.level}")
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kind = _(KIND_WORDS[found.kind])
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(words)
        head.addWidget(chip)
        head.addStretch(1)
        why = WrappedLabel(found.why, role="finding-why")
        where = (
            found.place
            if found.times < 2
            else _("{place} and {count} more").format(place=found.place, count=found.times - 1)
        )
        place = WrappedLabel(" · ".join(part for part in (kind, where) if part), role="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(why)
        column.addWidget(place)
        if writable:
            column.addLayout(self._links(found))
        said = (words.text(), chip.text(), kind, found.why, where)
        self.setAccessibleName(", ".join(part for part in said if part))

    def holds(self, widget: QWidget | None) -> bool:
        """Whether this is the card or something on it."""
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.shown.emit(self.found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        remedy = KEYS.get(Qt.Key(event.key())) if plain else None
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.shown.emit(self.found)
        elif plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif remedy is not None and remedy in self.links:
            self.decided.emit(self.found, remedy)
        else:
            super().keyPressEvent(event)

    def _links(self, found: Disclosed) -> Flow:
        row = Flow()
        for remedy in found.remedies:
            link = QPushButton(_(SHORT[remedy]))
            link.setProperty("role", "finding-link")
            link.setAccessibleName(f"{_(REMEDIES[remedy])}: {found.words}")
            link.setToolTip(_(REMEDIES[remedy]))
            link.clicked.connect(lambda _on, which=remedy: self.decided.emit(self.found, which))
            row.addWidget(link)
            self.links[remedy] = link
        return row
