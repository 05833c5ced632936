"""Lines that begin with one space, which is all that some programs leave of a bullet or a new page.

Several such lines below each other were items of a list; one alone, in the middle of a sentence,
stood first on a page. Where most of a text is set in like this, the spaces mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from qualtool.core.cleaning.line_kinds import goes_on, is_labelled, opens_item
from qualtool.core.cleaning.mending import Edit

_LINE: Final = re.compile(r"(?m)^(?P<space> ?)(?P<words>[^\s].*)$")
_INDENTED: Final = re.compile(r"(?m)^(?: {2,}|\t)[^\s]")
_FEWEST_ITEMS: Final = 2
_RARE: Final = 0.5  # of the lines; where more begin with a space it is the way all is written
_APART: Final = 400  # code points between two beginnings of pages, at least


def edits(text: str, left_alone: frozenset[str] = frozenset()) -> Iterator[Edit]:
    """A bullet for each item that lost its own, and the spaces before lines that go on a page."""
    for run in _runs(text):
        if len(run) >= _FEWEST_ITEMS:
            if "bullets" not in left_alone:
                yield from (Edit(one.start(), one.start() + 1, "• ", "bullets") for one in run)
        elif "pages" not in left_alone and _goes_on(text, run[0]):
            yield Edit(run[0].start(), run[0].start() + 1, "", "pages")


def page_starts(text: str) -> list[int]:
    """Where pages after the first begin, where nothing but a space before a line tells of them."""
    found = [run[0] for run in _runs(text) if len(run) == 1 and _above(text, run[0])]
    starts = [one.start() for one in found]
    far = all(later - before >= _APART for before, later in pairwise(starts))
    if len(found) < _FEWEST_ITEMS or not far or _INDENTED.search(text):
        return []
    return starts if any(_goes_on(text, one) for one in found) else []


def _runs(text: str) -> Iterator[Sequence[re.Match[str]]]:
    """Lines with one space before them, those right below each other together."""
    if "\n " not in text:
        return
    lines = list(_LINE.finditer(text))
    spaced = [line for line in lines if line["space"]]
    common = len(spaced) > _RARE * len(lines)
    run: list[re.Match[str]] = []
    for line in (*spaced, None):
        if line is not None and (is_labelled(line["words"]) or opens_item(line["words"])):
            continue
        if run and (line is None or line.start() != run[-1].end() + 1):
            if not common or _above(text, run[0]).endswith(":"):
                yield run
            run = []
        if line is not None:
            run.append(line)


def _above(text: str, line: re.Match[str]) -> str:
    """The line right above, without white space around it."""
    end = max(0, line.start() - 1)
    return text[text.rfind("\n", 0, end) + 1 : end].strip()


def _goes_on(text: str, line: re.Match[str]) -> bool:
    above = _above(text, line)
    return bool(above) and goes_on(above, line["words"])
