"""Text that runs from right to left, alone or among other text: where its characters stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final
from unicodedata import bidirectional, category

from PySide6.QtGui import QTextLine

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_UNUSUAL: Final = re.compile(
    "[^\x00-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2100-\u25ff]"
)
_ISOLATES: Final = "\u2066\u2067\u2068"
_ISOLATE_ENDS: Final = "\u2069"
_STRONG: Final = ("L", "R", "AL")
_NEAR: Final = 0.01  # pixels


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a character stands in its line, and its beginning and end in UTF-16 units."""

    left: float
    right: float
    start: int
    end: int
    backwards: bool  # it is read from the right

    def side(self, x: float) -> int:
        """The place for the caret before or after the character that is nearer to a point."""
        near = x < (self.left + self.right) / 2
        return self.start if near != self.backwards else self.end


def is_plain(text: str) -> bool:
    """Whether a text is of letters and signs only that each are one code point, from the left."""
    return text.isascii() or _UNUSUAL.search(text) is None


def is_mixed(text: str) -> bool:
    """Whether anything in a text runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def runs_right_to_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: as its first strong character does.

    Rules P2 and P3 of the Unicode Bidirectional Algorithm (Unicode Standard Annex 9).
    """
    if text.isascii():
        return False
    inside = 0  # isolates, whose direction says nothing of the paragraph's
    for sign in text:
        if sign in _ISOLATES:
            inside += 1
        elif sign in _ISOLATE_ENDS:
            inside = max(0, inside - 1)
        elif not inside:
            direction = bidirectional(sign)
            if direction == "L":
                return False
            if direction in ("R", "AL"):
                return True
    return False


def cells_of(
    line: QTextLine,
    stops: Sequence[int],
    signs: Sequence[str],
    edges: tuple[float, float],
    *,
    backwards: bool | None,
) -> list[Cell]:
    """What stands where in a line that is not of plain letters only, from the left.

    `stops` are the places for the caret, in UTF-16 units, `signs` what begins at each but the
    last; `edges` the left and the right of what is written; `backwards` says that the paragraph
    runs from right to left, None that nothing in it does.

    Asked what stands at a point, Qt 6 is wrong about letters with several marks, about signs at
    the end of a paragraph and about lone characters between two directions. Where the caret
    stands it tells rightly; but where a run begins or ends the caret has two places, of which it
    tells one. So characters are found by the edge they have inside their run, and one that is
    alone in its run by what is left over.
    """
    places = [place_of(line, stop) for stop in stops]
    xs = sorted({*edges, *(x for x in places if edges[0] < x < edges[1])})
    free = {(one, other) for one, other in pairwise(xs) if other - one > _NEAR}
    seen = [n for n, sign in enumerate(signs) if category(sign) not in ("Cf", "Mn", "Me")]
    ways = {n: _runs_backwards(line, stops[n], signs[n], backwards=backwards) for n in seen}
    runs = [list(run) for _way, run in groupby(seen, key=ways.__getitem__)]
    found = []
    for run in sorted(runs, key=len, reverse=True):
        for n in run:
            if not free:
                break
            lone = len(run) == 1
            begins = None if n == run[0] else places[n]
            ends = None if n == run[-1] else places[n + 1]
            one, other = (ends, begins) if ways[n] else (begins, ends)
            if lone:
                one, other = sorted(places[n : n + 2])
            span = min(free, key=lambda span: _distance(span, one, other))
            free.remove(span)
            found.append(Cell(*span, stops[n], stops[n + 1], ways[n]))
    return sorted(found, key=attrgetter("left"))


def _distance(span: tuple[float, float], left: float | None, right: float | None) -> float:
    one = 0.0 if left is None else abs(span[0] - left)
    return one if right is None else one + abs(span[1] - right)


def _runs_backwards(line: QTextLine, unit: int, sign: str, *, backwards: bool | None) -> bool:
    if backwards is None:
        return False
    direction = bidirectional(sign)
    if direction in _STRONG:
        return direction != "L"
    drawn = line.glyphRuns(unit, 1)
    return drawn[0].isRightToLeft() if drawn else backwards


def covered(cells: Sequence[Cell], start: int, end: int) -> list[tuple[float, float]]:
    """The left and right of all that is written from one UTF-16 unit to another, joined."""
    joined: list[tuple[float, float]] = []
    for cell in cells:
        if start <= cell.start < end:
            if joined and cell.left <= joined[-1][1] + _NEAR:
                joined[-1] = (joined[-1][0], cell.right)
            else:
                joined.append((cell.left, cell.right))
    return joined


def place_of(line: QTextLine, unit: int) -> float:
    """How far from the left the caret stands in a line before a UTF-16 unit."""
    # Typed as a number, but it answers with the number and the unit it found.
    answer: object = line.cursorToX(unit)
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
