"""Reads transcripts that are tables in text: Whisper's TSV, NVivo's, Audacity's labels, CSV."""

from __future__ import annotations

import csv
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.core.tidying import tidy
from qualtool.formats.cue_source import source_of_cues
from qualtool.formats.decoding import LOOKED_AT, decode, peek
from qualtool.formats.pieces import Findings
from qualtool.formats.read_table import read_tables
from qualtool.formats.sizes import refuse_if_too_many
from qualtool.formats.spoken_cues import Spoken, cues_of
from qualtool.formats.timed_table import spoken_in
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

_LINES: Final = 40


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a table of times and words: its first lines are one."""
    beginning = peek(data).split("\n")
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
            if spoken_in(rows):
                return 0.96 if sign == "\t" else 0.9
    return 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The turns of a transcript in a table; raises `QualtoolError` naming the file."""
    decoded = decode(data, name, choices.encoding)
    refuse_if_too_many(decoded.text.count("\n"), name)
    spoken = spoken_in(_rows(decoded.text, data, name, choices.encoding))
    if not spoken:
        raise QualtoolError(
            "no_times",
            _("“{file}” is no table with a column of times and one of words. Read it as text."),
            file=name,
        )
    findings = Findings("table", {"encoding": decoded.encoding}, list(decoded.cautions))
    tidied = [
        Spoken(tidy(each.words), each.start_ms, each.end_ms, tidy(each.speaker)) for each in spoken
    ]
    return source_of_cues(cues_of(tidied), findings, name=name, format="table")


def _rows(text: str, data: bytes, name: str, encoding: str) -> list[list[str]]:
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and sum("\t" in line for line in lines) >= 0.8 * len(lines):
        return [line.split("\t") for line in lines]  # quotation marks are part of the words there
    (table,) = read_tables(data, name, encoding=encoding)
    return [list(row) for row in table]


READER: Final = Reader(
    "table",
    mark("Transcript in a table (Whisper TSV, NVivo)"),
    ("tsv", "csv", "aud"),
    recognise,
    read,
    mark("Whisper’s TSV, NVivo’s tables, Audacity’s labels and Zoom’s chat: speakers and times."),
)
