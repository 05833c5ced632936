"""The board: themes as columns, codes as cards in them, the codes without a theme in a tray."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qualtool.analysis import balance, codebook, memos
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import ThemeRow
from qualtool.ui.panels.code_card import CardFacts, CodeCard
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.theme_column import Section, ThemeColumn, ThemeHead

TRAY = 222
WATCHED = ("code", "theme", "theme_code", "rest_code", "coding", "excerpt", "case",
           "document_case", "valence", "memo_link")  # fmt: skip
_KEYS = Qt.Key


class Board(QWidget):
    """Cards are chosen by click or arrow keys and moved by drag or Ctrl+arrow; Ctrl+drag copies."""

    theme_chosen = Signal(int)
    code_chosen = Signal(int)
    code_opened = Signal(int)
    memos_pressed = Signal(int)  # code
    cards_moved = Signal(list, object, object, int, bool)  # codes, from, to, place, copied
    cards_taken_out = Signal(list, int)  # codes, theme
    theme_wished = Signal()

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._chosen: set[tuple[int | None, int]] = set()
        self._focus: tuple[int | None, int] | None = None
        self.sections: list[Section] = []
        self.tray_head = SectionHead(_("Codes without theme"))
        self._tray_area = _area()
        self._board_area = _area()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tray = QFrame()
        tray.setProperty("role", "pane")
        tray.setFixedWidth(TRAY)
        column = QVBoxLayout(tray)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tray_head)
        column.addWidget(self._tray_area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(tray)
        row.addWidget(self._board_area, 1)
        self.refresh()

    def refresh(self) -> None:
        """Lay the board out as it is now; what was chosen stays chosen, and the place is kept."""
        with self._project.read() as session:
            themes = [t for t in codebook.themes(session) if t.state in ("candidate", "kept")]
            codes = [code for code in codebook.codes(session) if code.state == "in_use"]
            balances = balance.valences_by_code(session)
            everybody = balance.cases_with_documents(session)
            noted = memos.signs(session).codes
            signs = {valence.key: valence.sign for valence in codebook.valences(session)}
        facts = {
            code.id: CardFacts(
                code,
                {signs.get(key, ""): n for key, n in balances.get(code.id, {}).items()},
                everybody,
                noted.get(code.id, 0),
            )
            for code in codes
        }
        loose = [facts[code.id] for code in codes if not code.theme_ids]
        across = self._board_area.horizontalScrollBar().value()
        down = self._board_area.verticalScrollBar().value()
        self.sections = []
        self._show_tray(loose)
        self._show_columns(themes, facts)
        self._board_area.horizontalScrollBar().setValue(across)
        self._board_area.verticalScrollBar().setValue(down)
        self.tray_head.set_count(len(loose))
        self._show_chosen()

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what lies on the board."""
        if changes.touches(*WATCHED):
            self.refresh()

    def cards(self) -> Iterable[CodeCard]:
        """Every card, the tray's first."""
        for section in self.sections:
            yield from section.cards

    def _show_tray(self, loose: list[CardFacts]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 0, 12, 16)
        section = Section(
            None, loose, _("Drag codes here to take them out of a theme"), inviting=True
        )
        self._watch(section)
        column.addWidget(section)
        column.addStretch(1)
        self._tray_area.setWidget(page)

    def _show_columns(self, themes: list[ThemeRow], facts: dict[int, CardFacts]) -> None:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        for theme in themes:
            if theme.parent_id is None:
                subs = [sub for sub in themes if sub.parent_id == theme.id]
                made = ThemeColumn(theme, subs, facts)
                for section in made.sections:
                    self._watch(section)
                for head in made.heads:
                    self._watch_head(head)
                row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        new = QPushButton(_("New theme"))
        new.setProperty("role", "drop")
        new.setMinimumHeight(44)
        new.clicked.connect(self.theme_wished)
        row.addWidget(new, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._board_area.setWidget(page)

    def _watch(self, section: Section) -> None:
        self.sections.append(section)
        section.cards_dropped.connect(self._take_drop)
        for card in section.cards:
            card.pressed.connect(self._choose)
            card.opened.connect(self.code_opened)
            card.memos_pressed.connect(self.memos_pressed)
            card.key_pressed.connect(self._take_key)

    def _watch_head(self, head: ThemeHead) -> None:
        head.pressed.connect(self.theme_chosen)

    def _take_drop(self, codes: list[int], into: int | None, place: int, copied: bool) -> None:
        source = next((t for t, code in self._chosen if code in codes), None)
        self._chosen = {(into, code) for code in codes}
        self.cards_moved.emit(codes, source, into, place, copied)

    def _choose(self, card: CodeCard, more: bool) -> None:
        key = (card.theme_id, card.facts.code.id)
        if more and key in self._chosen:
            self._chosen.discard(key)
        elif more:
            # Cards that move together lie together: those of another theme are let go.
            self._chosen = {each for each in self._chosen if each[0] == key[0]} | {key}
        else:
            self._chosen = {key}
        self._focus = key
        self._show_chosen()
        self.code_chosen.emit(card.facts.code.id)

    def _show_chosen(self) -> None:
        codes = [code for _theme, code in sorted(self._chosen, key=lambda each: each[1])]
        for card in self.cards():
            key = (card.theme_id, card.facts.code.id)
            card.set_chosen(key in self._chosen)
            card.dragged_with = codes if key in self._chosen else []
            if key == self._focus and self._focus in self._chosen and self.isVisible():
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_key(self, card: CodeCard, event: QKeyEvent) -> None:
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        here = next(s for s in self.sections if card in s.cards)
        place = here.cards.index(card)
        column = self.sections.index(here)
        if key in (_KEYS.Key_Return, _KEYS.Key_Enter):
            self.code_opened.emit(card.facts.code.id)
        elif key == _KEYS.Key_Delete and here.theme_id is not None:
            self.cards_taken_out.emit(self._codes(card), here.theme_id)
        elif key in (_KEYS.Key_Left, _KEYS.Key_Right):
            step = 1 if key == _KEYS.Key_Right else -1
            self._go_across(card, column, place, step, carrying=control)
        elif key in (_KEYS.Key_Up, _KEYS.Key_Down):
            step = 1 if key == _KEYS.Key_Down else -1
            if control and here.theme_id is not None:
                placed = here.placed_cards()
                place = placed.index(card) if card in placed else -2
                target = place + (2 if step > 0 else -1)
                if place >= 0 and 0 <= target <= len(placed):
                    codes = [card.facts.code.id]
                    self.cards_moved.emit(codes, here.theme_id, here.theme_id, target, False)
            elif not control and 0 <= place + step < len(here.cards):
                here.cards[place + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return
        event.accept()

    def _go_across(
        self, card: CodeCard, column: int, place: int, step: int, *, carrying: bool
    ) -> None:
        ahead = self.sections[column + 1 :] if step > 0 else self.sections[:column][::-1]
        for section in ahead:
            if carrying:
                codes = self._codes(card)
                self._chosen = {(section.theme_id, code) for code in codes}
                self._focus = (section.theme_id, card.facts.code.id)
                self.cards_moved.emit(codes, card.theme_id, section.theme_id, -1, False)
                return
            if section.cards:
                target = section.cards[min(place, len(section.cards) - 1)]
                target.setFocus(Qt.FocusReason.TabFocusReason)
                self._board_area.ensureWidgetVisible(target)
                return

    def _codes(self, card: CodeCard) -> list[int]:
        return card.dragged_with or [card.facts.code.id]


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.horizontalScrollBar().setSingleStep(20)
    return area
