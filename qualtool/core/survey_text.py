"""Answers to a survey as documents: questions as headings, answers as turns of their cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualtool.core.origins import within
from qualtool.core.source import Block, Origin, Source, Speaker, Turn
from qualtool.core.survey import Answers, Column
from qualtool.core.survey_sheet import Sheet


def one_document(
    columns: Sequence[Column], answers: Sequence[Answers], sheet: Sheet | None = None
) -> Source:
    """All answers as one document: each question a heading, each answer a turn of its case.

    `sheet` is the table they stand in, which becomes the raw text.
    """
    text = _Text()
    given = [(one, dict(one.answers)) for one in answers]
    for column in columns:
        if column.use == "answer":
            said = [(one, words) for one, by_head in given if (words := by_head.get(column.head))]
            if said:
                text.question(column.head, _came(sheet, column.head, None, column.at))
                for one, words in said:
                    kept = _kept(words)
                    text.answer(one.case, kept, _came(sheet, kept, one.row, column.at))
    return text.source(sheet.text if sheet is not None else "")


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
            came = within(source.origins, asked.start, asked.end)
            text.question(source.text[asked.start : asked.end], came)
        words = _kept(source.text[turn.start : turn.end])
        came = within(source.origins, turn.start, turn.end)
        text.answer(source.speakers[turn.speaker].label, words, came)
    return tuple((number, text.source(source.raw)) for number, text in sorted(texts.items()))


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
    """A text of questions and answers as it grows, with where each of them comes from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._turns: list[Turn] = []
        self._origins: list[Origin] = []
        self._speakers: dict[str, int] = {}

    def question(self, words: str, came: Iterable[Origin]) -> None:
        start, end = self._put(words, came)
        self._blocks.append(Block(start, end, "heading", 2))

    def answer(self, case: str, words: str, came: Iterable[Origin]) -> None:
        if not words:
            return
        start, end = self._put(words, came)
        number = self._speakers.setdefault(case, len(self._speakers))
        self._turns.append(Turn(start, end, number))

    def source(self, raw: str) -> Source:
        return Source(
            text="".join(self._parts),
            format="survey",
            speakers=tuple(Speaker(case, "participant") for case in self._speakers),
            turns=tuple(self._turns),
            blocks=tuple(self._blocks),
            raw=raw,
            origins=tuple(self._origins),
            facts={"recogniser": "survey"},
        )

    def _put(self, words: str, came: Iterable[Origin]) -> tuple[int, int]:
        start = self._length + bool(self._parts)
        self._parts.append(("\n" if self._parts else "") + words)
        self._length = start + len(words)
        self._origins += (replace(one, start=start + one.start) for one in came)
        return start, self._length


def _came(sheet: Sheet | None, words: str, row: int | None, column: int) -> Iterable[Origin]:
    """Where words of a cell stand in the table; `row` None: in the heads."""
    return () if sheet is None else sheet.origins(words, row, column)


def _kept(words: str) -> str:
    """An answer without empty lines."""
    return "\n".join(line for part in words.split("\n") if (line := _line(part)))


def _line(part: str) -> str:
    return part.replace("\f", " ").replace("\t", " ").strip()
