"""Which lines of a plain text belong together: paragraphs out of lines.

Blank lines part paragraphs. Where a document is clearly wrapped by hand, most lines break off in
the middle of a sentence and go on in small letters; then lines are joined with a space. Where it
is not, each line is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from qualtool.core.tidying import PAGE_BREAK
from qualtool.formats.pieces import Line

_ENDED: Final = re.compile(r"[.?!:;…][\"”»’')\]]*\s*$|[)\]»”]\s*$")
_NARROWEST: Final = 40  # characters; lines of fewer are broken by something else than a width
_WIDEST: Final = 140
_LABELLED: Final = re.compile(r"\f*[\[(#]?\w[^:\n]{0,40}:(?:\s|$)|[\[(#]?\d{1,2}:\d\d")
_BEFORE_PAGE: Final = re.compile(r"\n?\f")
_ITEM: Final = re.compile(r"\s*(?:[-–—•*·o]\s|\d{1,2}[.)]\s|[a-z]\)\s)")


def lines_of_text(text: str) -> list[Line]:
    """The lines of a text (`core.tidying`), each saying whether it continues the one before."""
    raw = _BEFORE_PAGE.sub("\n\f", text).split("\n")
    kept = _with_text(raw)
    pairs = [
        (before, line)
        for (before, _above), (line, follows) in pairwise(kept)
        if follows and not _ITEM.match(line) and not _LABELLED.match(line)
    ]
    going_on = [pair for pair in pairs if _goes_on(*pair)]
    share = len(going_on) / len(pairs) if pairs else 0.0
    width = _width(going_on)
    parted = any(not line.strip() for line in _inner(raw))
    full = sum(_is_full(before, line, 0.8 * width) for before, line in going_on)
    wrapped = share >= 0.5 and (
        parted
        or (len(going_on) >= 3 and full >= 0.8 * len(going_on) and _NARROWEST <= width <= _WIDEST)
    )
    in_segments = share >= 0.3 and len(going_on) >= 5
    enough = (0.7 if parted else 0.9) * width
    lines: list[Line] = []
    before = ""
    for line, follows in kept:
        continues = False
        if follows and not _ITEM.match(line):
            continues = (wrapped or in_segments) and _goes_on(before, line)
            continues = continues or (wrapped and _is_full(before, line, enough))
        lines.append(Line(line.strip(" \t"), continues=continues))
        before = line
    return lines


def _with_text(raw: Sequence[str]) -> list[tuple[str, bool]]:
    """The lines with text, and whether another one stands right above; pages begin in them."""
    kept: list[tuple[str, bool]] = []
    above = False
    pages = ""
    for line in raw:
        if line.strip("\f \t"):
            kept.append((pages + line.rstrip(), above))
            above, pages = True, ""
        else:
            pages += PAGE_BREAK * line.count(PAGE_BREAK)
            above = above and PAGE_BREAK in line
    return kept


def _inner(raw: Sequence[str]) -> Sequence[str]:
    """The lines between the first and the last with text."""
    first, last = 0, len(raw)
    while first < last and not raw[first].strip():
        first += 1
    while last > first and not raw[last - 1].strip():
        last -= 1
    return raw[first:last]


def _goes_on(before: str, line: str) -> bool:
    """Whether a line plainly goes on with the sentence of the line before."""
    start = line.lstrip("\f \t«“\"'(")
    if not start or _ENDED.search(before[-8:]):
        return False
    return start[0].islower() or (before.endswith(",") and start[0].isalpha())


def _width(pairs: Sequence[tuple[str, str]]) -> int:
    """How wide lines run before they break off, but for a few longer ones."""
    lengths = sorted(len(before) for before, _line in pairs)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _is_full(before: str, line: str, width: float) -> bool:
    """Whether the line before had hardly room for the next word."""
    word = line.lstrip("\f \t").split(" ", 1)[0]
    return len(before) + 1 + len(word) > width
