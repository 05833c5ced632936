"""Portraits of documents: each a strip from beginning to end that shows what is coded where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.chart import SMALL, Bar, Part, Words, cut
from qualtool.core.map_boxes import Measure
from qualtool.core.map_picture import Colours

_LANE: Final = 7
_BETWEEN: Final = 2
_GAP: Final = 16
_HEAD: Final = 18
_LETTERS: Final = 0.34
_THINNEST: Final = 1.5  # of a coded passage, so that a word is still seen


@dataclass(frozen=True, slots=True)
class Lane:
    """What is coded with a theme: stretches as parts of the document, each from 0 to 1."""

    title: str
    colour: str
    stretches: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """A document of `length` code points with a lane for each theme."""

    title: str
    length: int
    lanes: tuple[Lane, ...]


def parts(
    documents: Sequence[Portrait], measure: Measure, colours: Colours, width: int
) -> tuple[int, list[Part]]:
    """How high the picture is at a width in pixels, and what is drawn.

    The longest document takes all the width, so that lengths can be compared. The name of each
    lane stands at the left of it, in the document's own block where it has the room.
    """
    found: list[Part] = []
    names = max(
        (measure(lane.title, SMALL - 1, False) for each in documents for lane in each.lanes),
        default=0.0,
    )
    left = min(names, width * 0.28) + 8
    longest = max([1, *(each.length for each in documents)])
    top = 0.0
    step = max(_LANE, SMALL + 1) + _BETWEEN
    for each in documents:
        title = cut(each.title, width, measure, bold=True)
        found.append(Words(title, 0, top + SMALL, colours.roles["ink"], bold=True))
        top += _HEAD
        long = (width - left) * each.length / longest
        for lane in each.lanes:
            middle = top + step / 2
            name = cut(lane.title, left - 8, measure, size=SMALL - 1)
            ink = colours.of_code(lane.colour, "ink")
            at = middle + (SMALL - 1) * _LETTERS
            found.append(Words(name, left - 8, at, ink, SMALL - 1, side="end"))
            found.append(Bar(left, middle - _LANE / 2, long, _LANE, colours.roles["hover"]))
            mark = colours.of_code(lane.colour, "mark")
            for start, end in lane.stretches:
                wide = max(_THINNEST, (end - start) * long)
                x = left + min(start * long, long - wide)
                found.append(Bar(x, middle - _LANE / 2, wide, _LANE, mark))
            top += step
        top += _GAP
    return round(max(top - _GAP, 1) + 4), found
