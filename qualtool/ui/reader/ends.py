"""The ends of the chosen excerpt, moved by mouse or by key: seen at once, one wish when let go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent

from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.ui.reader.caret import Caret, moved
from qualtool.ui.reader.chosen import Chosen
from qualtool.ui.reader.grips import Grip, Grips, grips_of
from qualtool.ui.reader.pointer import scroll_step
from qualtool.ui.reader.speaking import announce
from qualtool.ui.reader.stops import nearest_stop, next_character, next_stop
from qualtool.ui.reader.view import TextView

Span = tuple[int, int]
Key, Held = Qt.Key, Qt.KeyboardModifier

_TICK: Final = 25  # milliseconds between the steps when an end is drawn out of the view
_PAUSE: Final = 1200  # after so long without a key, a burst of them is over
_HELD_KEYS: Final = {
    Key.Key_Left,
    Key.Key_Right,
    Key.Key_E,
    Key.Key_Tab,
    Key.Key_Return,
    Key.Key_Enter,
    Key.Key_Escape,
}
_LET_GO: Final = {Key.Key_Alt, Key.Key_Shift, Key.Key_Meta, Key.Key_AltGr}
_MEAN_NOTHING: Final = {Key.Key_Control, Key.Key_CapsLock}  # alone


@dataclass(frozen=True, slots=True)
class _Moving:
    """An excerpt whose end is being moved: what it was, what it would become, and which end."""

    excerpt: int
    was: Span
    span: Span
    end: str
    burst: bool = False  # by keys held together: over when they are let go


class Ends(QObject):
    """Follows the grips of the chosen excerpt; `moved` tells once what it is to become.

    By mouse a grip keeps to words, or to characters with Alt held. By key Alt+Shift and an arrow
    move the end by a word, and letting go of the keys keeps it; E takes hold of the end, E again
    of the start: then the arrows move it by word, with Shift by character, all other keys that
    move the caret to the edge of a word nearest to where they lead, and Enter keeps it. Escape
    leaves the excerpt as it was.
    """

    moved = Signal(int, int, int)  # start, end, excerpt
    told = Signal(str)  # what the keys do now; empty when nothing is held any more

    def __init__(self, view: TextView, chosen: Chosen) -> None:
        super().__init__(view)
        self._view = view
        self._chosen = chosen
        self._moving: _Moving | None = None
        self._grip: Grip | None = None  # under the pressed mouse
        self._at = QPointF()
        self._letters = False
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self._draw_on)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.keep)
        chosen.shown.connect(self.forget)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    @property
    def held(self) -> bool:
        """Whether an end is being moved."""
        return self._moving is not None

    def take(self, end: str = "end", *, burst: bool = False) -> bool:
        """Take hold of an end of the chosen excerpt, or of the other one; False where none is."""
        if self._moving is not None:
            other = "start" if self._moving.end == "end" else "end"
            self._moving = replace(self._moving, end=other, burst=False)
            self._pause.stop()
        else:
            span = self._span()
            if span is None or self._chosen.excerpt is None:
                return False
            self._moving = _Moving(self._chosen.excerpt, span, span, end, burst)
        self._show()
        self._tell()
        return True

    def step(self, step: int, *, by_letter: bool = False) -> None:
        """Move the end that is held a word on (1) or back (-1), or a character."""
        moving, page = self._moving, self._view.page
        if moving is None or page is None:
            return
        text, at = page.reading.text, moving.span[moving.end == "end"]
        if by_letter:
            self._move_to(next_character(text, at, step))
        else:
            self._move_to(next_stop(text, at, step, for_end=moving.end == "end"))
        self._follow()

    def keep(self) -> None:
        """Let go of the end where it stands now, and tell of it if it has moved."""
        moving, self._moving = self._moving, None
        self._stop()
        if moving is not None:
            self._show()
            self.told.emit("")
            if moving.span != moving.was:
                self.moved.emit(*moving.span, moving.excerpt)

    def let_go(self) -> bool:
        """Leave the excerpt as it was; False where nothing was held."""
        held, self._moving = self._moving is not None, None
        self._stop()
        if held:
            self._show()
            self.told.emit("")
        return held

    def forget(self) -> None:
        """Another excerpt is chosen, or its codings are no longer the same: nothing is held."""
        if not self.let_go():
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._view.page is None:
            return False
        match event:
            case QKeyEvent() if watched is self._view:
                return self._key_event(event)
            case QMouseEvent() if watched is self._view.viewport():
                return self._mouse_event(event)
        if event.type() == QEvent.Type.FocusOut and watched is self._view:
            self.keep()
        return False

    def _draw_on(self) -> None:
        step = scroll_step(self._at.y(), self._view.viewport().height())
        if step and self._grip is not None:
            self._view.scroll_by(step)
            self._drag_to(self._at)
        else:
            self._ticks.stop()

    # by key

    def _key_event(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            if self._moving is not None and self._moving.burst and event.key() in _LET_GO:
                self.keep()
            return False
        burst = _burst_step(event)
        if burst and self._view.caret.selection is None and self._chosen.excerpt is not None:
            if event.type() == QEvent.Type.KeyPress:
                self._step_in_burst(burst)
            event.accept()
            return True
        if self._moving is None or event.key() in _LET_GO:
            return False
        if event.key() in _MEAN_NOTHING and not self._moving.burst:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _HELD_KEYS:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._held_key(event)

    def _step_in_burst(self, step: int) -> None:
        if self._moving is None:
            self.take(burst=True)
        self.step(step)
        if self._moving is not None and self._moving.burst:
            self._pause.start()

    def _held_key(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Held.ShiftModifier)
        match event.key():
            case Key.Key_Left:
                self.step(-1, by_letter=shift)
            case Key.Key_Right:
                self.step(1, by_letter=shift)
            case Key.Key_E | Key.Key_Tab:
                self.take()
            case Key.Key_Return | Key.Key_Enter:
                self.keep()
            case Key.Key_Escape:
                self.let_go()
            case _ if self._step_as_caret(event):
                pass
            case _:
                self.keep()  # something else is meant now
                return False
        return True

    def _step_as_caret(self, event: QKeyEvent) -> bool:
        """Move the end that is held where a key would move the caret; False if it would not."""
        moving, page = self._moving, self._view.page
        if moving is None or page is None or moving.burst:
            return False
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return False
        at = moving.span[moving.end == "end"]
        caret = moved(event, page, Caret(at, at), self._view.viewport().height())
        if caret is None:
            return False
        text, for_end = page.reading.text, moving.end == "end"
        self._move_to(nearest_stop(text, caret.position, for_end=for_end))
        self._follow()
        return True

    # by mouse

    def _mouse_event(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        self._letters = bool(event.modifiers() & Held.AltModifier)
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if left:
                self.keep()
                # With Shift the click goes on with a selection, also where a grip stands.
                extends = event.modifiers() & Held.ShiftModifier
                self._grip = None if extends else self._under(event.position())
                if self._grip is not None:
                    self._at = event.position()
                    return self.take(self._grip.end)
            case QEvent.Type.MouseMove if self._grip is not None:
                self._drag_to(event.position())
                if scroll_step(event.position().y(), self._view.viewport().height()):
                    self._ticks.start()
                return True
            case QEvent.Type.MouseMove if not event.buttons():
                return self._point_at(event.position())
            case QEvent.Type.MouseButtonRelease if left and self._grip is not None:
                self._release()
                return True
        return False

    def _release(self) -> None:
        """Keep what was dragged; a mere click on a grip puts the caret there."""
        moving = self._moving
        self.keep()
        if moving is not None and moving.span == moving.was:
            at = moving.was[moving.end == "end"]
            self._view.set_caret(Caret(at, at), follow=False)

    def _point_at(self, place: QPointF) -> bool:
        grip = self._under(place)
        if grip is None:
            return False
        self._view.hover(None)
        self._view.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        return True

    def _under(self, place: QPointF) -> Grip | None:
        span, page, top = self._span(), self._view.page, self._view.scrolling.top
        if span is None or page is None:
            return None
        there = QPointF(place.x() - self._view.measure.text_left, place.y() + top)
        seen = grips_of(page, span, top, top + self._view.viewport().height())
        return next((grip for grip in seen if grip.taken(there)), None)

    def _drag_to(self, place: QPointF) -> None:
        self._at = place
        moving, page = self._moving, self._view.page
        if moving is None or page is None or self._grip is None:
            return
        # The knob lies above or below the line; what is dragged is the end in it.
        line = page.face.line / 2
        offset = self._view.offset_at(place + QPointF(0, line if moving.end == "start" else -line))
        if not self._letters:
            offset = nearest_stop(page.reading.text, offset, for_end=moving.end == "end")
        self._move_to(offset)

    # both

    def _move_to(self, offset: int) -> None:
        moving, page = self._moving, self._view.page
        if moving is None or page is None:
            return
        start, end = moving.span
        span = (offset, end) if moving.end == "start" else (start, offset)
        if span[0] < span[1] and page.reading.text[span[0] : span[1]].strip():
            self._moving = replace(moving, span=span)
            self._show()
            self._say(span)

    def _follow(self) -> None:
        if self._moving is not None:
            at = self._moving.span[self._moving.end == "end"]
            self._view.reveal(at, at)

    def _show(self) -> None:
        span = self._span()
        if span is None:
            self._view.show_grips(None)
        elif self._moving is None:
            self._view.show_grips(Grips(span))
        else:
            moving = self._moving
            coded = self._view.coded
            if moving.span != moving.was:
                coded = coded.with_excerpt(moving.excerpt, *moving.span)
            self._view.show_grips(Grips(moving.span, moving.end, coded))

    def _span(self) -> Span | None:
        here = self._view.shown_codings().of_excerpt(self._chosen.excerpt)
        return (here[0].start, here[0].end) if here else None

    def _stop(self) -> None:
        self._grip = None
        self._ticks.stop()
        self._pause.stop()

    def _tell(self) -> None:
        moving = self._moving
        if moving is None or moving.burst or self._grip is not None:
            return
        which = _("The excerpt’s start") if moving.end == "start" else _("The excerpt’s end")
        keys = _("← → by word · Shift by letter · E the other end · Enter keep · Esc leave")
        self.told.emit(f"{which}: {keys}")
        announce(self._view, f"{which}. {keys}")

    def _say(self, span: Span) -> None:
        page = self._view.page
        if page is not None:
            words = " ".join(page.reading.text[span[0] : span[1]].split())
            shown = words if len(words) < 80 else f"{words[:36]} … {words[-36:]}"
            announce(self._view, quoted(shown))


def _burst_step(event: QKeyEvent) -> int:
    """Which way Alt+Shift and an arrow move an end; 0 for any other keys.

    Where the system has these keys select words, they go on doing so.
    """
    held = event.modifiers() & ~Held.KeypadModifier
    if held != Held.AltModifier | Held.ShiftModifier:
        return 0
    if event.matches(QKeySequence.StandardKey.SelectNextWord) or event.matches(
        QKeySequence.StandardKey.SelectPreviousWord
    ):
        return 0
    return {Key.Key_Left: -1, Key.Key_Right: 1}.get(Key(event.key()), 0)
