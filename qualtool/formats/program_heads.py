"""The lines that a transcribing program puts above its words: they are no part of what was said.

aTrain writes "Transcription for …" with the name of the recording; Word's Transcribe the name of
the recording between two headings, such as "Lydfil" and "Transkripsjon". Both may hold a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qualtool.formats.dates import iso_date
from qualtool.formats.pieces import Findings, Line

_ATRAIN: Final = re.compile(r"Transcription for \S.{0,200}")
_RECORDING: Final = re.compile(
    r".{1,200}\.(?:m4a|mp3|mp4|wav|wma|aac|ogg|flac|webm|mov)", re.IGNORECASE
)
_LOOKED_AT: Final = 4


def is_recording(text: str) -> bool:
    """Whether a line is the name of a file with sound."""
    return _RECORDING.fullmatch(text) is not None


def without_program_head(lines: Sequence[Line], findings: Findings) -> Sequence[Line]:
    """The lines below such a head; which program wrote it is noted, and a date in it."""
    texts = [line.text.strip("\f ") for line in lines[:_LOOKED_AT]]
    for number, text in enumerate(texts):
        if _ATRAIN.fullmatch(text):
            _note(findings, "atrain", text)
            return [*lines[:number], *lines[number + 1 :]]
        if is_recording(text):
            first = number - 1 if number and _is_heading(texts[number - 1]) else number
            beyond = number + 1 < len(texts) and first < number and _is_heading(texts[number + 1])
            _note(findings, "word_transcribe", text)
            return [*lines[:first], *lines[number + (2 if beyond else 1) :]]
    return lines


def _is_heading(text: str) -> bool:
    return 0 < len(text.split()) <= 2 and text[-1].isalpha()


def _note(findings: Findings, recogniser: str, text: str) -> None:
    findings.recogniser = recogniser
    if day := iso_date(text):
        findings.facts.setdefault("date", day)
