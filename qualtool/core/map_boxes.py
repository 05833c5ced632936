"""The boxes of a thematic map: their words set in lines, and how large that makes them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from qualtool.core.thematic_map import Key, Kind, Thing

Role = Literal["label", "name", "note"]
# How wide words are, in pixels: the words, the size of the type, whether it is bold.
Measure = Callable[[str, int, bool], float]

SMALLEST: Final = 64  # how narrow a box can be made, in pixels
PADDING: Final = (14, 9)
LEADING: Final = 1.3  # from line to line, in sizes of the type
_ROOM: Final[Mapping[Kind, int]] = {"theme": 176, "subtheme": 160, "code": 150, "box": 170}
_SIZES: Final[Mapping[Kind, int]] = {"theme": 15, "subtheme": 13, "code": 13, "box": 13}
_SMALL: Final = 11
_GAP: Final = 3  # between what a theme is called and what is written above or under it
_FINE: Final = 4.0  # how nearly lines of words are made as long as each other, in pixels
_LARGER: Final = 0.7  # how much larger the words of what has the most excerpts are


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words, `down` pixels from the top of the box to where the letters stand."""

    words: str
    role: Role
    size: int
    bold: bool
    down: float
    width: float


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a box is, in pixels, and its lines; each line is centred."""

    width: float
    height: float
    lines: tuple[TextLine, ...]


def shapes(
    things: Iterable[Thing], measure: Measure, *, by_excerpts: bool = False
) -> dict[Key, Shape]:
    """How large each thing is drawn; no words are ever cut.

    With `by_excerpts` the type grows with the square root of how many excerpts there are, so
    that the area of the words does with their number.
    """
    every = list(things)
    most = max((each.excerpts for each in every if each.kind != "box"), default=0)
    return {
        each.key: shape(each, measure, _growth(each, most) if by_excerpts else 1.0)
        for each in every
    }


def shape(thing: Thing, measure: Measure, growth: float = 1.0) -> Shape:
    """One thing's box; `growth` is how many times larger than usual its words are."""
    size = round(_SIZES[thing.kind] * growth)
    across, along = PADDING
    room = thing.width - 2 * across if thing.width else _ROOM[thing.kind] * growth
    bold = thing.kind in ("theme", "subtheme")
    lines: list[TextLine] = []
    down = 0.0
    parts: tuple[tuple[Role, str, int, bool], ...] = (
        ("label", thing.label, _SMALL, False),
        ("name", thing.words, size, bold),
        ("note", thing.note, _SMALL, False),
    )
    for role, words, type_size, heavy in parts:
        if not words.strip() and (role != "name" or lines):
            continue
        down += _GAP if lines else 0
        width_of = partial(_width, measure, type_size, heavy)
        for line in balanced(words, room, width_of):
            down += type_size * LEADING
            foot = down - type_size * (LEADING - 0.72) / 2  # capitals stand in the middle
            lines.append(TextLine(line, role, type_size, heavy, foot, width_of(line)))
    wide = max((line.width for line in lines), default=0)
    width = max(float(thing.width or 0), wide + 2 * across, SMALLEST)
    height = max(float(thing.height or 0), down + 2 * along)
    spare = (height - down) / 2
    placed = tuple(
        TextLine(each.words, each.role, each.size, each.bold, each.down + spare, each.width)
        for each in lines
    )
    return Shape(math.ceil(width), math.ceil(height), placed)


def balanced(words: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """Words in as few lines as fit into the room, and these about as long as each other."""
    lines = wrapped(words, room, width_of)
    longest = max((width_of(word) for word in words.split()), default=0)
    low, high = max(room / 3, min(room, longest)), room
    while len(lines) > 1 and high - low > _FINE:
        middle = (low + high) / 2
        narrower = wrapped(words, middle, width_of)
        if len(narrower) > len(lines):
            low = middle
        else:
            high, lines = middle, narrower
    return lines


def wrapped(words: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """Words in lines that fit into the room; a word that is longer than a line is broken."""
    found: list[str] = []
    for paragraph in words.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if width_of(longer) <= room:
                line = longer
                continue
            if line:
                found.append(line)
            *whole, line = _broken(word, room, width_of)
            found += whole
        found.append(line)
    return found


def _broken(word: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """A word in pieces that fit, each at least one letter long; after a hyphen where it can."""
    pieces: list[str] = []
    while width_of(word) > room and len(word) > 1:
        fits = next((n for n in range(len(word) - 1, 1, -1) if width_of(word[:n]) <= room), 1)
        hyphen = max(word.rfind(sign, 0, fits) for sign in "-–/") + 1
        cut = hyphen if hyphen > 1 else fits
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]


def _width(measure: Measure, size: int, bold: bool, words: str) -> float:
    return measure(words, size, bold)


def _growth(thing: Thing, most: int) -> float:
    if not most or thing.kind == "box":
        return 1.0
    return 1 + _LARGER * math.sqrt(thing.excerpts / most)
