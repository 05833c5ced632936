"""The way from a document's text back to the file: where the words of each piece stand in it.

Pieces know the stretch of the cleaned text they were taken from. Their words are looked for there
from the end, because labels, stamps and tags stand before the words they belong to.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.cleaning import Cleaned
from qualtool.core.source import Locator, Origin, Repair
from qualtool.formats.pieces import Place

_WORD: Final = re.compile(r"\S+")
_PART: Final = re.compile(r"\w+|[^\w\s]")  # of a word with signs that are written in another way
_FAR: Final = 2_000  # code points of marks between two words, at most
_MADE_BETWEEN: Final = frozenset(("line_breaks",))

Run = tuple[int, int, int]  # start in the text, start in the cleaned text, length


@dataclass(frozen=True, slots=True)
class Placed:
    """Words at an offset of the text, and the stretch of the cleaned text they come from."""

    start: int
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Traced:
    """What a `Source` tells of where its text comes from."""

    origins: tuple[Origin, ...]
    repairs: tuple[Repair, ...]
    locators: tuple[Locator, ...]


def traced(text: str, pieces: Sequence[Placed], cleaned: Cleaned) -> Traced:
    """The origins, repairs and pages of a text made of these pieces."""
    runs = _runs(text, pieces, cleaned.text)
    ends = [clean + length for _start, clean, length in runs]
    repairs = (_carried(repair, runs, ends, len(text)) for repair in cleaned.repairs)
    return Traced(
        tuple(_origins(runs, cleaned.origins)),
        tuple(sorted(filter(None, repairs), key=lambda one: (one.raw_start, one.start))),
        tuple(_locators(cleaned.locators, runs, ends, text)),
    )


def _runs(text: str, pieces: Sequence[Placed], clean: str) -> list[Run]:
    """Stretches of the text that stand in the cleaned text word for word, as long as can be."""
    found: list[Run] = []
    before = len(clean)
    for piece in reversed(pieces):
        low, high = piece.place
        for run in _found(piece, clean, low, min(high, before)):
            found.append(run)
            before = run[1]
    runs: list[Run] = []
    for start, at, length in reversed(found):
        if runs:
            first, first_at, so_far = runs[-1]
            end, end_at = first + so_far, first_at + so_far
            if start - end == at - end_at and text[end:start] == clean[end_at:at]:
                runs[-1] = first, first_at, start + length - first
                continue
        runs.append((start, at, length))
    return runs


def _found(piece: Placed, clean: str, low: int, high: int) -> Iterator[Run]:
    """Where the words stand, last ones first; each by itself where there is something between."""
    at = clean.rfind(piece.words, low, high)
    if at >= 0:
        yield piece.start, at, len(piece.words)
        return
    for match in reversed(list(_WORD.finditer(piece.words))):
        word = match.group()
        at = _last(word, clean, max(low, high - len(word) - _FAR), high)
        if at >= 0:
            yield piece.start + match.start(), at, len(word)
            high = at
            continue
        for part in reversed(list(_PART.finditer(word))):
            at = _last(part.group(), clean, max(low, high - _FAR), high)
            sign = not part.group().isalnum()
            if sign and at >= 0 and any(map(str.isalnum, clean[at + 1 : high])):
                continue  # it is written otherwise here, as "&gt;", and stands in a tag before
            if at >= 0:
                yield piece.start + match.start() + part.start(), at, len(part.group())
                high = at


def _last(word: str, clean: str, low: int, high: int) -> int:
    """Where a word stands last, and not as a part of a longer one; -1 where it does not."""
    at = clean.rfind(word, low, high)
    while at >= 0:
        end = at + len(word)
        begins = at == 0 or not (clean[at - 1].isalnum() and word[0].isalnum())
        if begins and (end == len(clean) or not (clean[end].isalnum() and word[-1].isalnum())):
            return at
        at = clean.rfind(word, low, end - 1)
    return -1


def _origins(runs: Sequence[Run], origins: Sequence[Origin]) -> Iterator[Origin]:
    number = 0
    for start, at, length in runs:
        end = at + length
        while number < len(origins) and origins[number].start + origins[number].length <= at:
            number += 1
        while number < len(origins) and origins[number].start < end:
            origin = origins[number]
            origin_end = origin.start + origin.length
            first, last = max(at, origin.start), min(end, origin_end)
            raw_start = origin.raw_start + first - origin.start
            yield Origin(start + first - at, raw_start, last - first)
            if origin_end > end:
                break
            number += 1


def _carried(
    repair: Repair, runs: Sequence[Run], ends: Sequence[int], length: int
) -> Repair | None:
    """A repair at its place in the text; None where the text did not come to need it."""
    start = _from(repair.start, runs, ends, length)
    end = max(start, _to(repair.end, runs, ends))
    lost = end - start < repair.end - repair.start
    if lost and (repair.kind in _MADE_BETWEEN or repair.raw_start == repair.raw_end):
        return None
    return Repair(repair.kind, repair.raw_start, repair.raw_end, start, end)


def _from(at: int, runs: Sequence[Run], ends: Sequence[int], length: int) -> int:
    """The place in the text of what stands in the cleaned one from here on."""
    number = bisect_right(ends, at)
    if number and ends[number - 1] == at and (number == len(runs) or runs[number][1] > at):
        start, _at, run = runs[number - 1]  # right behind the words, as a hyphen that went
        return start + run
    if number == len(runs):
        return length
    start, first, _length = runs[number]
    return start + max(0, at - first)


def _to(at: int, runs: Sequence[Run], ends: Sequence[int]) -> int:
    """The place in the text of what stands in the cleaned one up to here."""
    number = bisect_left(ends, at)
    if number < len(runs) and runs[number][1] < at:
        return runs[number][0] + at - runs[number][1]
    return runs[number - 1][0] + runs[number - 1][2] if number else 0


def _locators(
    locators: Sequence[Locator], runs: Sequence[Run], ends: Sequence[int], text: str
) -> Iterator[Locator]:
    """The pages at their places in the text; empty ones are passed over."""
    values: dict[int, Locator] = {}
    for locator in locators:
        number = bisect_right(ends, locator.offset)
        if number < len(runs):
            start, first, _length = runs[number]
            offset = start + max(0, locator.offset - first) if locator.offset else 0
            while offset < len(text) and text[offset].isspace():
                offset += 1
            values[offset] = locator
    for offset in sorted(values):
        if offset < len(text):
            yield Locator(offset, values[offset].kind, values[offset].value)
