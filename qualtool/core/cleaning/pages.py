"""Where pages end: form feeds and printed page numbers go, and become places in the text.

The printed number names a page where the numbers run on from page to page; else pages are
counted. A sentence that a page ended in the middle of is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from qualtool.core.cleaning import leading_spaces
from qualtool.core.cleaning.line_kinds import goes_on
from qualtool.core.cleaning.mending import Edit
from qualtool.core.cleaning.page_furniture import Lifted, PageLine, alone, furniture

_FEED: Final = re.compile(r"\f")
_LINE: Final = re.compile(r"[^\n\f]*[^\s][^\n\f]*")
_LEAST: Final = 3  # page numbers in a row that show where pages end without form feeds
_SPACED: Final = 400  # code points between them, at least


@dataclass(frozen=True, slots=True)
class Paged:
    """The edits that lift page breaks out, and the pages: where each begins, what it is called."""

    edits: tuple[Edit, ...]
    pages: tuple[tuple[int, str], ...]


def paged(text: str, left_alone: frozenset[str] = frozenset()) -> Paged:
    """Form feeds are always taken out; numbers and heads unless `pages` is left alone."""
    bounds = _bounds(text, by_number="pages" not in left_alone)
    if not bounds:
        return Paged((), ())
    ends = [*bounds, len(text)]
    lines = [_lines(text, start, end) for start, end in pairwise([0, *ends])]
    lift = "pages" not in left_alone
    lifted = furniture(lines) if lift else [Lifted((), None) for _page in lines]
    starts = [0, *bounds]
    named = tuple(
        (start, str(index + 1 if one.number is None or one.number < 1 else one.number))
        for index, (start, one) in enumerate(zip(starts, lifted, strict=True))
    )
    edits = _between(text, lines, lifted, mends=lift)
    return Paged(tuple(edits), named)


def _bounds(text: str, *, by_number: bool) -> list[int]:
    """Where pages after the first begin."""
    feeds = [match.start() for match in _FEED.finditer(text)]
    if feeds or not by_number:
        return feeds
    numbered = [
        (line.end, number)
        for line in _lines(text, 0, len(text))
        if _bare(line.text) and (number := alone(line.text)) is not None
    ]
    runs: dict[int, list[int]] = {}  # by their last number
    for end, number in numbered:
        before = runs.get(number - 1, [])
        runs[number] = [*before, end] if before and end - before[-1] >= _SPACED else [end]
    best = max(runs.values(), key=len, default=[])
    if len(best) < _LEAST:
        return leading_spaces.page_starts(text)
    return [end for end in best if end < len(text.rstrip())]


def _bare(text: str) -> bool:
    return len(text) <= 16 and any(sign.isdigit() for sign in text)


def _lines(text: str, start: int, end: int) -> list[PageLine]:
    found: list[PageLine] = []
    for match in _LINE.finditer(text, start, end):
        words = match.group()
        opening = len(words) - len(words.lstrip())
        stripped = words.strip()
        first = match.start() + opening
        found.append(PageLine(first, first + len(stripped), stripped))
    return found


def _between(
    text: str, pages: Sequence[Sequence[PageLine]], lifted: Sequence[Lifted], *, mends: bool
) -> Iterator[Edit]:
    """What goes: the furniture of each page with the white space and form feeds around it."""
    taken = {line.start for one in lifted for line in one.lines}
    every = [line for lines in pages for line in lines]
    number = 0
    before: PageLine | None = None
    while number < len(every):
        first = number
        while number < len(every) and every[number].start in taken:
            number += 1
        after = every[number] if number < len(every) else None
        start = before.end if before else 0
        end = after.start if after else len(text)
        gap = text[start:end]
        if number > first:
            yield Edit(start, end, _break(before, after), "pages")
        elif "\f" in gap:
            yield from _without_feeds(gap, start, before, after, mends=mends)
        before = after
        number += 1
    if before is None and every:
        return  # the last lines of all were lifted out
    foot = before.end if before else 0
    yield from _without_feeds(text[foot:], foot, before, None, mends=False)


def _break(before: PageLine | None, after: PageLine | None) -> str:
    """What stands between two lines instead of what was lifted out."""
    if before is None or after is None:
        return ""
    return "\n" if goes_on(before.text, after.text) else "\n\n"


def _without_feeds(
    gap: str, start: int, before: PageLine | None, after: PageLine | None, *, mends: bool
) -> Iterator[Edit]:
    """Each form feed goes; where a line begins right behind one, a line break takes its place."""
    inside = before is not None and after is not None
    if inside and "\n" not in gap:
        yield Edit(start, start + len(gap), "\n", "signs")
    elif before and after and mends and goes_on(before.text, after.text):
        yield Edit(start, start + len(gap), "\n", "pages")
    else:
        for match in _FEED.finditer(gap):
            yield Edit(start + match.start(), start + match.end(), "")
