"""Answers to a survey: a table with one case a row, and what each of its columns is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.dates import span
from qualtool.core.names import LONGEST, folded, free, tidy
from qualtool.core.private_columns import is_private
from qualtool.core.tidying import tidy as tidied
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

USES: Final[Mapping[str, str]] = {
    "case": mark("The case’s name"),
    "answer": mark("An answer to read and code"),
    "attribute": mark("An attribute of the case"),
    "date": mark("The date of the answer"),
    "leave": mark("Left out"),
}
"""What a column can be, in the order in which it is offered."""

_CASE: Final = re.compile(
    r"(?:informant|deltaker|deltakar|deltager|respondent|participant|svarperson|case|pseudonym|"
    r"id|respondent ?-?id|svar ?-?id|answer ?-?id|løpenr|løpenummer|nr|no|nummer)\.?"
)
_DATE: Final = re.compile(
    r"(?:dato|date|tidsmerke|timestamp|tidspunkt|når|levert|innsendt|opprettet|created|submitted|"
    r"start ?time|completion ?time|starttidspunkt|fullført|sluttidspunkt)(?: .*)?"
)
_LONG: Final = 5  # words; answers in the middle are this long
_SPOKEN: Final = 3  # and to what is a question, this long
_ENDS: Final = (".", "!", "?")
_LONGEST: Final = 14  # words; a choice from a list has fewer
_HEADS_WITHIN: Final = 10  # rows
_EXAMPLE: Final = 120  # code points of an example that are kept


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its place, its head, and its use, one of `USES`.

    `example` is what stands in it first. `private` says that it may tell who somebody is.
    """

    at: int
    head: str
    use: str
    example: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What one case has answered: by question, and its attributes by their names.

    `anonymous` says that no column names the case, so that its name is only a number. `row` counts
    in the table.
    """

    case: str
    date: str
    answers: tuple[tuple[str, str], ...]
    attributes: tuple[tuple[str, str], ...]
    anonymous: bool = False
    row: int = 0


def columns_of(
    table: Sequence[Sequence[str]], chosen: Sequence[tuple[str, str]] = ()
) -> tuple[Column, ...]:
    """What each column most likely is; `chosen` says it of some, by their heads."""
    at = heads_at(table)
    if at is None:
        return ()
    said = {folded(head): use for head, use in chosen if use in USES}
    columns: list[Column] = []
    heads: list[str] = []
    for place, written in enumerate(table[at]):
        head = tidy(tidied(written).replace("\n", " "))
        if not head:
            head = _("Column {number}").format(number=place + 1)
        head = free(head, heads)
        heads.append(head)
        values = [
            row[place].strip() for row in table[at + 1 :] if place < len(row) and row[place].strip()
        ]
        private = is_private(head, values)
        use = said.get(folded(head)) or ("leave" if private else _guess(head, values))
        if use in ("case", "date") and any(one.use == use for one in columns):
            use = "leave" if use == "date" else "attribute"  # one of them is enough
        example = " ".join(values[0].split())[:_EXAMPLE] if values else ""
        columns.append(Column(place, head, use, example, private))
    return tuple(columns)


def answers_of(
    table: Sequence[Sequence[str]], columns: Sequence[Column], names: str
) -> tuple[Answers, ...]:
    """What each row says. A case without a name of its own is called by `names`, numbered.

    Rows of the same name are the same case's; the second is told from the first by a number.
    """
    at = heads_at(table)
    rows = [] if at is None else list(enumerate(table))[at + 1 :]
    found: list[Answers] = []
    taken: set[str] = set()
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        name, date = "", ""
        answers: list[tuple[str, str]] = []
        attributes: list[tuple[str, str]] = []
        for column in columns:
            value = tidied(row[column.at]).strip() if column.at < len(row) else ""
            match column.use:
                case "case":
                    name = tidy(value)
                    if name.isdigit():  # a number alone says nothing in a list of cases
                        name = f"{names} {name}"
                case "date":
                    date = value
                case "answer" if value:
                    answers.append((column.head, value))
                case "attribute" if value:
                    attributes.append((column.head[:LONGEST].strip(), value))
        name = name[: LONGEST - 8].strip()
        case = free_among(name or f"{names} {len(found) + 1}", taken)
        taken.add(folded(case))
        found.append(Answers(case, date, tuple(answers), tuple(attributes), not name, number))
    return tuple(found)


def free_among(name: str, taken: set[str]) -> str:
    """As `names.free`, for thousands of rows; `taken` are folded names."""
    number, called = 1, name
    while folded(called) in taken:
        number += 1
        called = f"{name} ({number})"
    return called


def heads_at(table: Sequence[Sequence[str]]) -> int | None:
    """The row of the heads: the first with several cells and more below it."""
    for at, row in enumerate(table[:_HEADS_WITHIN]):
        filled = sum(bool(cell.strip()) for cell in row)
        if filled >= 2 and any(any(cell.strip() for cell in below) for below in table[at + 1 :]):
            return at
    return None


def _guess(head: str, values: Sequence[str]) -> str:
    if not values:
        return "leave"
    form = folded(head).strip(" :?*$")
    dated = sum(not one.isdigit() and span(one)[0] is not None for one in values[:200])
    if _DATE.fullmatch(form) or dated >= 0.9 * min(200, len(values)):
        return "date"
    lengths = sorted(len(one.split()) for one in values)
    different = len({folded(one) for one in values})
    if _CASE.fullmatch(form) and different == len(values) and lengths[-1] <= 6:
        return "case"
    middle = lengths[len(lengths) // 2]
    if lengths[-1] >= _LONGEST or (middle >= _LONG and different > len(values) // 2):
        return "answer"
    # A question that each has answered in words of their own, however few.
    spoken = middle >= _SPOKEN or (middle > 1 and any(one.endswith(_ENDS) for one in values))
    if head.rstrip(" *").endswith("?") and spoken and different > len(values) // 2:
        return "answer"
    return "attribute"
