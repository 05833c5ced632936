"""What taking a table in would come to, row by row, before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from qualtool.core.table_mapping import TableMapping, unguarded

# same: what the row says is there already; refuse: the row cannot be taken in.
Action = Literal["add", "update", "same", "refuse"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a row that the researcher should see; `column` is its place, or None."""

    key: str
    message: str
    column: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of the table: its number in the file (from 1), what is to be done, and what it says.

    `row_id` is the case or activity that it is about, None for a new one. `values` are the cells
    by field, `attributes` by the attribute's name; what is empty is left out.
    """

    number: int
    action: Action
    name: str
    row_id: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of a table with what is to be done with each."""

    mapping: TableMapping
    rows: tuple[PlannedRow, ...]

    def count(self, action: Action) -> int:
        """How many rows have this action."""
        return sum(row.action == action for row in self.rows)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done: the ids of what was made and of what was changed."""

    added: tuple[int, ...]
    updated: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is read: its number in the file, its cells by field, and by attribute."""

    number: int
    values: Mapping[str, str]
    attributes: Mapping[str, str]

    def get(self, field: str) -> str:
        """The cell of a field; empty where there is none."""
        return self.values.get(field, "")


def lines(table: Sequence[Sequence[str]], mapping: TableMapping) -> list[Line]:
    """The rows under the heads that say anything."""
    found: list[Line] = []
    for at, row in enumerate(table[mapping.head_row + 1 :], start=mapping.head_row + 2):
        values: dict[str, str] = {}
        attributes: dict[str, str] = {}
        for use in mapping.columns:
            said = unguarded(row[use.at]).strip() if use.at < len(row) else ""
            if said and use.field == "attribute":
                attributes.setdefault(use.attribute or use.head, said)
            elif said and use.field:
                values.setdefault(use.field, said)
        if values or attributes:
            found.append(Line(at, values, attributes))
    return found
