"""A spreadsheet on its way in, with the names that the project has pseudonyms for replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qualtool.core.pseudonyms import Naming, Place, places
from qualtool.core.substituting import Edit, substituted
from qualtool.core.table_mapping import Rows

_LISTED: Final = re.compile(r"\s*(?:[,;/\n]|\s(?:og|and|&)\s)\s*|\A\s*|\s*\Z")


def without_known_names(
    table: Rows, namings: Sequence[Naming], *, head_row: int = -1, unclear: str = "[…]"
) -> tuple[Rows, int]:
    """The table with pseudonyms for names in the rows below its heads, and how many there were.

    `head_row` is counted from 0; `unclear` stands for a name that could be several people's.
    """
    count = 0
    found: list[Sequence[str]] = list(table[: head_row + 1])
    for row in table[head_row + 1 :]:
        cells: list[str] = []
        for cell in row:
            there = _places(cell, namings, unclear)
            count += len(there)
            cells.append(substituted(cell, [Edit(p.start, p.end, p.words) for p in there]))
        found.append(cells)
    return found, count


def _places(cell: str, namings: Sequence[Naming], unclear: str) -> list[Place]:
    found = places(cell, namings, unclear=unclear)
    return [each for each in found if each.sure or _stands_alone(cell, each)]


def _stands_alone(cell: str, place: Place) -> bool:
    """Whether a word in small letters is all of a cell, or of one entry of a list in it."""
    edges = {edge for match in _LISTED.finditer(cell) for edge in match.span()}
    return place.start in edges and place.end in edges
