"""Reads transcripts that are tables in text: Whisper's TSV, NVivo's, Audacity's labels, CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from qualtool.core.cleaning import clean_signs
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.core.tidying import tidy
from qualtool.formats.cue_source import source_of_spoken
from qualtool.formats.decoding import LOOKED_AT, decode, peek
from qualtool.formats.pieces import Findings
from qualtool.formats.read_table import separated
from qualtool.formats.sizes import refuse_if_too_many
from qualtool.formats.spoken_cues import Spoken
from qualtool.formats.timed_table import spoken_in
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

_LINES: Final = 40
_CHAT: Final = re.compile(r"^[\d:]{7,8}\t ?(?:From|Fra|Frå) .{1,60}:", re.MULTILINE)
# Newer Zoom writes the words below the names, each line behind a tab.
_BELOW: Final = re.compile(r"\n\t(?=[^\t\n]+(?:\n|\Z))")


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a table of times and words: its first lines are one."""
    beginning = _chat_in_rows(peek(data)).split("\n")
    lines = [line for line in beginning[:_LINES] if line.strip()]
    if len(beginning) > 1 and len(beginning) <= _LINES and len(data) > LOOKED_AT:
        lines.pop()  # cut off in the middle
    for sign in "\t;,":
        if lines and sum(sign in line for line in lines) >= 0.8 * len(lines):
            try:
                rows = (
                    [line.split(sign) for line in lines]
                    if sign == "\t"
                    else list(csv.reader(lines, delimiter=sign))
                )
            except csv.Error:
                continue
            spoken = spoken_in(rows)
            timed = any(each.start_ms is not None for each in spoken)
            # Names before a tab alone are labels in a text, and numbers stand before them here.
            if spoken and (timed or (sign == "\t" and all(map(_is_number, rows)))):
                return 0.96 if sign == "\t" else 0.9
    return 0.0


def _is_number(row: list[str]) -> bool:
    return row[0].strip().rstrip(".)").isdigit()


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The turns of a transcript in a table; raises `QualtoolError` naming the file."""
    decoded = decode(data, name, choices.encoding)
    refuse_if_too_many(decoded.text.count("\n"), name)
    cleaned = clean_signs(decoded.raw, choices.left_alone)
    facts: dict[str, str | int] = {"encoding": decoded.encoding}
    findings = Findings(_program(cleaned.text), facts, list(decoded.cautions))
    findings.cleaned = cleaned
    spoken = _in_tabs(cleaned.text) or _in_columns(cleaned.text, name)
    if not spoken:
        raise QualtoolError(
            "no_times",
            _("“{file}” is no table with a column of times and one of words. Read it as text."),
            file=name,
        )
    return source_of_spoken(spoken, findings, name=name, format="table")


def _program(text: str) -> str:
    """Which program most likely wrote the table."""
    head = " ".join(text[:200].split("\n", 1)[0].split()).casefold()
    if head == "start end text":
        return "whisper"
    if "timespan" in head:
        return "nvivo"
    if "\t[[SPEAKER_" in text[:1000]:
        return "whisperx"
    return "zoom" if _CHAT.search(text[:1000]) else "table"


def _chat_in_rows(text: str) -> str:
    """The text of a chat with each message on one line, all in the same places."""
    return _BELOW.sub("  ", text) if _CHAT.search(text[:1000]) else text


def _in_tabs(text: str) -> list[Spoken]:
    """Who says what in lines with tabs, where quotation marks are part of the words."""
    lines = _chat_in_rows(text).split("\n")
    filled = sum(bool(line.strip()) for line in lines)
    if sum("\t" in line for line in lines) < 0.8 * filled:
        return []
    starts = _starts(lines)
    return [
        replace(one, place=(starts[one.row], starts[one.row + 1] - 1))
        for one in spoken_in([line.split("\t") for line in lines])
    ]


def _in_columns(text: str, name: str) -> list[Spoken]:
    """Who says what in columns with commas or the like between, where cells may be quoted."""
    table, ends = separated(text, name)
    starts = _starts(text.split("\n"))
    return [
        replace(
            one,
            words=tidy(one.words),
            speaker=tidy(one.speaker),
            place=(starts[ends[one.row - 1] if one.row else 0], starts[ends[one.row]] - 1),
        )
        for one in spoken_in([list(row) for row in table])
    ]


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each line begins, and the one that would come after them."""
    return list(accumulate((len(line) + 1 for line in lines), initial=0))


READER: Final = Reader(
    "table",
    mark("Transcript in a table (Whisper TSV, NVivo)"),
    ("tsv", "csv", "aud"),
    recognise,
    read,
    mark("Whisper’s TSV, NVivo’s tables, Audacity’s labels and Zoom’s chat: speakers and times."),
)
