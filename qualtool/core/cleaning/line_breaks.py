"""Line breaks typed or printed inside paragraphs become spaces.

Blank lines part paragraphs. Where a document is clearly wrapped by hand, most lines break off in
the middle of a sentence and go on in small letters; then lines are joined with a space. Where it
is not, each line is a paragraph of its own. Never is an item of a list joined to what is above it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from qualtool.core.cleaning.line_kinds import goes_on, is_labelled, opens_item
from qualtool.core.cleaning.mending import Edit

_NARROWEST: Final = 40  # characters; lines of fewer are broken by something else than a width
_WIDEST: Final = 140


@dataclass(frozen=True, slots=True)
class _Written:
    """A line with text: where its words are, and whether another one stands right above it."""

    start: int
    end: int
    line: str  # without white space at its end
    follows: bool


def edits(text: str, joined: Collection[int] = ()) -> Iterator[Edit]:
    """The line breaks that part no paragraphs, with the white space around them.

    `joined` are the starts of lines that are joined to the one above already, as the second half
    of a divided word.
    """
    lines = _written(text)
    pairs = [
        (before.line, line.line)
        for before, line in pairwise(lines)
        if line.follows and not opens_item(line.line) and not is_labelled(line.line)
    ]
    going_on = [pair for pair in pairs if goes_on(*pair)]
    share = len(going_on) / len(pairs) if pairs else 0.0
    width = _width(going_on)
    parted = any(not line.follows for line in lines[1:])
    full = sum(_is_full(before, line, 0.8 * width) for before, line in going_on)
    wrapped = share >= 0.5 and (
        parted
        or (len(going_on) >= 3 and full >= 0.8 * len(going_on) and _NARROWEST <= width <= _WIDEST)
    )
    if not wrapped and not (share >= 0.3 and len(going_on) >= 5):
        return
    enough = (0.7 if parted else 0.9) * width
    for before, line in pairwise(lines):
        if not line.follows or line.start in joined or opens_item(line.line):
            continue
        if goes_on(before.line, line.line) or (
            wrapped and _is_full(before.line, line.line, enough)
        ):
            yield Edit(before.end, line.start, " ", "line_breaks")


def _written(text: str) -> list[_Written]:
    lines: list[_Written] = []
    at = 0
    above = False
    for line in text.split("\n"):
        words = line.strip()
        if words:
            kept = line.rstrip()
            start = at + len(line) - len(line.lstrip())
            lines.append(_Written(start, at + len(kept), kept, above))
        above = bool(words)
        at += len(line) + 1
    return lines


def _width(pairs: Sequence[tuple[str, str]]) -> int:
    """How wide lines run before they break off, but for a few longer ones."""
    lengths = sorted(len(before) for before, _line in pairs)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _is_full(before: str, line: str, width: float) -> bool:
    """Whether the line before had hardly room for the next word."""
    word = line.lstrip().split(" ", 1)[0]
    return len(before) + 1 + len(word) > width
