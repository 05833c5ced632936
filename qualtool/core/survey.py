"""Answers to a survey: a table with one case a row, and what each of its columns is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.dates import span
from qualtool.core.names import LONGEST, folded, free, tidy
from qualtool.core.private_columns import is_private
from qualtool.core.source import Block, Source, Speaker, Turn
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

    `anonymous` says that no column names the case, so that its name is only a number.
    """

    case: str
    date: str
    answers: tuple[tuple[str, str], ...]
    attributes: tuple[tuple[str, str], ...]
    anonymous: bool = False


def columns_of(
    table: Sequence[Sequence[str]], chosen: Sequence[tuple[str, str]] = ()
) -> tuple[Column, ...]:
    """What each column most likely is; `chosen` says it of some, by their heads."""
    at = _heads_at(table)
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
    at = _heads_at(table)
    rows = [] if at is None else list(table[at + 1 :])
    found: list[Answers] = []
    taken: set[str] = set()
    for row in rows:
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
        found.append(Answers(case, date, tuple(answers), tuple(attributes), not name))
    return tuple(found)


def one_document(columns: Sequence[Column], answers: Sequence[Answers]) -> Source:
    """All answers as one document: each question a heading, each answer a turn of its case."""
    text = _Text()
    by_question = [(one.case, dict(one.answers)) for one in answers]
    for column in columns:
        if column.use == "answer":
            said = [(case, given.get(column.head, "")) for case, given in by_question]
            if any(words for _case, words in said):
                text.question(column.head)
                for case, words in said:
                    text.answer(case, words)
    return text.source()


def apart(source: Source) -> tuple[tuple[int, Source], ...]:
    """A document for each who answers in one with all: the speaker there, and theirs alone.

    Each question that somebody has answered is a heading, the answer below it.
    """
    texts: dict[int, _Text] = {}
    for asked, turn in by_speaker(source):
        if turn.speaker is None:
            continue
        text = texts.setdefault(turn.speaker, _Text())
        if asked is not None:
            text.question(source.text[asked.start : asked.end])
        text.answer(source.speakers[turn.speaker].label, source.text[turn.start : turn.end])
    return tuple((number, text.source()) for number, text in sorted(texts.items()))


def by_speaker(source: Source) -> list[tuple[Block | None, Turn]]:
    """The turns of a document of answers, speaker by speaker, each with the question above it."""
    found: list[tuple[Block | None, Turn]] = []
    headings = [block for block in source.blocks if block.kind == "heading"]
    at = -1
    for turn in source.turns:
        while at + 1 < len(headings) and headings[at + 1].start < turn.start:
            at += 1
        found.append((headings[at] if at >= 0 else None, turn))
    return sorted(found, key=lambda each: -1 if each[1].speaker is None else each[1].speaker)


class _Text:
    """A text of questions and answers as it grows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._turns: list[Turn] = []
        self._speakers: dict[str, int] = {}

    def question(self, words: str) -> None:
        start, end = self._put(words)
        self._blocks.append(Block(start, end, "heading", 2))

    def answer(self, case: str, words: str) -> None:
        words = "\n".join(line for part in words.split("\n") if (line := _line(part)))
        if not words:
            return
        start, end = self._put(words)
        number = self._speakers.setdefault(case, len(self._speakers))
        self._turns.append(Turn(start, end, number))

    def source(self) -> Source:
        return Source(
            text="".join(self._parts),
            format="survey",
            speakers=tuple(Speaker(case, "participant") for case in self._speakers),
            turns=tuple(self._turns),
            blocks=tuple(self._blocks),
            facts={"recogniser": "survey"},
        )

    def _put(self, words: str) -> tuple[int, int]:
        start = self._length + bool(self._parts)
        self._parts.append(("\n" if self._parts else "") + words)
        self._length = start + len(words)
        return start, self._length


def free_among(name: str, taken: set[str]) -> str:
    """As `names.free`, for thousands of rows; `taken` are folded names."""
    number, called = 1, name
    while folded(called) in taken:
        number += 1
        called = f"{name} ({number})"
    return called


def _line(part: str) -> str:
    return part.replace("\f", " ").replace("\t", " ").strip()


def _heads_at(table: Sequence[Sequence[str]]) -> int | None:
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
    return "attribute"
