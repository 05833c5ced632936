"""The codings of the document that is open, found by place, by excerpt and in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from operator import attrgetter

from qualtool.core.blocks import but, rows_of
from qualtool.core.intervals import intervals_like, intervals_of
from qualtool.store.rows import CodingRow


class Coded:
    """Codings in order of where they start; those that start together in the order given."""

    def __init__(self, codings: Sequence[CodingRow] = ()) -> None:
        self.codings = rows_of(sorted(codings, key=attrgetter("start")))
        self._index = intervals_of(
            [each.start for each in self.codings], [each.end for each in self.codings]
        )
        self._places: Mapping[int, int] | None = None  # where each excerpt starts
        self._moved: list[CodingRow] = []  # shown elsewhere than where they stand

    def after(self, gone: Iterable[CodingRow], fresh: Iterable[CodingRow]) -> Coded:
        """The codings as they are after a step: without some, and with others.

        Those that start together stand with the longer first, as they are read. What is kept
        stays in its place, so that one of 20,000 comes or goes in no time.
        """
        codings, starts, ends = self.codings, self._index.starts[:], self._index.ends[:]
        places: dict[int, int | None] = {}
        first, rest = len(codings), len(codings)
        for row in gone:
            at = bisect_left(starts, row.start)
            while codings[at].id != row.id:
                at += 1
            codings = codings.without(at)
            del starts[at], ends[at]
            first, rest = min(first, at), min(rest, len(codings) - at)
            run = codings[bisect_left(starts, row.start) : bisect_right(starts, row.start)]
            if all(each.excerpt_id != row.excerpt_id for each in run):
                places[row.excerpt_id] = None
        for row in fresh:
            at = bisect_left(starts, row.start)
            while at < len(codings) and starts[at] == row.start and _rank(codings[at]) < _rank(row):
                at += 1
            codings = codings.with_row(at, row)
            starts.insert(at, row.start)
            ends.insert(at, row.end)
            first, rest = min(first, at), min(rest, len(codings) - at - 1)
            places[row.excerpt_id] = row.start
        other = copy(self)
        other.codings, other._moved = codings, []
        other._places = but(self._found(), places)
        other._index = intervals_like(self._index, starts, ends, first, rest)
        return other

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
        start = None if excerpt_id is None else self._found().get(excerpt_id)
        if start is None:
            return []
        return [each for each in self._from(start) if each.excerpt_id == excerpt_id]

    def with_span(self, start: int, end: int) -> CodingRow | None:
        """The first coding of exactly this stretch."""
        return next((each for each in self._from(start) if each.end == end), None)

    def next_excerpt(self, excerpt_id: int | None, offset: int, step: int) -> int | None:
        """The excerpt after (`step` 1) or before (-1) the one that is chosen, or a place."""
        start = None if excerpt_id is None else self._found().get(excerpt_id)
        starts = self._index.starts
        if start is None:
            number = bisect_left(starts, offset)
        else:
            here = self._stops(start)
            among = here.index(excerpt_id) + step
            if 0 <= among < len(here):
                return here[among]
            number = bisect_right(starts, start) if step > 0 else bisect_left(starts, start)
        if step > 0:
            return self.codings[number].excerpt_id if number < len(self.codings) else None
        return self._stops(starts[number - 1])[-1] if number else None

    def _found(self) -> Mapping[int, int]:
        if self._places is None:
            self._places = {each.excerpt_id: each.start for each in self.codings}
        return self._places

    def _from(self, start: int) -> list[CodingRow]:
        """All that start at an offset."""
        starts = self._index.starts
        return self.codings[bisect_left(starts, start) : bisect_right(starts, start)]

    def _stops(self, start: int) -> list[int | None]:
        """The excerpts that start at an offset, each once."""
        return list(dict.fromkeys(each.excerpt_id for each in self._from(start)))


def _rank(row: CodingRow) -> tuple[int, int]:
    return -row.end, row.id
