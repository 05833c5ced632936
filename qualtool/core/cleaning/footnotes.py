"""Footnotes that stand in the flow of a text are lifted out, and their marks with them.

A note is a line that opens with a number, after a rule or right before the next page. The mark is
a number glued to a word ("inkludering1"). Both go only together and in sequence: mark 1 and note
1, mark 2 and note 2. A number glued to a word that is not next in the sequence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.cleaning.line_kinds import ends_sentence, goes_on
from qualtool.core.cleaning.mending import Edit

_RULE: Final = re.compile(r"[ \t]*(?:[_–—-]{5,}|(?:\* ?){3,})[ \t]*")
_NOTE: Final = re.compile(r"[ \t]*(?P<number>\d{1,3})[ \t]+(?P<words>[^\W\d_«“\"(].*|[«“\"(].*)")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK: Final = re.compile(
    r"(?<=[^\W\d_]|[.,;:!?»”\"')])(?P<number>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=[\s.,;:!?»”\"')]|$)"
)
_LONGEST: Final = 12  # lines of one note


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote that was lifted out: its number and its words."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class FootnotesLifted:
    """The edits that lift notes and marks, and the notes."""

    edits: tuple[Edit, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Notes that stand together, with the rule above them."""

    start: int
    end: int
    notes: tuple[Note, ...]


def lifted(text: str, page_starts: Sequence[int] = ()) -> FootnotesLifted:
    """The footnotes of a text, each with its mark before it; pages begin at `page_starts`."""
    edits: list[Edit] = []
    notes: list[Note] = []
    following, at = 1, 0
    for block in _blocks(_lines(text), [*page_starts, len(text)]):
        if block.notes[0].number not in (1, following) or block.start < at:
            continue
        marks = _marks(text, at, block.start, [note.number for note in block.notes])
        if len(marks) < len(block.notes):
            continue
        edits.extend(Edit(mark.start(), mark.end(), "", "footnotes") for mark in marks)
        edits.append(_taken_out(text, block))
        notes.extend(block.notes)
        following, at = block.notes[-1].number + 1, block.end
    return FootnotesLifted(tuple(edits), tuple(notes))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(_Line(at, at + len(line), line))
        at += len(line) + 1
    return lines


def _blocks(lines: Sequence[_Line], page_ends: Sequence[int]) -> list[_Block]:
    """Lines below a rule, or last on a page, that open with numbers in sequence."""
    blocks: list[_Block] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        rule = _RULE.fullmatch(line.text) is not None
        if rule or _NOTE.fullmatch(line.text):
            end = next((one for one in page_ends if one > line.start), line.end)
            broken_off = lines[number - 1].text if number else ""
            notes, past = _notes(lines, number + rule, end, broken_off)
            at_foot = len(page_ends) > 1 and (past == len(lines) or lines[past].start >= end)
            if notes and (rule or at_foot):
                blocks.append(_Block(line.start, lines[past - 1].end, notes))
                number = past
                continue
        number += 1
    return blocks


def _notes(
    lines: Sequence[_Line], number: int, end: int, broken_off: str
) -> tuple[tuple[Note, ...], int]:
    """The notes from a line on, at most to the end of the page, and the line behind them.

    `broken_off` is the line above: where a note has ended, its sentence goes on.
    """
    notes: list[Note] = []
    first = number
    while number < len(lines) and lines[number].start < end:
        line = lines[number]
        match = _NOTE.fullmatch(line.text)
        if match and (not notes or int(match["number"]) == notes[-1].number + 1):
            notes.append(Note(int(match["number"]), match["words"].strip()))
        elif notes and ends_sentence(notes[-1].text) and goes_on(broken_off, line.text):
            break
        elif notes and line.start == lines[number - 1].end + 1 and number - first < _LONGEST:
            notes[-1] = Note(notes[-1].number, f"{notes[-1].text} {line.text.strip()}")
        else:
            break
        number += 1
    return tuple(notes), number


def _marks(text: str, start: int, end: int, numbers: Sequence[int]) -> list[re.Match[str]]:
    """The glued numbers that come in this sequence; fewer where one is missing."""
    marks: list[re.Match[str]] = []
    for match in _MARK.finditer(text, start, end):
        if len(marks) == len(numbers):
            break
        if int(match["number"].translate(_SUPERSCRIPTS)) == numbers[len(marks)]:
            marks.append(match)
    return marks


def _taken_out(text: str, block: _Block) -> Edit:
    """The edit that takes a block of notes away; a sentence that it broke off goes on."""
    start = len(text[: block.start].rstrip())
    end = len(text) - len(text[block.end :].lstrip())
    before, after = text[:start].rsplit("\n", 1)[-1], text[end:].split("\n", 1)[0]
    new = "" if not before or not after else "\n" if goes_on(before, after) else "\n\n"
    return Edit(start, end, new, "footnotes")
