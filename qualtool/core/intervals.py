"""Finds the codings that touch a stretch of a document without looking at all the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_FAN: Final = 32  # intervals a summary stands for, and summaries the one above it


@dataclass(frozen=True, slots=True)
class Intervals:
    """Intervals in order of their starts; made by `intervals_of`.

    `summaries` are the furthest ends of every 32 intervals, of every 32 of those, and so on: an
    interval tree kept as lists, which is built in a moment and skips all that ends too early.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    summaries: Sequence[Sequence[int]]

    def overlapping(self, start: int, end: int) -> list[int]:
        """The numbers of the intervals that share a character with `start` to `end`, in order.

        Takes time in proportion to what is found, whatever the number of intervals.
        """
        last = bisect_left(self.starts, end)
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
    summaries: list[list[int]] = []
    below = ends
    while len(below) > _FAN:
        summaries.append([max(below[at : at + _FAN]) for at in range(0, len(below), _FAN)])
        below = summaries[-1]
    return Intervals(starts, ends, summaries)
