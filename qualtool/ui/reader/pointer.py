"""What the mouse does in the text: places the caret, selects, and carries a selection away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QElapsedTimer, QPointF
from PySide6.QtWidgets import QApplication

from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.characters import word_at
from qualtool.ui.reader.page import Page

_FASTEST: Final = 60  # pixels a tick when the mouse is far outside


class Doing(Enum):
    """What a pressed button is doing."""

    NOTHING = 0
    PLACING = 1  # pressed; not yet moved
    SELECTING = 2
    LIFTING = 3  # pressed on the selection; moved, it is carried away


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a selection by mouse grows by: a character, a word or a paragraph."""

    clicks: int
    start: int
    end: int


class Pointer:
    """Turns presses and moves into carets; places are offsets of the text."""

    def __init__(self) -> None:
        self.doing = Doing.NOTHING
        self._unit = _Unit(1, 0, 0)
        self._pressed = QPointF()
        self._double = QElapsedTimer()

    def pressed(self, page: Page, caret: Caret, offset: int, at: QPointF, *, extend: bool) -> Caret:
        """The caret after a press; `at` is where on the screen."""
        third = self._double.isValid() and self._double.elapsed() < _interval()
        near = (at - self._pressed).manhattanLength() < QApplication.startDragDistance()
        self._pressed = at
        self._double.invalidate()
        if third and near:
            start, end = page.pieces.paragraph(page.pieces.at(offset))
            self._unit = _Unit(3, start, end)
            self.doing = Doing.SELECTING
            return Caret(end, start)
        selected = caret.selection
        if not extend and selected is not None and selected[0] <= offset < selected[1]:
            self.doing = Doing.LIFTING
            return caret
        self._unit = _Unit(1, offset, offset)
        self.doing = Doing.PLACING
        return caret.at(offset, extend=extend)

    def pressed_twice(self, page: Page, offset: int, at: QPointF) -> Caret:
        """The caret after a double click: the word is selected."""
        piece = page.pieces.at(offset)
        start, end = word_at(
            page.reading.text, page.pieces.starts[piece], page.pieces.ends[piece], offset
        )
        self._unit = _Unit(2, start, end)
        self._pressed = at
        self._double.start()
        self.doing = Doing.SELECTING
        return Caret(end, start)

    def moved(self, page: Page, caret: Caret, offset: int) -> Caret:
        """The caret after a move with the button down: it selects by what it began with."""
        self.doing = Doing.SELECTING
        if self._unit.clicks == 1:
            return caret.at(offset, extend=True)
        start, end = offset, offset
        if self._unit.clicks == 2:
            piece = page.pieces.at(offset)
            start, end = word_at(
                page.reading.text, page.pieces.starts[piece], page.pieces.ends[piece], offset
            )
        else:
            start, end = page.pieces.paragraph(page.pieces.at(offset))
        if offset < self._unit.start:
            return Caret(start, self._unit.end)
        return Caret(max(end, self._unit.end), self._unit.start)

    def takes_whole_words(self) -> bool:
        """Whether what is selected grows by more than characters."""
        return self._unit.clicks > 1

    def far_enough(self, at: QPointF) -> bool:
        """Whether the mouse has moved so far that a drag is meant."""
        return (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def released(self) -> Doing:
        """What the button was doing until now."""
        was, self.doing = self.doing, Doing.NOTHING
        return was


def scroll_step(y: float, height: int) -> int:
    """How far to scroll in a tick when the mouse drags at `y` of a view: faster, further out."""
    if y < 0:
        return -min(_FASTEST, 4 + int(-y) // 3)
    if y > height:
        return min(_FASTEST, 4 + int(y - height) // 3)
    return 0


def _interval() -> int:
    return QApplication.doubleClickInterval()
