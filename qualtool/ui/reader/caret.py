"""The caret and what is selected: how keys move it, and what a word is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextLayout

from qualtool.ui.reader.page import Page

_MARKS: Final = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
_WORD: Final = re.compile(f"[\\w{_MARKS}]+(?:[’'\\-][\\w{_MARKS}]+)*")
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
    return caret.at(_by_layout(page, caret.position, QTextLayout.leftCursorPosition, -1))


def _right(page: Page, caret: Caret, _height: int) -> Caret:
    return caret.at(_by_layout(page, caret.position, QTextLayout.rightCursorPosition, 1))


def _word_left(page: Page, caret: Caret, _height: int) -> Caret:
    def back(layout: QTextLayout, unit: int) -> int:
        return layout.previousCursorPosition(unit, _SKIP_WORDS)

    return caret.at(_by_layout(page, caret.position, back, -1))


def _word_right(page: Page, caret: Caret, _height: int) -> Caret:
    def forth(layout: QTextLayout, unit: int) -> int:
        return layout.nextCursorPosition(unit, _SKIP_WORDS)

    return caret.at(_by_layout(page, caret.position, forth, 1))


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


def _by_layout(
    page: Page, position: int, step: Callable[[QTextLayout, int], int], onward: int
) -> int:
    """One step inside a piece, or over its edge into the next.

    Which edge it is does not follow from the key: from right to left, left leads to the end.
    """
    number = page.pieces.at(position)
    piece = page.shown(number)
    offsets = piece.laid.offsets
    unit = offsets.to_utf16(position - piece.start)
    moved = step(piece.laid.layout, unit)
    if moved != unit:
        return piece.start + offsets.to_code_points(moved)
    if piece.start < piece.end:
        onward = -1 if unit == 0 else 1
    return min(max(position + onward, 0), len(page.reading.text))


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
        return Caret(start if movement is _left else end, start if movement is _left else end)
    from_end = movement in (_down, _word_right, _page_down, _line_end)
    return movement(page, replace(caret, position=end if from_end else start), height)


def word_at(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    """The word at an offset in `start` to `end`; between words, the character that stands there."""
    for match in _WORD.finditer(text, start, end):
        if match.start() <= offset < match.end():
            return match.span()
        if match.start() > offset:
            break
    return offset, min(offset + 1, end)
