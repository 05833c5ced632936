"""A theme as a column of the board: its head, its sub-themes as sections, its cards."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import ThemeRow
from qualtool.ui import theme as looks
from qualtool.ui.dragging import CODES, ids_from
from qualtool.ui.panels.code_card import CardFacts, CodeCard

WIDTH = 206
_INDENT = 12


class Section(QFrame):
    """A stretch of a column that takes cards: a theme, a sub-theme, or the tray (None)."""

    cards_dropped = Signal(list, object, int, bool)  # codes, theme or None, place, copied
    card_made = Signal(object)

    def __init__(
        self,
        theme_id: int | None,
        cards: Sequence[CardFacts],
        hint: str,
        *,
        inviting: bool,
        follow: Collection[int] = (),
    ) -> None:
        super().__init__()
        self._inviting = inviting or not cards
        self.theme_id = theme_id
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.cards = [CodeCard(facts, theme_id) for facts in cards]
        self._follow = follow  # sub-codes that are here with the code they lie under
        for card in self.cards:
            if card.facts.code.id in follow:
                self._column.addLayout(_indented(card))
            else:
                self._column.addWidget(card)
        self._hint = QLabel(hint)
        self._hint.setProperty("role", "drop")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setMinimumHeight(44)
        self._column.addWidget(self._hint)
        self._hint.setVisible(self._inviting)  # only now: before, it would be a window of its own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CODES):
            event.acceptProposedAction()
            self._light(on=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(on=False)
        event.acceptProposedAction()
        copied = event.dropAction() == Qt.DropAction.CopyAction
        codes = ids_from(event.mimeData(), CODES)
        self.cards_dropped.emit(
            codes, self.theme_id, self._place(event.position().toPoint()), copied
        )

    def _place(self, point: QPoint) -> int:
        return sum(card.geometry().center().y() < point.y() for card in self.placed_cards())

    def placed_cards(self) -> list[CodeCard]:
        """The cards that were put here, without those that follow one of them."""
        return [card for card in self.cards if card.facts.code.id not in self._follow]

    def _light(self, *, on: bool) -> None:
        self._hint.setVisible(self._inviting or on)
        self._hint.setProperty("hovered", on)
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)


class ThemeHead(QFrame):
    """Name and counts of a theme or sub-theme; a click or Enter shows what it is."""

    pressed = Signal(int)

    def __init__(self, row: ThemeRow) -> None:
        super().__init__()
        self._id = row.id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("role", "theme-head")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 4)
        column.setSpacing(2)
        name = QLabel(row.name)
        name.setWordWrap(True)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "theme-name" if row.parent_id is None else "sub-theme-name")
        column.addWidget(name)
        excerpts = ngettext("{count} excerpt", "{count} excerpts", row.excerpts)
        cases = ngettext("{count} case", "{count} cases", row.cases)
        parts = [excerpts.format(count=row.excerpts), cases.format(count=row.cases)]
        if row.label and row.label != row.name:
            parts.insert(0, row.label)
        counts = QLabel(" · ".join(parts))
        counts.setProperty("role", "quiet")
        counts.setWordWrap(True)
        if row.parent_id is None:
            column.addWidget(counts)
        self.setAccessibleName(f"{row.name}, {' · '.join(parts)}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.pressed.emit(self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._id)
        else:
            super().keyPressEvent(event)


class ThemeColumn(QWidget):
    """A main theme with its sub-themes."""

    def __init__(
        self, row: ThemeRow, subs: Sequence[ThemeRow], facts: Mapping[int, CardFacts]
    ) -> None:
        super().__init__()
        self.theme_id = row.id
        self.heads: list[ThemeHead] = []
        self.sections: list[Section] = []
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QFrame()
        line.setFixedHeight(3)
        mark = looks.current().code_colour(row.colour).mark
        line.setStyleSheet(f"background: {mark.name()}; border-radius: 1px;")
        column.addWidget(line)
        for each in (row, *subs):
            head = ThemeHead(each)
            self.heads.append(head)
            column.addWidget(head)
            if row.collapsed:
                break
            cards = [facts[code] for code in each.code_ids if code in facts]
            last = each is (subs[-1] if subs else row)
            hint = "+" if cards or subs else _("Drag codes here")
            follow = set(each.code_ids) - set(each.placed_ids)
            section = Section(each.id, cards, hint, inviting=last, follow=follow)
            self.sections.append(section)
            column.addWidget(section)
        column.addStretch(1)


def _indented(card: CodeCard) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_INDENT, 0, 0, 0)
    row.addWidget(card)
    return row
