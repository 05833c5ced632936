"""The mouse on the board: choosing, the box round several cards, and carrying them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from qualtool.ui.board import targets
from qualtool.ui.board.contents import Card, Key, Section
from qualtool.ui.board.ghost import Ghost
from qualtool.ui.board.layout import CARD, Spot
from qualtool.ui.board.painting import memo_box
from qualtool.ui.board.surface import Surface
from qualtool.ui.board.targets import Target
from qualtool.ui.dragging import CODES, EXCERPTS, ids_from

if TYPE_CHECKING:
    from qualtool.ui.board.board import Board

_NEAR: Final = 36  # pixels from an edge where carrying scrolls
_FASTEST: Final = 22  # pixels a frame
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(slots=True)
class _Press:
    """A button that is down: where, on what, and what its coming up would choose."""

    surface: Surface
    place: QPoint
    spot: Spot | None
    then: Key | None = None  # chosen alone when the button comes up
    toggles: bool = False


class Hand(QObject):
    """Hears both panes, and tells the board what is chosen and what is let go of where."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._press: _Press | None = None
        self._carried: list[Key] = []
        self._banding = False
        self._before: list[Key] = []
        self._target: tuple[Surface, Target] | None = None
        self._last = QPoint()
        self._copies = False
        self.ghost = Ghost(board)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(16)
        self._scrolling.timeout.connect(self._scroll)

    def is_busy(self) -> bool:
        """Whether something is being carried, or a box drawn."""
        return bool(self._carried) or self._banding

    def target(self) -> Target | None:
        """Where what is carried would come to lie now."""
        return self._target[1] if self._target is not None else None

    def cancel(self) -> None:
        """Let go of everything, as if nothing had been carried."""
        if self._banding:
            self._board.choose_all(self._before)
        self._end()

    # presses

    def press(self, surface: Surface, event: QMouseEvent) -> None:
        """Choose what is under the mouse, or begin a box on the ground."""
        if event.button() != Qt.MouseButton.LeftButton or self.is_busy():
            return
        board, place = self._board, event.position().toPoint()
        board.setFocus(Qt.FocusReason.MouseFocusReason)
        spot = surface.spot_at(place)
        press = self._press = _Press(surface, place, spot)
        held = event.modifiers()
        if spot is None or spot.key is None:
            self._before = list(board.chosen) if held & (_CONTROL | _SHIFT) else []
            return
        if spot.what == CARD and isinstance(spot.thing, Card):
            sign = memo_box(spot.thing, spot.box).adjusted(-4, -4, 4, 4)
            if spot.thing.memos and sign.contains((place + surface.offset()).toPointF()):
                self._press = None
                board.memos_pressed.emit(spot.thing.id)
            elif held & _SHIFT:
                board.choose_to(spot.key)
            elif held & _CONTROL:
                press.toggles = True
            elif spot.key in board.chosen:
                press.then = spot.key
            else:
                board.choose(spot.key)
        elif spot.key[0] in ("new", "fold"):
            press.then = spot.key
        else:
            board.choose(spot.key)

    def move(self, surface: Surface, event: QMouseEvent) -> None:
        """Carry what was pressed, or draw the box."""
        press = self._press
        if press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        far = (place - press.place).manhattanLength() >= QApplication.startDragDistance()
        if not self.is_busy() and far:
            self._begin(press)
        self._last = surface.viewport().mapTo(self._board, place)
        self._copies = bool(event.modifiers() & _CONTROL)
        if self._banding:
            self._draw_band()
        elif self._carried:
            self._carry()

    def release(self, surface: Surface, event: QMouseEvent) -> None:
        """Choose, or let go of what is carried."""
        press, self._press = self._press, None
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        board = self._board
        if self._carried:
            keys, target, copies = self._carried, self.target(), self._copies
            self._end()
            if target is not None:
                board.let_go(keys, target, copies)
        elif self._banding:
            self._end()
            board.choose_all(board.chosen)  # told only now that the hand is empty
        elif press.spot is None:
            board.choose_all(self._before)
        elif press.toggles and press.spot.key is not None:
            board.toggle(press.spot.key)
        elif press.then is not None:
            here = surface.spot_at(event.position().toPoint())
            if press.then[0] in ("new", "fold"):
                if here is not None and here.key == press.then:
                    board.open(press.then)
            else:
                board.choose(press.then)

    def press_twice(self, surface: Surface, event: QMouseEvent) -> None:
        """Open what is under the mouse; on the ground, begin a theme."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = surface.spot_at(event.position().toPoint())
        if spot is not None and spot.key is not None:
            self._board.open(spot.key)
        elif surface is self._board.columns:
            self._board.wished.emit("new_theme")

    def ask(self, surface: Surface, place: QPoint) -> None:
        """Offer what can be done with what is under the mouse."""
        spot = surface.spot_at(place)
        if spot is not None and spot.key is not None:
            if spot.key not in self._board.chosen:
                self._board.choose(spot.key)
        else:
            self._board.choose_all([])
        self._board.menu_wished.emit(surface.viewport().mapToGlobal(place))

    # from elsewhere

    def carry_over(self, surface: Surface, event: QDragMoveEvent) -> None:
        """Excerpts of a list, or codes, are carried over the board."""
        data = event.mimeData()
        if not (data.hasFormat(EXCERPTS) or data.hasFormat(CODES)):
            return
        self._last = surface.viewport().mapTo(self._board, event.position().toPoint())
        target = self._target_at(surface, event.position().toPoint() + surface.offset(), [])
        if data.hasFormat(EXCERPTS) and (surface is self._board.trays or target is None):
            target = None
        self._show_target(surface, target)
        if target is not None:
            event.acceptProposedAction()

    def carry_away(self) -> None:
        """They are carried away again."""
        self._show_target(self._board.columns, None)

    def let_go(self, surface: Surface, event: QDropEvent) -> None:
        """They are let go of."""
        target, data = self.target(), event.mimeData()
        self._show_target(surface, None)
        if target is None:
            return
        event.acceptProposedAction()
        if found := ids_from(data, EXCERPTS):
            self._board.excerpts_let_go.emit(found, target)
        elif found := ids_from(data, CODES):
            self._board.let_go([("code", 0, each) for each in found], target, copies=False)

    # carrying

    def _begin(self, press: _Press) -> None:
        spot = press.spot
        if spot is None or spot.key is None:
            self._banding = True
            return
        if spot.key[0] in ("new", "fold") or self._board.read_only:
            self._press = None
            return
        if spot.what == CARD:
            if spot.key not in self._board.chosen:
                self._board.toggle(spot.key)
            cards = self._board.chosen_cards()
            self._carried = [card.key for card in cards]
            self.ghost.carry_cards([*(c for c in cards if c.key == spot.key),
                                    *(c for c in cards if c.key != spot.key)])  # fmt: skip
        else:
            self._carried = [spot.key]
            thing = spot.thing
            self.ghost.carry_words(getattr(thing, "name", ""))
            if isinstance(thing, Section):
                self._board.choose(spot.key)
        self._scrolling.start()

    def _carry(self) -> None:
        surface, at = self._under()
        target = None
        if surface is not None:
            target = self._target_at(surface, at, self._carried)
        self._show_target(surface or self._board.columns, target)
        cards = self._carried[0][0] in ("code", "excerpt")
        self.ghost.follow(self._last, copies=self._copies and cards and target is not None)

    def _target_at(self, surface: Surface, at: QPoint, carried: list[Key]) -> Target | None:
        laid, contents = surface.laid, self._board.contents
        if laid is None:
            return None
        kind = carried[0][0] if carried else "code"
        if surface is self._board.trays:
            if kind == "theme":
                return Target("aside", box=surface.viewport().rect().translated(surface.offset()))
            return targets.in_trays(laid, at) if kind != "aside" else None
        if kind in ("theme", "aside"):
            return targets.of_theme(laid, contents, carried[0][2], at)
        return targets.on_board(laid, at)

    def _show_target(self, surface: Surface, target: Target | None) -> None:
        for each in (self._board.trays, self._board.columns):
            here = target if each is surface else None
            each.light(here.box if here else None, here.line if here else None)
        self._target = (surface, target) if target is not None else None

    def _under(self) -> tuple[Surface | None, QPoint]:
        for surface in (self._board.trays, self._board.columns):
            at = surface.viewport().mapFrom(self._board, self._last)
            if surface.viewport().rect().contains(at):
                return surface, at + surface.offset()
        return None, QPoint()

    def _draw_band(self) -> None:
        press = self._press
        if press is None:
            return
        surface = press.surface
        here = surface.viewport().mapFrom(self._board, self._last) + surface.offset()
        box = QRect(press.place + surface.offset(), here).normalized()
        surface.band(box)
        inside = [
            spot.key
            for spot in (surface.laid.spots() if surface.laid else ())
            if spot.what == CARD and spot.key is not None and spot.box.intersects(box)
        ]
        self._board.choose_all([*self._before, *(k for k in inside if k not in self._before)])

    def _scroll(self) -> None:
        """Go on scrolling while something is held near an edge."""
        surface, _at = self._under()
        if surface is None:
            return
        view = surface.viewport()
        here = view.mapFrom(self._board, self._last)
        for bar, low, high in (
            (surface.horizontalScrollBar(), here.x(), view.width() - here.x()),
            (surface.verticalScrollBar(), here.y(), view.height() - here.y()),
        ):
            deep = (low < _NEAR) * (low - _NEAR) + (high < _NEAR) * (_NEAR - high)
            if deep:
                bar.setValue(bar.value() + round(_FASTEST * deep / _NEAR))
                self._carry()

    def _end(self) -> None:
        self._scrolling.stop()
        self._show_target(self._board.columns, None)
        if self._press is not None:
            self._press.surface.band(None)
        for surface in (self._board.trays, self._board.columns):
            surface.band(None)
        self._carried, self._banding, self._press = [], False, None
        self.ghost.hide()
