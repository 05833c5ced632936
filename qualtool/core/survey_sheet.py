"""A table as text, row by row with its number, and where in it the words of each cell stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.source import Origin
from qualtool.core.survey import heads_at

BETWEEN: Final = " │ "


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a table; `starts` says where the first cell of each row stands in it.

    `heads` is the row that names the columns.
    """

    text: str
    table: Sequence[Sequence[str]]
    starts: tuple[int, ...]
    heads: int

    def origins(self, words: str, row: int | None, column: int) -> Iterator[Origin]:
        """Where the words of a cell stand, counted from where they begin; `row` None: the heads.

        The words may have other white space than the cell. None where there is no such cell.
        """
        row = self.heads if row is None else row
        cells = self.table[row] if row < len(self.table) else ()
        if column >= len(cells):
            return
        ahead = sum(len(cell) + len(BETWEEN) for cell in cells[:column])
        for start, at, length in _standing(words, cells[column]):
            yield Origin(start, self.starts[row] + ahead + at, length)


def sheet_of(table: Sequence[Sequence[str]], hidden: Collection[int] = ()) -> Sheet:
    """The text of a table: rows that hold something, each with its number as in a spreadsheet.

    What stands in the columns `hidden`, below their heads, is not shown.
    """
    heads = heads_at(table) or 0
    if hidden:
        table = [
            row
            if number <= heads
            else [_covered(cell, at in hidden) for at, cell in enumerate(row)]
            for number, row in enumerate(table)
        ]
    lines: list[str] = []
    starts: list[int] = []
    length = 0
    for number, row in enumerate(table, start=1):
        head = f"{number}{BETWEEN}"
        starts.append(length + len(head))
        if any(cell.strip() for cell in row):
            lines.append(head + BETWEEN.join(row))
            length += len(lines[-1]) + 1
    return Sheet("\n".join(lines), table, tuple(starts), heads)


def _covered(cell: str, hidden: bool) -> str:
    return "…" if hidden and cell.strip() else cell


def _standing(words: str, cell: str) -> Iterator[tuple[int, int, int]]:
    """Stretches of words that stand in a cell: start, start there, length; lines at once."""
    start = at = 0
    for line in words.split("\n"):
        for found, part in _parts(line, cell, at):
            there = cell.find(part, at)
            if there >= 0:
                yield start + found, there, len(part)
                at = there + len(part)
        start += len(line) + 1


def _parts(line: str, cell: str, at: int) -> Iterator[tuple[int, str]]:
    """A line where it stands as it is, else its words, with their places in it."""
    if line and cell.find(line, at) >= 0:
        yield 0, line
        return
    found = 0
    for word in line.split():
        found = line.index(word, found)
        yield found, word
        found += len(word)
