"""Reads SubRip subtitles (SRT), as Whisper and most programs write them, and YouTube's (SBV)."""

from __future__ import annotations

from typing import Final

from qualtool.core.cleaning import clean_signs
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.formats.cue_source import source_of_cues
from qualtool.formats.cues import is_timing, parse_cues
from qualtool.formats.decoding import decode, peek
from qualtool.formats.pieces import Findings
from qualtool.formats.sizes import refuse_if_endless, refuse_if_too_many
from qualtool.i18n import mark


def recognise(data: bytes, name: str) -> float:
    """How surely the content is SRT: the first line, or the one after a number, is of times."""
    lines = [line for line in peek(data).split("\n", 200)[:200] if line.strip()]
    if any(map(is_timing, lines[:3])):
        return 0.9
    if name.lower().endswith(".srt") and any(map(is_timing, lines)):
        return 0.8
    return 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The turns of an SRT file; raises `QualtoolError` naming the file."""
    decoded = decode(data, name, choices.encoding)
    refuse_if_too_many(decoded.raw.count("-->"), name)
    cleaned = clean_signs(decoded.raw, choices.left_alone)
    refuse_if_endless(cleaned.text, name)
    facts: dict[str, str | int] = {"encoding": decoded.encoding}
    findings = Findings("cues", facts, list(decoded.cautions), cleaned)
    return source_of_cues(parse_cues(cleaned.text.split("\n")), findings, name=name, format="srt")


READER: Final = Reader(
    "srt",
    mark("SRT subtitles"),
    ("srt", "sbv"),
    recognise,
    read,
    mark(
        "Whisper, whisperX and other subtitles: speakers and times; cues of one speaker "
        "become one turn."
    ),
)
