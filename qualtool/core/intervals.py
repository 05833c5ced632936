"""Finds the codings that touch a stretch of a document without looking at all the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_FAN: Final = 32  # intervals a summary stands for, and summaries the one above it
_FEW: Final = 64  # intervals that are sooner looked at one by one


@dataclass(frozen=True, slots=True)
class Intervals:
    """Intervals in order of their starts; made by `intervals_of`.

    `summaries` are the furthest ends of every 32 intervals, of every 32 of those, and so on: an
    interval tree kept as lists, which is built in a moment and skips all that ends too early.
    `furthest` is the furthest end up to each interval: where none is very long, it alone tells
    the few that can be meant.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    summaries: Sequence[Sequence[int]]
    furthest: Sequence[int]

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


def intervals_of(starts: Sequence[int], ends: Sequence[int]) -> Intervals:
    """Prepare spans to be searched: their starts, in order, and their exclusive ends."""
    return intervals_like(Intervals((), (), (), ()), starts, ends)


def intervals_like(
    before: Intervals, starts: Sequence[int], ends: Sequence[int], first: int = 0, rest: int = 0
) -> Intervals:
    """The same where the `first` of the spans, and the `rest` at the end, are prepared already."""
    summaries: list[list[int]] = []
    below, same = ends, first
    while len(below) > _FAN:
        same //= _FAN
        known = (
            before.summaries[len(summaries)][:same]
            if len(before.summaries) > len(summaries)
            else ()
        )
        anew = range(len(known) * _FAN, len(below), _FAN)
        summaries.append([*known, *(max(below[at : at + _FAN]) for at in anew)])
        below = summaries[-1]
    return Intervals(starts, ends, summaries, _furthest(before, ends, first, rest))


def _furthest(before: Intervals, ends: Sequence[int], first: int, rest: int) -> list[int]:
    found = list(before.furthest[:first])
    further = len(before.ends) - len(ends)
    for number, reached in enumerate(
        accumulate(ends[first:], max, initial=found[-1] if found else 0), first - 1
    ):
        if number < first:
            continue
        if number >= len(ends) - rest and before.furthest[number + further] == reached:
            found += before.furthest[number + further :]  # nothing before matters from here on
            break
        found.append(reached)
    return found
