"""Packs what overlaps side by side: underlines under a text, names beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch over which the same spans lie: their numbers, the lowest lane first."""

    start: int
    end: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Where a name stands: its number, its top, how many rows it has, and how many names are
    folded into it.
    """

    number: int
    top: int
    rows: int = 1
    folded: tuple[int, ...] = ()


def first_free(taken: Iterable[int]) -> int:
    """The lowest column that nothing stands in."""
    held = set(taken)
    column = 0
    while column in held:
        column += 1
    return column


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """A lane for each span (start, exclusive end; in order of their starts), counted from 0.

    No two spans that overlap share a lane, and no lane is taken that could have been lower.
    """
    ends: list[int] = []
    found: list[int] = []
    for start, end in spans:
        lane = next((lane for lane, until in enumerate(ends) if until <= start), len(ends))
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        found.append(lane)
    return found


def stretches(
    spans: Sequence[tuple[int, int]], order: Sequence[int], start: int, end: int
) -> list[Stretch]:
    """Cut `start` to `end` wherever a span begins or ends; stretches without any are left out.

    `order` ranks the spans, the lowest first, as `lanes` does.
    """
    cuts = {start, end}
    for one, other in spans:
        cuts.update((min(max(one, start), end), min(max(other, start), end)))
    edges = sorted(cuts)
    found = []
    for left, right in pairwise(edges):
        over = [n for n, (one, other) in enumerate(spans) if one < right and other > left]
        if over:
            over.sort(key=order.__getitem__)
            found.append(Stretch(left, right, tuple(over)))
    return found


def rows(groups: Sequence[tuple[int, Sequence[int]]], row: int, drift: int) -> list[Row]:
    """Places names below each other so that none covers another.

    `groups` says for each place with names, from the top and at least a row apart, where it is and
    how many rows each of its names would like; the names are numbered through. A name stands at
    its place or at most `drift` (at least `row`) below it, and gets more than one row only where
    that pushes nothing down. Names that find no room fold into the last of their place that does.
    """
    found: list[Row] = []
    free = -(10**9)
    number = 0
    for at, (place, wishes) in enumerate(groups):
        count = len(wishes)
        top = max(place, free)
        if at + 1 < len(groups):
            below = groups[at + 1][0]
            shown = min(count, max(1, (below + drift - top) // row))
            spare = max(0, (below - top) // row - shown)
        else:
            shown, spare = count, sum(wishes)
        for each in range(shown):
            more = min(wishes[each] - 1, spare) if shown == count else 0
            spare -= more
            rest = range(number + shown, number + count) if each == shown - 1 else ()
            found.append(Row(number + each, top, 1 + more, tuple(rest)))
            top += (1 + more) * row
        number += count
        free = top
    return found
