"""The two ways of counting in a text: characters as we count them, and units as Qt counts them.

Qualtool counts Unicode code points, as REFI-QDA does; Qt counts UTF-16 units, in which an emoji
takes two. All conversion goes through here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Offsets:
    """Converts offsets in one text; made by `offsets_of`.

    `astral` holds where the characters stand that take two UTF-16 units; most texts have none.
    """

    length: int
    astral: tuple[int, ...] = ()

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 offset of a code point offset; beyond the ends counts as the end."""
        offset = min(max(offset, 0), self.length)
        if not self.astral:
            return offset
        return offset + bisect_left(self.astral, offset)

    def to_code_points(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; inside a character counts as before it."""
        unit = min(max(unit, 0), self.length + len(self.astral))
        if not self.astral:
            return unit
        # Where the astral character number n stands in units, n of them are before it.
        before = bisect_right(
            range(len(self.astral)), unit, key=lambda number: self.astral[number] + number + 1
        )
        return unit - before


def offsets_of(text: str) -> Offsets:
    """What is needed to convert offsets in a text."""
    return Offsets(len(text), tuple(match.start() for match in _ASTRAL.finditer(text)))
