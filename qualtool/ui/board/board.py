"""The board: codes in trays at the left, themes as columns, sub-themes as sections of these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.board import choosing, keys, layout, pressing
from qualtool.ui.board.contents import NOTHING, Aside, Card, Contents, Key, Section, contents
from qualtool.ui.board.hand import Hand
from qualtool.ui.board.layout import CARD, TRAY, Lane, Spot
from qualtool.ui.board.naming import Naming
from qualtool.ui.board.painting import State
from qualtool.ui.board.surface import Surface
from qualtool.ui.board.targets import Target
from qualtool.ui.board.telling import empty_words, words_of
from qualtool.ui.counting import Counting
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.reader.speaking import announce

WATCHED = ("code", "theme", "theme_code", "theme_excerpt", "rest_code", "frame", "coding",
           "excerpt", "case", "document_case", "valence", "memo_link")  # fmt: skip
SETTLED = 60  # milliseconds until what is chosen is told, so that one can go by without waiting


class Board(QWidget):
    """Cards and themes are chosen and moved by mouse and keys; what is done with them is told.

    `dropped` says what was let go of, where (a `Target`), and whether it is to lie there as well
    as where it was. `wished` names what a key or the menu asks for, of what is chosen.
    """

    theme_chosen = Signal(int)
    code_chosen = Signal(int)
    excerpt_chosen = Signal(int)
    opened = Signal(object)  # Key
    memos_pressed = Signal(int)  # code
    dropped = Signal(list, object, bool)  # Keys, Target, copied
    excerpts_let_go = Signal(list, object)  # excerpts, Target
    wished = Signal(str)
    named = Signal(object, str)  # Key, name
    menu_wished = Signal(QPoint)  # on the screen

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.frame: int | None = None
        self.chosen: list[Key] = []
        self.current: Key | None = None
        self._anchor: Key | None = None
        self._by_keys = False
        self._folded = True
        self.trays = Surface("quiet", self._state)
        self.columns = Surface("ground", self._state)
        self.contents: Contents = NOTHING
        self.hand = Hand(self)
        self.naming = Naming(self.named.emit, self._take_focus)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(SETTLED)
        self._telling.timeout.connect(self._tell_chosen)
        self.counting = Counting(project, self)
        self.counting.done.connect(self.refresh)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Board"))
        self._lay_out()
        self.refresh()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be moved."""
        return self._project.read_only

    def refresh(self) -> None:
        """Lay the board out as it is now; what was chosen stays chosen, and the place is kept."""
        before = self._lanes()
        at = choosing.whereabouts(before, self.current)
        self.contents = contents(self._project, self.frame)
        self._relay()
        lanes = self._lanes()
        there = {spot.key for lane in lanes for spot in lane.stops()}
        self.chosen = [key for key in self.chosen if key in there]
        if self.current is not None and self.current not in there:
            self.current = choosing.nearest(lanes, self.current, at)
            if self.current is not None and not self.chosen:
                self.chosen = [self.current]
            self._telling.start()  # what is shown beside the board goes along
        self._describe()
        self.counting.begin()

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what lies on the board."""
        if changes.touches(*WATCHED):
            self.hand.cancel()
            self.refresh()

    def show_frame(self, frame_id: int) -> None:
        """Show the board of another set of themes."""
        if frame_id != self.frame:
            self.frame = frame_id
            self.chosen, self.current = [], None
            self.refresh()

    def show_theme(self, theme_id: int) -> None:
        """Go to a theme that was chosen elsewhere."""
        key = next((s.key for s in self._all() if s.key and s.key[0] == "theme"
                    and s.key[2] == theme_id), None)  # fmt: skip
        if key is not None and key not in self.chosen:
            self._go_to(key)
            self._telling.stop()

    def aside(self) -> None:
        """Keep a name that is half written."""
        if self.naming.field is not None:
            self.naming.field.finish(keep=True)

    # what is chosen

    def cards(self) -> list[Card]:
        """Every card, those of the trays first."""
        return [spot.thing for spot in self._all() if isinstance(spot.thing, Card)]

    def chosen_cards(self) -> list[Card]:
        """The cards that are chosen, from left to right and from top to bottom."""
        return [card for card in self.cards() if card.key in self.chosen]

    def theme(self) -> Section | None:
        """The theme that is chosen."""
        if self.current is None or self.current[0] != "theme":
            return None
        return self.contents.section(self.current[2])

    def chosen_aside(self) -> Aside | None:
        """The theme among those set aside that is chosen."""
        key = self.current
        if key is None or key[0] != "aside":
            return None
        return next((each for each in self.contents.aside if each.theme_id == key[2]), None)

    def choose(self, key: Key) -> None:
        """Choose one thing alone."""
        self._anchor = key
        self._choose([key], key)

    def choose_all(self, wanted: Sequence[Key]) -> None:
        """Choose these, or nothing."""
        self._choose(list(wanted), wanted[-1] if wanted else self.current)

    def choose_to(self, key: Key) -> None:
        """Choose all cards of a lane from the one chosen last to this."""
        self._choose(choosing.between(self._lanes(), self._anchor or key, key), key)

    def choose_lane(self) -> None:
        """Choose all cards of the column, or of the trays."""
        lane = next((n for n in self._lanes() if n.spot(self.current)), None)
        if lane is not None:
            self.choose_all([s.key for s in lane.spots if s.what == CARD and s.key])

    def toggle(self, key: Key) -> None:
        """Choose a card besides the others, or no longer."""
        if key in self.chosen:
            self._choose([each for each in self.chosen if each != key], key)
        else:
            self._anchor = key
            cards = [each for each in self.chosen if each[0] in ("code", "excerpt")]
            self._choose([*cards, key] if key[0] in ("code", "excerpt") else [key], key)

    def follow(self, wanted: Iterable[Key]) -> None:
        """Choose things where they lie now."""
        there = {spot.key for spot in self._all()}
        found = [key for key in wanted if key in there]
        if found:
            self._anchor = found[0]
            self._choose(found, found[0])
            self._reveal(found[0])

    def open(self, key: Key) -> None:
        """Show what a thing holds; fold what can be folded; begin a theme."""
        if key[0] == "fold":
            self._folded = not self._folded
            self._relay()
        elif key[0] == "new":
            self.wished.emit("new_theme")
        else:
            self.choose(key)
            self._tell_chosen()
            self.opened.emit(key)

    def let_go(self, carried: Sequence[Key], target: Target, copies: bool) -> None:
        """Tell that things were let go of somewhere."""
        self.dropped.emit(list(carried), target, copies)

    def start_naming(self, key: Key) -> None:
        """Let a theme or code be named where it stands."""
        spot = next((each for each in self._all() if each.key == key), None)
        if spot is not None and not self.read_only:
            self._reveal(key)
            surface = self._surface(key)
            thing = spot.thing
            assert isinstance(thing, Card | Section)
            box = spot.box.translated(-surface.offset())
            self.naming.start(surface.viewport(), box, key, thing.name)

    def place_of(self, key: Key | None) -> QRect:
        """Where something stands on the screen, for what opens beside it."""
        surface = self._surface(key)
        box = surface.box_of(key) if key is not None else None
        box = box or QRect(self.columns.viewport().rect().center(), self.columns.viewport().size())
        box.moveTopLeft(surface.viewport().mapToGlobal(box.topLeft()))
        return box

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand.is_busy():
            if event.key() == Qt.Key.Key_Escape:
                self.hand.cancel()
            return
        self._by_keys = True
        if not pressing.press(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            if plain and event.text() in keys.LETTERS:
                event.accept()  # before the window's shortcuts
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(self.place_of(self.current).bottomLeft() + QPoint(16, -8))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        if self.current is None and self._by_keys:
            first = next((spot.key for spot in self._all() if spot.key), None)
            if first is not None:
                self._choose([first], first)
        self._update(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update(self.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._relay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    # inside

    def step(self, across: int, down: int, *, extend: bool, only_go: bool) -> None:
        """Go on from what has the keys: choosing what is reached, all up to it, or nothing."""
        lanes = self._lanes()
        goal = choosing.step(lanes, self.current, across, down, self._height_of)
        if goal is None:
            return
        if extend and down:
            self.choose_to(goal)
            self._reveal(goal)
        elif only_go:
            self._choose(self.chosen, goal)
            self._reveal(goal)
        else:
            self._go_to(goal)

    def carry_by_key(self, across: int, down: int) -> None:
        """Take what is chosen one place on."""
        if self.current is None or self.read_only:
            return
        carried = [card.key for card in self.chosen_cards()] or [self.current]
        target = choosing.carried_by_key(
            self.contents, [s for lane in self._lanes() for s in lane.stretches], carried,
            across, down,
        )  # fmt: skip
        if target is not None:
            self.let_go(carried, target, copies=False)

    def _go_to(self, key: Key) -> None:
        self._anchor = key
        self._choose([key], key)
        self._reveal(key)

    def _choose(self, chosen: list[Key], current: Key | None) -> None:
        before = {*self.chosen, self.current}
        self.chosen = list(dict.fromkeys(chosen))
        self.current = current
        for key in before | {*self.chosen, current}:
            self._update(key)
        self._describe()
        self._telling.start()

    def _tell_chosen(self) -> None:
        self._telling.stop()
        if self.hand.is_busy() or self.current is None:
            return
        kind, _place, number = self.current
        match kind:
            case "theme" | "aside":
                self.theme_chosen.emit(number)
            case "code":
                self.code_chosen.emit(number)
            case "excerpt":
                self.excerpt_chosen.emit(number)

    def _describe(self) -> None:
        spot = next((each for each in self._all() if each.key == self.current), None)
        words = words_of(spot) if spot is not None else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            announce(self, words)

    def _state(self, spot: Spot) -> State:
        focus = self._by_keys and spot.key is not None and spot.key == self.current
        return State(spot.key in self.chosen, focus and self.hasFocus())

    def _update(self, key: Key | None) -> None:
        if key is not None:
            self._surface(key).update_key(key)

    def _surface(self, key: Key | None) -> Surface:
        in_trays = key is not None and (key[0] in ("aside", "fold") or (
            key[0] == "code" and key[1] <= 0))  # fmt: skip
        return self.trays if in_trays else self.columns

    def _reveal(self, key: Key) -> None:
        surface = self._surface(key)
        spot = surface.laid.spot(key) if surface.laid is not None else None
        if spot is not None:
            surface.reveal(spot.box)

    def _height_of(self, spot: Spot) -> int:
        """How high something stands on the screen: the panes scroll each for itself."""
        return spot.box.center().y() - self._surface(spot.key).offset().y()

    def _lanes(self) -> list[Lane]:
        return [
            lane
            for surface in (self.trays, self.columns)
            if surface.laid is not None
            for lane in surface.laid.lanes
        ]

    def _all(self) -> Iterable[Spot]:
        return (spot for lane in self._lanes() for spot in lane.spots)

    def _take_focus(self) -> None:
        self._by_keys = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _relay(self) -> None:
        self.trays.show_laid(layout.trays_of(self.contents, self._folded))
        self.columns.show_laid(layout.board_of(self.contents))
        codes = any(card.key[0] == "code" for card in self.contents.loose.cards)
        self._hint.setVisible(not self.contents.columns)
        if not self.contents.columns:
            self._hint.show_words(empty_words(codes))
            self._place_hint()

    def _place_hint(self) -> None:
        self._hint.setGeometry(self.columns.viewport().rect().adjusted(0, 80, 0, 0))

    def _lay_out(self) -> None:
        self._hint = EmptyPane(_("No themes yet"), " ", _("New theme"))
        self._hint.pressed.connect(lambda: self.wished.emit("new_theme"))
        self._hint.setParent(self.columns.viewport())
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedWidth(1)
        self.trays.setFixedWidth(TRAY)
        self.trays.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.trays)
        row.addWidget(line)
        row.addWidget(self.columns, 1)
        self.trays.listener = self.columns.listener = self.hand
