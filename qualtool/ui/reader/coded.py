"""The codings of the document that is open, found by place, by excerpt and in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from operator import attrgetter

from qualtool.core.intervals import intervals_of
from qualtool.store.rows import CodingRow


class Coded:
    """Codings in order of where they start; those that start together in the order given."""

    def __init__(self, codings: Sequence[CodingRow] = ()) -> None:
        self.codings = sorted(codings, key=attrgetter("start"))
        starts = [each.start for each in self.codings]
        self._index = intervals_of(starts, [each.end for each in self.codings])
        self._stops: dict[int, int] | None = None  # where each excerpt begins, in order
        self._asked: dict[int, list[CodingRow]] = {}  # the same few excerpts again and again
        self._moved: list[CodingRow] = []  # shown elsewhere than where they stand

    def between(self, start: int, end: int) -> list[CodingRow]:
        """The codings that share a character with a stretch, in order."""
        found = [self.codings[number] for number in self._index.overlapping(start, end)]
        if not self._moved:
            return found
        excerpt = self._moved[0].excerpt_id
        found = [each for each in found if each.excerpt_id != excerpt]
        found += [each for each in self._moved if each.start < end and each.end > start]
        return sorted(found, key=attrgetter("start"))

    def with_excerpt(self, excerpt_id: int, start: int, end: int) -> Coded:
        """The same codings `between` places, but with one excerpt as it would become."""
        other = copy(self)
        here = self.of_excerpt(excerpt_id)
        other._moved = [replace(each, start=start, end=end) for each in here]
        return other

    def first_from(self, start: int, end: int) -> CodingRow | None:
        """The first coding that begins in a stretch."""
        number = bisect_left(self._index.starts, start)
        if number < len(self.codings) and self.codings[number].start < end:
            return self.codings[number]
        return None

    def at(self, offset: int) -> list[CodingRow]:
        """The codings that cover the character at an offset, the shortest first."""
        return sorted(self.between(offset, offset + 1), key=lambda each: each.end - each.start)

    def of_excerpt(self, excerpt_id: int | None) -> list[CodingRow]:
        """The codings of an excerpt."""
        if excerpt_id is None:
            return []
        if excerpt_id not in self._asked:
            found = [each for each in self.codings if each.excerpt_id == excerpt_id]
            self._asked[excerpt_id] = found
        return self._asked[excerpt_id]

    def with_span(self, start: int, end: int) -> CodingRow | None:
        """The first coding of exactly this stretch."""
        starts = self._index.starts
        for number in range(bisect_left(starts, start), bisect_right(starts, start)):
            if self.codings[number].end == end:
                return self.codings[number]
        return None

    def next_excerpt(self, excerpt_id: int | None, offset: int, step: int) -> int | None:
        """The excerpt after (`step` 1) or before (-1) the one that is chosen, or a place."""
        if self._stops is None:
            self._stops = {}
            for each in self.codings:
                self._stops.setdefault(each.excerpt_id, each.start)
        stops = list(self._stops)
        if excerpt_id in self._stops:
            at = stops.index(excerpt_id) + step
        else:
            at = bisect_left(list(self._stops.values()), offset)
            at -= 1 if step < 0 else 0
        return stops[at] if 0 <= at < len(stops) else None
