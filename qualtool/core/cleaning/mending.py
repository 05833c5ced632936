"""A text on its way from raw to clean: what is changed in it, and where all of it came from.

Each repair is a function that looks at the text as it is and gives edits. Putting edits in keeps
the way back to the raw text: stretches that stand there word for word, repairs between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qualtool.core.source import Origin, Repair


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` becomes `new`. Without a kind it is a removal not worth telling of."""

    start: int
    end: int
    new: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its way back to the raw one.

    `origins` rise in both texts and do not touch; `repairs` rise in both. `pages` are the offsets
    in `text` where pages begin, with what each page is called.
    """

    text: str
    raw_length: int
    origins: tuple[Origin, ...]
    repairs: tuple[Repair, ...] = ()
    pages: tuple[tuple[int, str], ...] = ()


def untouched(raw: str) -> Mended:
    """A text nothing has been done to."""
    return Mended(raw, len(raw), (Origin(0, 0, len(raw)),) if raw else ())


def mend(mended: Mended, edits: Iterable[Edit]) -> Mended:
    """The text with edits put in; they are in order and do not overlap."""
    edits = [edit for edit in edits if edit.start < edit.end or edit.new]
    if not edits:
        return mended
    walk = _Walk(mended)
    for edit in edits:
        walk.take(edit)
    walk.keep(len(mended.text))
    starts = [edit.start for edit in edits]
    kept = [moved for one in mended.repairs if (moved := _moved(one, edits, starts, walk.starts))]
    return Mended(
        "".join(walk.parts),
        mended.raw_length,
        tuple(Origin(*origin) for origin in walk.origins),
        tuple(sorted([*kept, *walk.repairs], key=_place)),
        tuple((_shift(at, edits, starts, walk.starts), name) for at, name in mended.pages),
    )


class _Walk:
    """Goes through the old text once and writes down the new one."""

    __slots__ = ("_at", "_mended", "_number", "length", "origins", "parts", "repairs", "starts")

    def __init__(self, mended: Mended) -> None:
        self.parts: list[str] = []
        self.origins: list[tuple[int, int, int]] = []
        self.repairs: list[Repair] = []
        self.starts: list[int] = []  # where each edit begins in the new text
        self.length = 0
        self._mended = mended
        self._at = 0
        self._number = 0  # of the origin at hand

    def take(self, edit: Edit) -> None:
        """Keep all up to an edit, and put the edit in."""
        self.keep(edit.start)
        raw_start, raw_end = self._raw_between(edit.start, edit.end)
        self.starts.append(self.length)
        if edit.new:
            self.parts.append(edit.new)
        if edit.kind and (raw_start < raw_end or edit.new):
            end = self.length + len(edit.new)
            self.repairs.append(Repair(edit.kind, raw_start, raw_end, self.length, end))
        self.length += len(edit.new)
        self._at = edit.end

    def keep(self, end: int) -> None:
        """Keep the old text up to here."""
        start = self._at
        if start >= end:
            return
        self.parts.append(self._mended.text[start:end])
        origins = self._mended.origins
        ahead = self.length - start
        while self._number < len(origins):
            origin = origins[self._number]
            origin_end = origin.start + origin.length
            first, last = max(origin.start, start), min(origin_end, end)
            if first < last:
                self._note(first + ahead, origin.raw_start + first - origin.start, last - first)
            if origin_end > end:
                break
            self._number += 1
        self.length += end - start
        self._at = end

    def _note(self, start: int, raw_start: int, length: int) -> None:
        if self.origins:
            before = self.origins[-1]
            if before[0] + before[2] == start and before[1] + before[2] == raw_start:
                self.origins[-1] = (before[0], before[1], before[2] + length)
                return
        self.origins.append((start, raw_start, length))

    def _raw_between(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw text that a stretch of the old one came from."""
        origins = self._mended.origins
        number = max(0, self._number - 1)
        if number >= len(origins) or origins[number].start > start:
            raw_start, number = 0, number - 1
        else:
            while number + 1 < len(origins) and origins[number + 1].start <= start:
                number += 1
            origin = origins[number]
            raw_start = origin.raw_start + min(start - origin.start, origin.length)
        if start == end:
            return raw_start, raw_start
        while number + 1 < len(origins) and origins[number + 1].start < end:
            number += 1
        if number >= 0 and end <= origins[number].start + origins[number].length:
            return raw_start, origins[number].raw_start + end - origins[number].start
        # What is replaced ends in a gap, and takes all of it.
        following = number + 1
        raw_end = (
            origins[following].raw_start if following < len(origins) else self._mended.raw_length
        )
        return raw_start, raw_end


def _moved(
    repair: Repair, edits: Sequence[Edit], starts: Sequence[int], new_starts: Sequence[int]
) -> Repair | None:
    """A repair where it stands after the edits; None for one that left nothing."""
    number = bisect_right(starts, repair.start) - 1
    if number >= 0:
        edit = edits[number]
        inside = edit.start < repair.start < edit.end or repair.start < repair.end
        if inside and repair.end <= edit.end and edit.start < edit.end:
            # A later repair took its place: what it did is told, but it made nothing of its own.
            at = new_starts[number]
            whole = repair.raw_start < repair.raw_end
            return replace(repair, start=at, end=at) if whole else None
    start = _shift(repair.start, edits, starts, new_starts)
    end = _shift_end(repair.end, edits, starts, new_starts)
    return replace(repair, start=start, end=max(start, end))


def _shift(at: int, edits: Sequence[Edit], starts: Sequence[int], new_starts: Sequence[int]) -> int:
    number = bisect_left(starts, at) - 1
    if number < 0:
        return at
    edit, new_start = edits[number], new_starts[number]
    return new_start if at < edit.end else new_start + len(edit.new) + at - edit.end


def _shift_end(
    at: int, edits: Sequence[Edit], starts: Sequence[int], new_starts: Sequence[int]
) -> int:
    number = bisect_left(starts, at) - 1
    if number < 0:
        return at
    edit, new_start = edits[number], new_starts[number]
    return new_start + len(edit.new) + max(0, at - edit.end)


def _place(repair: Repair) -> tuple[int, int]:
    return repair.start, repair.raw_start
