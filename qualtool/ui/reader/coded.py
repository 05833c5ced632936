"""The codings of the document that is open, found by place, by excerpt and in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from qualtool.core.intervals import intervals_of
from qualtool.store.rows import CodingRow


class Coded:
    """Codings in order of where they start; those that start together in the order given."""

    def __init__(self, codings: Sequence[CodingRow] = ()) -> None:
        self.codings = sorted(codings, key=attrgetter("start"))
        starts = [each.start for each in self.codings]
        self._index = intervals_of(starts, [each.end for each in self.codings])
        self._excerpts: dict[int, list[CodingRow]] | None = None

    def between(self, start: int, end: int) -> list[CodingRow]:
        """The codings that share a character with a stretch, in order."""
        return [self.codings[number] for number in self._index.overlapping(start, end)]

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
        return self._by_excerpt().get(excerpt_id, []) if excerpt_id is not None else []

    def with_span(self, start: int, end: int) -> CodingRow | None:
        """The first coding of exactly this stretch."""
        starts = self._index.starts
        for number in range(bisect_left(starts, start), bisect_right(starts, start)):
            if self.codings[number].end == end:
                return self.codings[number]
        return None

    def next_excerpt(self, excerpt_id: int | None, offset: int, step: int) -> int | None:
        """The excerpt after (`step` 1) or before (-1) the one that is chosen, or a place."""
        stops = list(self._by_excerpt())
        if excerpt_id in self._by_excerpt():
            at = stops.index(excerpt_id) + step
        else:
            at = bisect_left(stops, offset, key=lambda stop: self._by_excerpt()[stop][0].start)
            at -= 1 if step < 0 else 0
        return stops[at] if 0 <= at < len(stops) else None

    def _by_excerpt(self) -> dict[int, list[CodingRow]]:
        """The codings of each excerpt, the excerpts in order of the text."""
        if self._excerpts is None:
            self._excerpts = defaultdict(list)
            for coding in self.codings:
                self._excerpts[coding.excerpt_id].append(coding)
        return self._excerpts
