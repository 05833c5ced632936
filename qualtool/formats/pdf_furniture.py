"""What stands on page after page of a PDF and is not its text: running heads, feet, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.formats.pdf_layout import Row

_FIGURES: Final = re.compile(r"\d+")
_NUMBER: Final = re.compile(
    r"\W*(?:(?:side|page|s\.|p\.)\s*)?(?P<number>\d{1,4})(?:\s*(?:av|of|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"\s*(?:side|page)\s*\d{1,4}(?:\s*(?:av|of|/)\s*\d{1,4})?\s*$", re.IGNORECASE
)
_DEEP: Final = 3  # lines at the top and at the bottom of a page that may be furniture
_LEAST: Final = 3  # pages a line must stand on
_SHARE: Final = 0.3  # of the pages
_TOP: Final = 0.85  # of the page's height: above or below that a line may stand alone
_GAP: Final = 1.7  # of the size of the letters: a wider one parts furniture from the text
_LINE: Final = 6.0  # points: a line stands in the same place if it is within


@dataclass(frozen=True, slots=True)
class Lifted:
    """The lines of each page without what was lifted out, and what the pages call themselves."""

    pages: tuple[tuple[Row, ...], ...]
    numbers: tuple[int | None, ...]
    count: int


def lifted(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> Lifted:
    """Lines that come again at the same height of many pages, and page numbers, taken out."""
    ends = [_ends(rows, height) for rows, height in zip(pages, heights, strict=True)]
    seen: Counter[tuple[str, int]] = Counter()
    for found in ends:
        seen.update({key for row in found for key in _places(row)})
    filled = sum(bool(rows) for rows in pages)
    enough = max(min(_LEAST, max(2, filled)), int(_SHARE * filled))
    offset = _offset(ends)
    kept: list[tuple[Row, ...]] = []
    numbers: list[int | None] = []
    count = 0
    for index, (rows, found) in enumerate(zip(pages, ends, strict=True)):
        gone = {
            id(row)
            for row in found
            if max(seen[key] for key in _places(row)) >= enough
            or (offset is not None and _number(row) == index + offset)
            or _SAID.match(row.words)
        }
        printed = [_number(row) for row in found if id(row) in gone]
        numbers.append(next((number for number in printed if number is not None), None))
        kept.append(tuple(row for row in rows if id(row) not in gone))
        count += len(gone)
    return Lifted(tuple(kept), tuple(numbers), count)


def _ends(rows: Sequence[Row], height: float) -> list[Row]:
    """The lines at the top and at the foot of a page, apart from the others: furniture."""
    by_place = sorted(rows, key=lambda row: -row.base)
    top = [row for row in by_place[: _DEEP + 1] if row.base > _TOP * height]
    foot = [row for row in by_place[-_DEEP - 1 :] if row.base < (1 - _TOP) * height]
    return _apart(top, by_place) + _apart(foot[::-1], by_place[::-1])


def _apart(ends: Sequence[Row], by_place: Sequence[Row]) -> list[Row]:
    """The outer lines, up to the last gap that is wider than between lines of text."""
    apart = 0
    for number, row in enumerate(ends[:_DEEP], start=1):
        if number == len(by_place):
            return list(ends)
        gap = abs(row.base - by_place[number].base)
        if gap > _GAP * max(row.size, by_place[number].size):
            apart = number
    return list(ends[:apart])


def _places(row: Row) -> tuple[tuple[str, int], ...]:
    words = _FIGURES.sub("#", row.words.casefold()).strip()
    step = round(row.base / _LINE)
    return (words, step), (words, step + 1)


def _number(row: Row) -> int | None:
    match = _NUMBER.fullmatch(row.words.strip())
    return int(match["number"]) if match else None


def _offset(ends: Sequence[Sequence[Row]]) -> int | None:
    """How printed numbers run against the pages counted from nought, if most run alike."""
    offsets = Counter(
        number - index
        for index, found in enumerate(ends)
        for number in {_number(row) for row in found}
        if number is not None
    )
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count >= min(_LEAST, len(ends)) and count >= 2 else None
