"""Whether a text that nothing else tells of is a table: answers in columns, and not prose.

Prose has a space behind its commas, transcripts have labels with a colon, and neither has a row
of heads that are different from each other and from all that stands below them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from qualtool.core.survey import columns_of
from qualtool.formats.read_table import Table, separator_of

_ROWS: Final = 12  # rows by which a table is known
_LEAST_ROWS: Final = 4
_LEAST_COLUMNS: Final = 3
_LABEL: Final = re.compile(r"[^\W\d][^:\n]{0,40}:(?:\s|$)")
_SENTENCE: Final = re.compile(r"(?:\S+\s+){3,}\S+[.!…]")
_LETTER: Final = re.compile(r"[^\W\d_]")


def first_rows(text: str) -> Table:
    """The first rows of a text with separated columns; no more of it is looked at."""
    first, _break, rest = text.partition("\n")
    separator = ""
    if first.lower().startswith("sep=") and len(first) == 5:
        separator, text = first[4], rest
    rows = csv.reader(io.StringIO(text), delimiter=separator or separator_of(text))
    try:
        return tuple(_without_empty_end(row) for row in islice(rows, _ROWS))
    except csv.Error:
        return ()


def is_table(text: str) -> bool:
    """Whether a text that is not named as a table is one with answers in words."""
    rows = [row for row in first_rows(text) if row]
    if len(rows) < _LEAST_ROWS or len(rows[0]) < _LEAST_COLUMNS:
        return False
    heads, below = rows[0], rows[1:]
    return (
        _are_heads(heads, below)
        and _fit(len(heads), below)
        and not _is_spaced(rows)
        and not _is_labelled(rows)
        and any(column.use == "answer" for column in columns_of(rows))
    )


def _are_heads(heads: Sequence[str], below: Table | Sequence[tuple[str, ...]]) -> bool:
    """Whether these are names of columns: different ones, with letters, said nowhere below."""
    named = [(at, head.strip().casefold()) for at, head in enumerate(heads) if head.strip()]
    if len(named) < len(heads) - 1 or len({head for _at, head in named}) < len(named):
        return False
    if not all(_LETTER.search(head) for _at, head in named):
        return False
    sentences = sum(bool(_SENTENCE.fullmatch(head)) for _at, head in named)
    if _SENTENCE.fullmatch(heads[0].strip()) or 2 * sentences > len(named):
        return False
    return not any(
        at < len(row) and row[at].strip().casefold() == head for row in below for at, head in named
    )


def _fit(columns: int, below: Sequence[tuple[str, ...]]) -> bool:
    """Whether no row is wider than the heads and most are nearly as wide; ends may be empty."""
    widths = [len(row) for row in below]
    nearly = sum(width >= columns - 1 for width in widths)
    return max(widths) <= columns and min(widths) > 1 and 2 * nearly >= len(widths)


def _is_spaced(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether a space stands behind the separators, as behind the commas of prose."""
    behind = [cell for row in rows for cell in row[1:] if cell.strip()]
    return 5 * sum(cell.startswith((" ", "\u00a0")) for cell in behind) > len(behind)


def _is_labelled(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether rows begin with who speaks."""
    return 3 * sum(bool(_LABEL.match(row[0])) for row in rows) >= len(rows)


def _without_empty_end(row: list[str]) -> tuple[str, ...]:
    cells = tuple(row)
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells
