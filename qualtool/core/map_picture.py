"""A thematic map as a picture by itself: the drawing on paper, under its title."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from qualtool.core.map_boxes import Measure, wrapped
from qualtool.core.map_drawing import Drawing

MARGIN: Final = 32
TITLE_SIZE: Final = 20
UNDER_SIZE: Final = 13
_LEADING: Final = 1.3
_NARROWEST: Final = 360


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the drawing, from its left edge; `down` is where the letters stand."""

    words: str
    size: int
    bold: bool
    down: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of so many pixels; the drawing is moved by `across` and `down` into it.

    `alternative` tells in words what it shows, for who cannot see it. `language` is that of its
    words.
    """

    title: str
    alternative: str
    language: str
    width: int
    height: int
    across: float
    down: float
    headings: tuple[Heading, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a picture, as `#rrggbb`: by role, and the forms of each code colour."""

    roles: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]

    def of_code(self, key: str, form: str) -> str:
        """A form (mark, tint or ink) of a colour of the palette."""
        forms = self.codes.get(key) or next(iter(self.codes.values()))
        return forms[form]


def pictured(
    drawing: Drawing,
    measure: Measure,
    *,
    title: str,
    under: str = "",
    alternative: str = "",
    language: str = "",
) -> Picture:
    """A drawing under its title, with a margin around; the title is never cut."""
    left, top, right, bottom = drawing.bounds
    wide = max(right - left, _NARROWEST)
    headings: list[Heading] = []
    down = float(MARGIN)
    for words, size, bold in ((title, TITLE_SIZE, True), (under, UNDER_SIZE, False)):
        for line in _lines(words, size, bold, wide, measure):
            down += size * _LEADING
            headings.append(Heading(line, size, bold, down - size * 0.3))
    if headings:
        down += 24
    return Picture(
        title,
        alternative,
        language,
        math.ceil(wide + 2 * MARGIN),
        math.ceil(down + bottom - top + MARGIN),
        MARGIN - left + (wide - (right - left)) / 2,
        down - top,
        tuple(headings),
        drawing,
    )


def _lines(words: str, size: int, bold: bool, room: float, measure: Measure) -> list[str]:
    if not words.strip():
        return []
    return wrapped(words, room, lambda part: measure(part, size, bold))
