"""A document cut into the pieces that are laid out one at a time: its paragraphs.

A paragraph too long to be laid out in one go is cut after a sentence, where a short line disturbs
least; its pieces stand below each other without a gap.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from qualtool.core.places import paragraph_starts
from qualtool.ui.reader.characters import last_boundary

LONGEST: Final = 3000  # code points of a piece
_SENTENCE_END: Final = re.compile(r"[.!?…»”]\s")
_BLANK: Final = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Where the pieces of a text begin and end (code points), and the paragraph each is of."""

    starts: list[int]
    ends: list[int]
    paragraphs: list[int]  # counted from 1

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The piece an offset lies in; between two pieces of a paragraph, the second."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def opens(self, number: int) -> bool:
        """Whether a piece begins a paragraph."""
        return number == 0 or self.paragraphs[number - 1] != self.paragraphs[number]

    def closes(self, number: int) -> bool:
        """Whether a piece ends a paragraph."""
        return number + 1 == len(self) or self.paragraphs[number + 1] != self.paragraphs[number]

    def paragraph(self, number: int) -> tuple[int, int]:
        """The stretch of the paragraph that a piece is part of."""
        first = last = number
        while not self.opens(first):
            first -= 1
        while not self.closes(last):
            last += 1
        return self.starts[first], self.ends[last]


def pieces_of(text: str) -> Pieces:
    """Cut a text into pieces."""
    starts = paragraph_starts(text)
    ends = [start - 1 for start in starts[1:]]
    ends.append(len(text))
    paragraphs = list(range(1, len(starts) + 1))
    if all(end - start <= LONGEST for start, end in zip(starts, ends, strict=True)):
        return Pieces(list(starts), ends, paragraphs)
    cut = Pieces([], [], [])
    for number, start, end in zip(paragraphs, starts, ends, strict=True):
        while end - start > LONGEST:
            middle = _cut(text, start)
            cut.starts.append(start)
            cut.ends.append(middle)
            cut.paragraphs.append(number)
            start = middle
        cut.starts.append(start)
        cut.ends.append(end)
        cut.paragraphs.append(number)
    return cut


def _cut(text: str, start: int) -> int:
    end = start + LONGEST
    for ending in (_SENTENCE_END, _BLANK):
        found = list(ending.finditer(text, start + LONGEST // 2, end))
        if found:
            return found[-1].end()
    # Never inside a character made of several, such as a flag or a letter with its marks.
    said = text[start : end + 40]
    return start + (last_boundary(said, LONGEST) or LONGEST)
