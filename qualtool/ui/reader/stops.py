"""Where the ends of an excerpt may stand: at its words and their marks, or at any character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category

from PySide6.QtCore import QTextBoundaryFinder

from qualtool.core.offsets import offsets_of

_WRITTEN: Final = re.compile(r"\S+")
_AROUND: Final = 120  # characters looked at on either side, doubled until a stop is found


def next_stop(text: str, offset: int, step: int, *, for_end: bool) -> int:
    """The next place for an end of an excerpt, or for its start, from an offset.

    `step` is 1 on and -1 back. A word's marks may be taken along or left: “telefonen.” has two
    places for an end. The offset itself where there is none.
    """
    around = _AROUND
    while True:
        stops = list(_stops(text, offset, around, for_end=for_end))
        found = [stop for stop in stops if (stop - offset) * step > 0]
        if found:
            return min(found) if step > 0 else max(found)
        reached = offset + around >= len(text) if step > 0 else around >= offset
        if reached:
            return offset
        around *= 2


def nearest_stop(text: str, offset: int, *, for_end: bool) -> int:
    """The place for an end, or for a start, that is nearest to an offset."""
    stops = _stops(text, offset, _AROUND, for_end=for_end)
    return min(stops, key=lambda stop: abs(stop - offset), default=offset)


def next_character(text: str, offset: int, step: int) -> int:
    """The place one character on (1) or back (-1); what is made of several is one."""
    low, high = max(0, offset - _AROUND), min(len(text), offset + _AROUND)
    said = text[low:high]
    offsets = offsets_of(said)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, said)
    finder.setPosition(offsets.to_utf16(offset - low))
    moved = finder.toNextBoundary() if step > 0 else finder.toPreviousBoundary()
    return offset if moved < 0 else low + offsets.to_code_points(moved)


def _stops(text: str, offset: int, around: int, *, for_end: bool) -> Iterator[int]:
    low, high = max(0, offset - around), min(len(text), offset + around)
    while low > 0 and offset - low < 2 * around and not text[low - 1].isspace():
        low -= 1  # not into the middle of a word
    while high < len(text) and high - offset < 2 * around and not text[high].isspace():
        high += 1
    for match in _WRITTEN.finditer(text, low, high):
        first, last = match.span()
        if for_end:
            bare = last
            while bare > first and not _of_word(text[bare - 1]):
                bare -= 1
            if first < bare < last:
                yield bare
            yield last
        else:
            yield first
            bare = first
            while bare < last and not _of_word(text[bare]):
                bare += 1
            if first < bare < last:
                yield bare


def _of_word(sign: str) -> bool:
    return sign.isalnum() or category(sign)[0] in "MS"
