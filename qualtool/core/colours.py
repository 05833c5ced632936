"""The colours that codes and themes can have, by name; their values belong to the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

PALETTE: Final = (
    "violet",
    "blue",
    "green",
    "amber",
    "rose",
    "teal",
    "olive",
    "sky",
    "orange",
    "plum",
    "slate",
    "brown",
)


def least_used(used: Iterable[str]) -> str:
    """The colour that fewest things have, the first of the palette among equals."""
    counts = dict.fromkeys(PALETTE, 0)
    for colour in used:
        if colour in counts:
            counts[colour] += 1
    return min(PALETTE, key=lambda colour: counts[colour])


def of_its_own(number: int) -> str:
    """A colour for the thing with this number, where nothing says which: always the same one."""
    return PALETTE[number % len(PALETTE)]


def inherited(
    own: Mapping[int, str],
    parents: Mapping[int, int | None],
    otherwise: Mapping[int, str],
) -> dict[int, str]:
    """The colour that each thing in a tree is shown in.

    Its own; else that of the nearest above it that has one; else what `otherwise` gives for it or
    the nearest above; else one that follows from the number of the topmost.
    """
    return {number: _inherited(number, own, parents, otherwise) for number in own}


def _inherited(
    number: int,
    own: Mapping[int, str],
    parents: Mapping[int, int | None],
    otherwise: Mapping[int, str],
) -> str:
    line: list[int] = []
    here: int | None = number
    while here is not None and here in own and here not in line:
        line.append(here)
        here = parents.get(here)
    for source in (own, otherwise):
        for each in line:
            if colour := source.get(each):
                return colour
    return of_its_own(line[-1])
