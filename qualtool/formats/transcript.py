"""A transcript or a document out of its lines: who says what, from when, and what is heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from qualtool.core.source import Source
from qualtool.formats.assembling import assemble
from qualtool.formats.cautions import note_stock_phrases
from qualtool.formats.cue_lines import cues_in_lines, has_cues
from qualtool.formats.cue_turns import pieces_of_cues
from qualtool.formats.dates import iso_date
from qualtool.formats.inner_stamps import without_stamps
from qualtool.formats.labels import Opening
from qualtool.formats.pieces import Findings, Line, Piece
from qualtool.formats.program_heads import without_program_head
from qualtool.formats.roles import speakers_of
from qualtool.formats.sizes import refuse_if_too_many
from qualtool.formats.speakers import Chosen, choose
from qualtool.formats.spoken_cues import Spoken
from qualtool.formats.spoken_turns import pieces_of_spoken
from qualtool.formats.stamped_heads import pieces_under_heads
from qualtool.formats.timed_table import spoken_in

_DATE_LINE: Final = re.compile(r"(?:dato|date)\s?:\s*(.{6,40})", re.IGNORECASE)
_GUIDE_QUESTION: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s.*\?\s*$")


def source_from_lines(
    lines: Sequence[Line], findings: Findings, *, name: str, format: str
) -> Source:
    """The document that lines make; raises `QualtoolError` when there are no words or too many.

    Tried in this order: a table with a column of times (NVivo), cues written out ("0:0:0.0 -->
    0:0:1.250"), names with a time on lines of their own (Teams, Otter, Word's Transcribe), labels
    at the beginning of lines.
    """
    refuse_if_too_many(len(lines), name)
    if spoken := _in_a_table(lines):
        findings.recogniser = "table"
        pieces, labels = _around_a_table(lines, spoken, findings)
    elif has_cues(lines):
        findings.recogniser = "cues"
        pieces, labels = pieces_of_cues(cues_in_lines(lines), findings)
    elif under_heads := pieces_under_heads(lines, findings):
        pieces = [part for piece in under_heads for part in _divided(piece)]
        labels = list(dict.fromkeys(piece.speaker for piece in pieces if piece.speaker))
    else:
        _note_date(lines, findings)
        lines = without_program_head(lines, findings)
        chosen = choose(lines)
        findings.cautions.extend(chosen.cautions)
        pieces = [part for piece in _spoken(lines, chosen) for part in _divided(piece)]
        _close_the_gaps(pieces)
        labels = chosen.labels
        if findings.recogniser == "plain" and (labels or any(_timed(piece) for piece in pieces)):
            findings.recogniser = _kind_of_transcript(pieces, chosen)
    said = {piece.speaker for piece in pieces if piece.text.strip()}
    speakers, cautions = speakers_of(pieces, [label for label in labels if label in said])
    findings.cautions.extend(cautions)
    note_stock_phrases(pieces, findings)
    return assemble(pieces, speakers, findings, name=name, format=format)


def _in_a_table(lines: Sequence[Line]) -> list[Spoken]:
    """Who says what where most of a document is a table with times, as NVivo has it, or names.

    `row` of each counts in `lines`.
    """
    numbers = [number for number, line in enumerate(lines) if line.kind == "table_row"]
    length = sum(len(lines[number].text) for number in numbers)
    if not numbers or length < 0.8 * sum(len(line.text) for line in lines):
        return []
    spoken = spoken_in([lines[number].text.split("\t") for number in numbers])
    return [
        replace(one, row=numbers[one.row], place=lines[numbers[one.row]].place) for one in spoken
    ]


def _around_a_table(
    lines: Sequence[Line], spoken: Sequence[Spoken], findings: Findings
) -> tuple[list[Piece], list[str]]:
    """What such a table holds, and between its rows what stands above and below it."""
    _note_date(lines, findings)
    pieces: list[Piece] = []
    labels: list[str] = []
    rows = list(spoken)
    for number, line in enumerate(lines):
        if line.kind == "table_row":
            continue
        before = [one for one in rows if one.row < number]
        rows = rows[len(before) :]
        pieces.extend(_of_rows(before, labels, findings))
        pieces.append(Piece(line.text, kind=line.kind, level=line.level, place=line.place))
    pieces.extend(_of_rows(rows, labels, findings))
    return pieces, list(dict.fromkeys(labels))


def _of_rows(rows: Sequence[Spoken], labels: list[str], findings: Findings) -> list[Piece]:
    pieces, names = pieces_of_spoken(rows, findings) if rows else ([], [])
    labels.extend(names)
    return pieces


def _note_date(lines: Sequence[Line], findings: Findings) -> None:
    """The date that a line such as "Dato: 14.3.2024" at the top says."""
    for line in lines[:15]:
        match = _DATE_LINE.match(line.text)
        if match and (day := iso_date(match[1])):
            findings.facts.setdefault("date", day)


def _spoken(lines: Sequence[Line], chosen: Chosen) -> Iterator[Piece]:
    """Pieces by the labels: what has no label is said by the last one who had."""
    speaker: str | None = None
    pending: int | None = None  # the stamp of words that are yet to come
    fresh = False  # such a label stands right above
    for number, line in enumerate(lines):
        one = chosen.openings.get(number)
        if one is not None and one.label:
            speaker = one.label
            start_ms = pending if one.start_ms is None else one.start_ms
            if one.form == "alone" and _nothing_follows(number, lines, chosen.openings):
                yield Piece(line.text, kind=line.kind, level=line.level, place=line.place)
                speaker = None
            elif one.rest.strip("\f "):
                yield Piece(one.rest, speaker, start_ms, place=line.place)
                pending, fresh = None, False
            else:
                pending, fresh = start_ms, True
                yield Piece(one.rest, speaker)  # no words, but a page may begin here
            continue
        text, start_ms = (line.text, None) if one is None else (one.rest, one.start_ms)
        if _leads_nobody(line):
            speaker = pending = None
        if not text.strip():  # a stamp alone on its line, or a page that begins
            pending = pending if start_ms is None else start_ms
            yield Piece(text)
            continue
        piece = Piece(text, speaker, start_ms, kind=line.kind, level=line.level)
        piece.place = line.place
        piece.joins = line.continues and one is None and not fresh
        fresh = False
        if piece.start_ms is None and not piece.joins:
            piece.start_ms, pending = pending, None
        yield piece


def _nothing_follows(number: int, lines: Sequence[Line], openings: dict[int, Opening]) -> bool:
    """Whether a label alone on its line has no words of its own below: then it is a title."""
    if number + 1 >= len(lines):
        return True
    following = openings.get(number + 1)
    return following is not None and following.label != ""


def _leads_nobody(line: Line) -> bool:
    """Headings, tables and the numbered questions of a guide are not what the last speaker said."""
    if line.kind in ("heading", "table_row"):
        return True
    question = line.kind == "list_item" and line.text.rstrip().endswith("?")
    return question or (not line.continues and bool(_GUIDE_QUESTION.match(line.text)))


def _divided(piece: Piece) -> Iterator[Piece]:
    return without_stamps(piece) if piece.kind == "paragraph" else iter((piece,))


def _close_the_gaps(pieces: list[Piece]) -> None:
    """Where stamps close the words, the next ones begin where the last ones ended."""
    before: int | None = None
    for number, piece in enumerate(pieces):
        if before is not None and piece.start_ms is None and not piece.joins:
            pieces[number] = replace(piece, start_ms=before)
        if piece.text.strip():
            before = piece.end_ms


def _timed(piece: Piece) -> bool:
    return piece.start_ms is not None or piece.end_ms is not None


def _kind_of_transcript(pieces: Sequence[Piece], chosen: Chosen) -> str:
    if any(piece.end_ms is not None for piece in pieces):
        return "f4"
    if any(label.upper().startswith("SPEAKER_") for label in chosen.labels):
        above = any(one.label and one.form == "alone" for one in chosen.openings.values())
        return "atrain" if above else "whisperx"
    return "labels" if chosen.labels else "stamps"
