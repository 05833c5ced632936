"""Finds the codings that touch a stretch of a document without looking at all the others."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

_FAN: Final = 32  # intervals a summary stands for, and summaries the one above it
_FEW: Final = 64  # intervals that are sooner looked at one by one


@dataclass(frozen=True)
class Intervals:
    """Intervals in order of their starts; made by `intervals_of`.

    `furthest` is the furthest end up to each interval: where none is very long, it alone tells
    the few that can be meant. All are bare numbers side by side, of which tens of thousands are
    copied in a moment.
    """

    starts: array[int]
    ends: array[int]
    furthest: array[int]

    @cached_property
    def summaries(self) -> Sequence[Sequence[int]]:
        """The furthest ends of every 32 intervals, of every 32 of those, and so on.

        An interval tree kept as lists, which is built in a moment, where a very long interval
        asks for it, and skips all that ends too early.
        """
        found: list[Sequence[int]] = []
        below: Sequence[int] = self.ends
        while len(below) > _FAN:
            below = [max(below[at : at + _FAN]) for at in range(0, len(below), _FAN)]
            found.append(below)
        return found

    def overlapping(self, start: int, end: int) -> list[int]:
        """The numbers of the intervals that share a character with `start` to `end`, in order.

        Takes time in proportion to what is found, whatever the number of intervals.
        """
        last = bisect_left(self.starts, end)
        first = bisect_right(self.furthest, start)
        if last - first <= _FEW:
            ends = self.ends
            return [number for number in range(first, last) if ends[number] > start]
        nodes: Iterable[int] = range(len(self.summaries[-1]) if self.summaries else last)
        for level in range(len(self.summaries) - 1, -1, -1):
            furthest = self.summaries[level]
            within = -(-last // _FAN**level)
            nodes = [
                child
                for node in nodes
                if node * _FAN < within and furthest[node] > start
                for child in range(node * _FAN, min((node + 1) * _FAN, within))
            ]
        return [number for number in nodes if self.ends[number] > start]


def intervals_of(starts: Iterable[int], ends: Iterable[int]) -> Intervals:
    """Prepare spans to be searched: their starts, in order, and their exclusive ends."""
    kept = array("q", ends)
    return Intervals(array("q", starts), kept, array("q", accumulate(kept, max)))


def intervals_like(
    before: Intervals, starts: array[int], ends: array[int], first: int, rest: int
) -> Intervals:
    """The same where the `first` of the spans, and the `rest` at the end, are prepared already."""
    found = before.furthest[:first]
    further = len(before.ends) - len(ends)
    reached = found[-1] if found else 0
    for number, end in enumerate(islice(ends, first, None), first):
        reached = max(reached, end)
        if number >= len(ends) - rest and before.furthest[number + further] == reached:
            found += before.furthest[number + further :]  # nothing before matters from here on
            break
        found.append(reached)
    return Intervals(starts, ends, found)
