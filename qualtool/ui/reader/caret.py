"""The caret and what is selected: how keys move it, and what a word is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextLayout

from qualtool.ui.reader.page import Page

_SKIP_WORDS: Final = QTextLayout.CursorMode.SkipWords


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the caret stands and where its selection began; `x` is what up and down keep to."""

    position: int = 0
    anchor: int = 0
    x: float | None = None

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected, None where nothing is."""
        if self.position == self.anchor:
            return None
        return min(self.position, self.anchor), max(self.position, self.anchor)

    def at(self, position: int, *, extend: bool = False) -> Caret:
        """The caret moved to a place, taking its selection along or leaving it."""
        return Caret(position, self.anchor if extend else position)


Movement = Callable[[Page, Caret, int], Caret]


def _left(page: Page, caret: Caret, _height: int) -> Caret:
    return caret.at(_beside(page, caret.position, on=_runs_right_to_left(page, caret)))


def _right(page: Page, caret: Caret, _height: int) -> Caret:
    return caret.at(_beside(page, caret.position, on=not _runs_right_to_left(page, caret)))


def _word_left(page: Page, caret: Caret, _height: int) -> Caret:
    on = _runs_right_to_left(page, caret)
    return caret.at(_beside(page, caret.position, on=on, by=_SKIP_WORDS))


def _word_right(page: Page, caret: Caret, _height: int) -> Caret:
    on = not _runs_right_to_left(page, caret)
    return caret.at(_beside(page, caret.position, on=on, by=_SKIP_WORDS))


def _up(page: Page, caret: Caret, _height: int) -> Caret:
    return _by_lines(page, caret, -1, 0)


def _down(page: Page, caret: Caret, _height: int) -> Caret:
    return _by_lines(page, caret, 1, 0)


def _page_up(page: Page, caret: Caret, height: int) -> Caret:
    return _by_lines(page, caret, -1, height - 3 * page.face.line)


def _page_down(page: Page, caret: Caret, height: int) -> Caret:
    return _by_lines(page, caret, 1, height - 3 * page.face.line)


def _line_start(page: Page, caret: Caret, _height: int) -> Caret:
    piece = page.shown(page.pieces.at(caret.position))
    line = piece.laid.line_at(caret.position - piece.start)
    return caret.at(piece.start + piece.laid.line_span(line)[0])


def _line_end(page: Page, caret: Caret, _height: int) -> Caret:
    piece = page.shown(page.pieces.at(caret.position))
    line = piece.laid.line_at(caret.position - piece.start)
    return caret.at(piece.start + piece.laid.last_of_line(line))


def _start(_page: Page, caret: Caret, _height: int) -> Caret:
    return caret.at(0)


def _end(page: Page, caret: Caret, _height: int) -> Caret:
    return caret.at(len(page.reading.text))


def _runs_right_to_left(page: Page, caret: Caret) -> bool:
    return page.laid(page.pieces.at(caret.position)).right_to_left


def _beside(
    page: Page,
    position: int,
    *,
    on: bool,
    by: QTextLayout.CursorMode = QTextLayout.CursorMode.SkipCharacters,
) -> int:
    """One step on in the text, or back, inside a piece or over its edge into the next.

    In the order of the text, and not of what is seen, also where a word runs against its
    paragraph: so each step selects just one character more, and no word can hold the caret.
    """
    number = page.pieces.at(position)
    if not on and position == page.pieces.starts[number] and not page.pieces.opens(number):
        number -= 1
    piece = page.shown(number)
    inside = position - piece.start
    moved = piece.laid.after(inside, by) if on else piece.laid.before(inside, by)
    if moved != inside:
        return piece.start + moved
    return min(max(position + (1 if on else -1), 0), len(page.reading.text))


def _by_lines(page: Page, caret: Caret, step: int, distance: int) -> Caret:
    """Up (`step` -1) or down (1) line by line, as long as it is at most `distance` pixels."""
    number = page.pieces.at(caret.position)
    piece = page.shown(number)
    line = piece.laid.line_at(caret.position - piece.start)
    x = piece.laid.x_of(caret.position - piece.start) if caret.x is None else caret.x
    gone = 0
    while gone == 0 or gone < distance:
        if 0 <= line + step < len(piece.laid.starts):
            line += step
        elif 0 <= number + step < len(page.pieces):
            number += step
            piece = page.shown(number)
            line = 0 if step > 0 else len(piece.laid.starts) - 1
            gone += page.face.gap
        else:
            return caret.at(0 if step < 0 else len(page.reading.text))
        gone += page.face.line
    inside = piece.laid.offset_at(x, (line + 0.5) * page.face.line)
    return replace(caret.at(piece.start + inside), x=x)


_Key = QKeySequence.StandardKey
_MOVEMENTS: Final[tuple[tuple[_Key, _Key, Movement], ...]] = (
    (_Key.MoveToPreviousChar, _Key.SelectPreviousChar, _left),
    (_Key.MoveToNextChar, _Key.SelectNextChar, _right),
    (_Key.MoveToPreviousWord, _Key.SelectPreviousWord, _word_left),
    (_Key.MoveToNextWord, _Key.SelectNextWord, _word_right),
    (_Key.MoveToPreviousLine, _Key.SelectPreviousLine, _up),
    (_Key.MoveToNextLine, _Key.SelectNextLine, _down),
    (_Key.MoveToPreviousPage, _Key.SelectPreviousPage, _page_up),
    (_Key.MoveToNextPage, _Key.SelectNextPage, _page_down),
    (_Key.MoveToStartOfLine, _Key.SelectStartOfLine, _line_start),
    (_Key.MoveToEndOfLine, _Key.SelectEndOfLine, _line_end),
    (_Key.MoveToStartOfDocument, _Key.SelectStartOfDocument, _start),
    (_Key.MoveToEndOfDocument, _Key.SelectEndOfDocument, _end),
)


def moved(event: QKeyEvent, page: Page, caret: Caret, height: int) -> Caret | None:
    """The caret after a key, None where the key does not move it; `height` is the view's."""
    if event.matches(_Key.SelectAll):
        return Caret(len(page.reading.text), 0)
    for move, select, movement in _MOVEMENTS:
        if event.matches(move):
            return _moved_without_selecting(movement, page, caret, height)
        if event.matches(select):
            return replace(movement(page, caret, height), anchor=caret.anchor)
    return None


def _moved_without_selecting(movement: Movement, page: Page, caret: Caret, height: int) -> Caret:
    """As in every text: an arrow leaves a selection at the end it points to."""
    if caret.selection is None:
        return movement(page, caret, height)
    start, end = caret.selection
    if movement in (_left, _right):
        on = (movement is _right) != _runs_right_to_left(page, caret)
        return Caret(end, end) if on else Caret(start, start)
    from_end = movement in (_down, _word_right, _page_down, _line_end)
    return movement(page, replace(caret, position=end if from_end else start), height)
