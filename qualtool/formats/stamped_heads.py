"""Transcripts where each speech stands under a line with a name and a time.

Siri Haugen   0:03        Teams (Word), Otter
00:00:05 Speaker 2        Word’s Transcribe
Speaker 1 00:00:05        the same, reversed
[Kari Moe] 10:03:22       Zoom’s saved captions
Kari Moe - 00:15          Fireflies
0:15                      the same without names
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from qualtool.core.times import length, milliseconds
from qualtool.formats.dates import iso_date
from qualtool.formats.known_labels import is_known
from qualtool.formats.pieces import Findings, Line, Piece
from qualtool.formats.program_heads import is_recording
from qualtool.formats.speakers import choose

_TIME: Final = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_NAME_THEN_TIME: Final = re.compile(
    rf"(?P<name>\S(?:[^\t]{{0,78}}?\S)?)(?: {{2,9}}|\s*\t\s*)(?P<time>{_TIME})"
    r"(?P<rest>\s*|[^\d:,.].*)"
)
_TIME_THEN_NAME: Final = re.compile(
    r"\[?(?P<time>\d{1,2}:\d{2}:\d{2})\]?\s+(?P<name>[^\W\d_][^:?!]{0,60})"
)
_NAME_TIME: Final = re.compile(
    r"\[?(?P<name>[^\W\d_][^\[\]:?!\t]{0,60}?)\]? "
    r"(?:[–-] )?[(\[]?"
    rf"(?P<time>\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?|(?<=[(\[]){_TIME})[)\]]?:?"
)
_NAME_SHORT_TIME: Final = re.compile(
    rf"(?P<name>[^\W\d_][^\[\]:?!\t]{{0,60}}?) (?:[–-] )?(?P<time>{_TIME})"
)
_EARLY_MS: Final = 5 * 60_000
_TIME_ALONE: Final = re.compile(rf"[(\[]?(?P<time>{_TIME})[)\]]?")
_STARTED: Final = re.compile(
    r".{0,120}(?:startet|stoppet|starta|stoppa|started|stopped) (?:transkripsjon\w*|transcription)"
)
_OTTER: Final = re.compile(r"Transcribed by https?://otter\.ai/?")
_DATE: Final = re.compile(
    r"(?:\w{3,9} )?(?:\d{1,2}\.? \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4})"
    r"(?:,? (?:kl\.? ?|at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    ms: int
    rest: str = ""


def pieces_under_heads(lines: Sequence[Line], findings: Findings) -> list[Piece]:
    """The speech of a transcript of this shape; an empty list when it is of another."""
    texts = [line.text.strip("\f ") for line in lines]
    teams = any(_STARTED.fullmatch(text) for text in texts[:8])
    otter = any(_OTTER.fullmatch(text) for text in texts[-3:])
    found = [
        (pattern, heads)
        for pattern in (_NAME_THEN_TIME, _TIME_THEN_NAME, _NAME_TIME, _NAME_SHORT_TIME, _TIME_ALONE)
        if (heads := _heads(lines, texts, pattern))
        and (pattern is not _NAME_SHORT_TIME or teams or _is_a_recording(heads))
        and ((pattern is _NAME_THEN_TIME and (teams or otter)) or _holds(heads, texts))
    ]
    if not found:
        return []
    pattern, heads = max(found, key=lambda one: len(one[1]))
    if pattern is _TIME_ALONE and choose(lines).labels:
        return []  # names stand at the beginning of the words below
    first = min(heads)
    named_first = "otter" if otter else "teams"
    findings.recogniser = "word_transcribe"
    if otter or teams or pattern is _NAME_THEN_TIME:
        findings.recogniser = named_first
    pieces = [
        Piece(line.text, place=line.place) for line in _without_header(lines[:first], findings)
    ]
    return pieces + _speech(lines, texts, heads, first)


def _heads(
    lines: Sequence[Line], texts: Sequence[str], pattern: re.Pattern[str]
) -> dict[int, _Head]:
    heads = {}
    for number, text in enumerate(texts):
        if ":" not in text[:160] or lines[number].kind == "table_row":
            continue
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            rest = (found.get("rest") or "").strip()
            heads[number] = _Head(
                (found.get("name") or "").strip(), milliseconds(match["time"]), rest
            )
    return heads


def _is_a_recording(heads: dict[int, _Head]) -> bool:
    """Whether times without hours and brackets are of a recording, and not those of a day."""
    moments = [head.ms for head in heads.values()]
    return len(moments) > 3 and moments[0] < _EARLY_MS and moments == sorted(moments)


def _holds(heads: dict[int, _Head], texts: Sequence[str]) -> bool:
    """Whether the lines found are heads: text stands under them, names return, time goes on."""
    if len(heads) < 2:
        return False
    with_text = sum(
        1
        for number, head in heads.items()
        if head.rest or (number + 1 < len(texts) and number + 1 not in heads)
    )
    moments = [head.ms for head in heads.values()]
    back = sum(1 for one, next_one in pairwise(moments) if next_one < one)
    names = {head.name for head in heads.values()}
    few = len(names) <= max(2, len(heads) // 2) or all(map(is_known, names))
    return with_text >= 0.7 * len(heads) and few and back <= len(heads) // 10


def _speech(
    lines: Sequence[Line], texts: Sequence[str], heads: dict[int, _Head], first: int
) -> list[Piece]:
    pieces: list[Piece] = []
    speaker: str | None = None
    pending: int | None = None
    for number in range(first, len(lines)):
        line, head = lines[number], heads.get(number)
        if head is not None:
            speaker, pending = head.name or None, head.ms
            text = head.rest
        elif _STARTED.fullmatch(texts[number]) or _OTTER.fullmatch(texts[number]):
            continue
        else:
            text = line.text
        if text.strip():
            pieces.append(Piece(text, speaker, pending, kind=line.kind, level=line.level))
            pieces[-1].place = line.place
            pieces[-1].joins = line.continues and head is None and pending is None
            pieces[-1].goes_on = head is None and pending is None and line.kind == "paragraph"
            pending = None
    return pieces


def _without_header(lines: Sequence[Line], findings: Findings) -> list[Line]:
    """What stands before the first speech, less title, date, duration and the recording's name."""
    kept: list[Line] = []
    meeting = False
    for number, line in enumerate(lines):
        text = line.text.strip("\f ")
        if (ms := length(text)) is not None:
            findings.facts["duration_ms"] = ms
            meeting = True
        elif number <= 3 and _DATE.fullmatch(text) and iso_date(text):
            findings.facts["date"] = iso_date(text)
            meeting = True
        elif _STARTED.fullmatch(text):
            meeting = True
        elif is_recording(text):
            # The name of the recording stands between two headings of one or two words.
            if kept and len(kept[-1].text.split()) <= 2:
                kept.pop()
            meeting = True
            findings.recogniser = "word_transcribe"
        elif text:
            kept.append(line)
    if meeting and kept and (len(kept[0].text.split()) <= 2 or lines[0] is kept[0]):
        title = kept.pop(0).text.strip("\f ")
        if " " in title or "-" in title:  # and is no heading such as "Transcript"
            findings.facts["title"] = title
        if day := iso_date(title):
            findings.facts.setdefault("date", day)
    return kept
