"""How wide the columns of a table become: by their shares, their words and what they hold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from qualtool.core.report import Table, plain

# A longer word than this is broken rather than given room; where there is little room, a shorter.
_LONGEST: Final = 22
_SHORTEST: Final = 5
# Words of narrow columns may not take more than the rest of its share from a wide one.
_ENOUGH: Final = 0.7
# In a cell of running text no word decides the width.
_RUNNING: Final = 240
# Letters that take half as much again as others; a word has at most a few of them.
_BROAD: Final = re.compile(r"[mwæœMWÆŒ@]")
_BROADER: Final = 3
# Where a line may end inside a word.
_SEAM: Final = re.compile(r"[\s/\-–—]+")


def fitted(table: Table, columns: Sequence[int], total: int, room: int, edge: int) -> list[int]:
    """Whole widths for the columns (by index) that add up to `total` exactly.

    They follow the shares, but no column is narrower than its longest word (within reason) or
    wider than all it holds on one line. `room` is what a character takes and `edge` what a cell
    keeps free, in the unit of `total`.
    """
    shares = [table.columns[index].width for index in columns]
    measured = [_measured(table, index) for index in columns]
    most = [line * room + edge for _word, line in measured]
    whole = sum(shares)
    wanted = [
        min(_ENOUGH * total * share / whole, line) for share, line in zip(shares, most, strict=True)
    ]
    widths = shares
    for longest in range(_LONGEST, _SHORTEST, -1):
        least = [min(word, longest) * room + edge for word, _line in measured]
        if sum(least) < total:
            widths = _spread(shares, least, most, total)
            if all(width >= want for width, want in zip(widths, wanted, strict=True)):
                break
    whole = sum(widths)
    edges = [round(total * sum(widths[:number]) / whole) for number in range(len(widths) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]


def _spread(shares: list[float], least: list[int], most: list[int], total: int) -> list[float]:
    """The total by shares; who gets too little or too much is set, and the rest share again."""
    widths = list(shares)
    waiting = set(range(len(shares)))
    left = float(total)
    while waiting:
        whole = sum(shares[index] for index in waiting)
        for index in waiting:
            widths[index] = left * shares[index] / whole
        bounds = {index: least[index] for index in waiting if widths[index] < least[index]}
        if not bounds:
            bounds = {index: most[index] for index in waiting if widths[index] > most[index]}
        if not bounds:
            break
        for index, bound in bounds.items():
            widths[index] = float(bound)
            left -= bound
        waiting -= bounds.keys()
    return widths


def _measured(table: Table, index: int) -> tuple[int, int]:
    """The longest word of a column and its longest line, in characters."""
    # The head is set in bold, which takes more room.
    title = table.columns[index].title
    word = round(_longest_word(title) * 1.1) + 1
    line = round(len(title) * 1.1) + 1
    # The same cell may stand in many rows.
    cells = {id(row.cells[index]): row.cells[index] for group in table.groups for row in group.rows}
    for cell in cells.values():
        if cell is not None:
            text = plain(cell)
            if len(text) > line:
                line = max(line, *map(len, text.split("\n")))
            if word < len(text) < _RUNNING and word < _LONGEST:
                word = max(word, int(_longest_word(text)))
    return word, max(word, line)


def _longest_word(text: str) -> float:
    words = _SEAM.split(text)
    longest = max(map(len, words))
    return max(_room(word) for word in words if len(word) > longest - _BROADER)


def _room(word: str) -> float:
    """How many letters of the usual width a word takes the room of."""
    return len(word) + len(_BROAD.findall(word)) / 2
