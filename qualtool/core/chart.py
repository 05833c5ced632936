"""A chart before it is a picture: bars, lines and words, each in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from qualtool.core.map_boxes import Measure

Side = Literal["start", "middle", "end"]

SIZE: Final = 12  # of words in a chart, in pixels
SMALL: Final = 11


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; `stroke` is the colour of its edge, or none. Lengths are in pixels."""

    left: float
    top: float
    width: float
    height: float
    fill: str
    stroke: str = ""
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A round sign with its middle at x and y."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `dashed` where it only leads the eye."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    weight: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words, whose letters stand on y; `side` says which of its ends x is."""

    text: str
    x: float
    y: float
    colour: str
    size: int = SIZE
    bold: bool = False
    side: Side = "start"


Part = Bar | Dot | Rule | Words


@dataclass(frozen=True, slots=True)
class Chart:
    """The parts of a chart from back to front, on so many pixels (96 to the inch).

    `alternative` tells in words what it shows. `language` is that of its words.
    """

    width: int
    height: int
    parts: tuple[Part, ...]
    alternative: str
    language: str


def cut(words: str, room: float, measure: Measure, *, size: int = SIZE, bold: bool = False) -> str:
    """As much of some words as has room, with … where letters are left out."""
    words = " ".join(words.split())
    if measure(words, size, bold) <= room:
        return words
    while words and measure(f"{words}…", size, bold) > room:
        words = words[:-1].rstrip()
    return f"{words}…"


def in_rows(widths: Sequence[float], room: float, gap: float) -> list[tuple[int, float]]:
    """Where things of these widths stand, one after the other: the row of each and its left.

    A thing that has no room beside the one before begins a row.
    """
    row, left, places = 0, 0.0, []
    for width in widths:
        if left and left + width > room:
            row, left = row + 1, 0.0
        places.append((row, left))
        left += width + gap
    return places
