"""The codings of the document that is open, found by place, by excerpt and in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from qualtool.core.intervals import intervals_of
from qualtool.store.rows import CodingRow


def _order(coding: CodingRow) -> tuple[int, int, int, int]:
    # By excerpt before id, so that two excerpts of one stretch do not mix.
    return coding.start, -coding.end, coding.excerpt_id, coding.id


class Coded:
    """Codings in order of the text: by start, the longer first, then as they were made."""

    def __init__(self, codings: Sequence[CodingRow] = ()) -> None:
        self.codings = sorted(codings, key=_order)
        self._index = intervals_of((each.start, each.end) for each in self.codings)
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
        if self._excerpts is None:
            self._excerpts = defaultdict(list)
            for coding in self.codings:
                self._excerpts[coding.excerpt_id].append(coding)
        return self._excerpts.get(excerpt_id, []) if excerpt_id is not None else []

    def with_span(self, start: int, end: int) -> CodingRow | None:
        """The first coding of exactly this stretch."""
        starts = self._index.starts
        for number in range(bisect_left(starts, start), bisect_right(starts, start)):
            if self.codings[number].end == end:
                return self.codings[number]
        return None

    def next_excerpt(self, excerpt_id: int | None, offset: int, step: int) -> int | None:
        """The excerpt after (`step` 1) or before (-1) the one that is chosen, or a place."""
        starts, codings = self._index.starts, self.codings
        if here := self.of_excerpt(excerpt_id):
            offset = here[0].start
        at = bisect_left(starts, offset)
        if here:
            while codings[at].excerpt_id != excerpt_id:
                at += 1
        elif step > 0:
            at -= 1
        at += step
        while 0 <= at < len(codings) and here and codings[at].excerpt_id == excerpt_id:
            at += step
        if not 0 <= at < len(codings):
            return None
        return codings[at].excerpt_id
