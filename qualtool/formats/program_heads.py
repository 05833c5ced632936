"""The lines that a transcribing program puts around its words: they are no part of what was said.

aTrain writes "Transcription for …" with the name of the recording; Word's Transcribe the name of
the recording between two headings, such as "Lydfil" and "Transkripsjon"; noScribe a title, itself
and the path. All may hold a name. Google Meet says below that a computer wrote the transcript.
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
_NOSCRIBE: Final = re.compile(
    r"\A(?:[^\r\n]{0,300}\s+)?Transcribed with noScribe\b[^\r\n]{0,100}\s+"
    r"(?:(?:Audio source|\(?Start|\(?Stop|Media)\s?:[^\r\n]{0,500}\s+){0,5}"
)
_HEAD: Final = 3_000
_MEET_ENDS: Final = re.compile(
    r"(?:Meeting|Transcription) ended after \d{1,2}:\d{2}:\d{2}\W*"
    r"|This editable transcript was computer generated and might contain errors\..{0,100}"
)
_LOOKED_AT: Final = 4


def is_recording(text: str) -> bool:
    """Whether a line is the name of a file with sound."""
    return _RECORDING.fullmatch(text) is not None


def below_noscribes_head(raw: str) -> str:
    """A text without the title and the path that noScribe writes above it; "" where it is none."""
    match = _NOSCRIBE.search(raw[:_HEAD])
    return raw[match.end() :] if match else ""


def without_program_head(lines: Sequence[Line], findings: Findings) -> Sequence[Line]:
    """The lines below such a head; which program wrote it is noted, and a date in it."""
    lines = _without_meets_end(lines, findings)
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


def _without_meets_end(lines: Sequence[Line], findings: Findings) -> Sequence[Line]:
    end = len(lines)
    while end and _MEET_ENDS.fullmatch(lines[end - 1].text.strip("\f ")):
        end -= 1
        findings.recogniser = "meet"
    return lines[:end]


def _is_heading(text: str) -> bool:
    return 0 < len(text.split()) <= 2 and text[-1].isalpha()


def _note(findings: Findings, recogniser: str, text: str) -> None:
    findings.recogniser = recogniser
    if day := iso_date(text):
        findings.facts.setdefault("date", day)
