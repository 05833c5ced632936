"""Reads the JSON of Whisper, whisperX, aTrain and programs built on them.

The shapes are those of openai/whisper (`segments` with `start`, `end`, `text`), whisperX and aTrain
(each with a `speaker`, the words perhaps without times), whisper.cpp (`transcription` with
`offsets`), and the pipelines of transformers (an array of, or `chunks` with, `timestamp` and
`text`). Probabilities and single words are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from qualtool.core.cleaning import clean_signs
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.core.tidying import tidy
from qualtool.formats.cue_source import source_of_cues
from qualtool.formats.decoding import decode, peek
from qualtool.formats.pieces import Findings
from qualtool.formats.sizes import refuse_if_endless, refuse_if_too_many
from qualtool.formats.spoken_cues import LONGEST_MS, Spoken, cues_of, ms_of
from qualtool.formats.unreadable import refuse_wordless
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

_KEYS: Final = ('"segments"', '"chunks"', '"timestamp"', '"transcription"')


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a transcript in JSON."""
    beginning = peek(data).lstrip()
    if not beginning.startswith(("{", "[")):
        return 0.0
    if any(key in beginning for key in _KEYS) and '"text"' in beginning:
        return 0.95
    return 0.6 if name.lower().endswith(".json") else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The turns of a transcript in JSON; raises `QualtoolError` naming the file."""
    decoded = decode(data, name, choices.encoding)
    refuse_if_endless(decoded.text, name)
    refuse_if_too_many(decoded.text.count('"text"'), name)
    try:
        held = json.loads(decoded.text)
    except (ValueError, RecursionError) as fault:
        raise QualtoolError(
            "file_damaged",
            _("“{file}” is cut off or damaged: it is no whole JSON. Fetch or export it once more."),
            file=name,
        ) from fault
    spoken = [one for one in _spoken(held) if one.words]
    if not spoken:
        raise refuse_wordless(name)
    recogniser = "whisperx" if any(one.speaker for one in spoken) else "whisper"
    findings = Findings(recogniser, {"encoding": decoded.encoding}, list(decoded.cautions))
    # Where signs are escaped ("\\u00e5"), nobody could read the file as it stands: its words alone.
    for raw in (decoded.raw, "\n".join(one.words for one in spoken)):
        cleaned = clean_signs(raw, choices.left_alone)
        if placed := _placed(spoken, cleaned.text):
            spoken, findings.cleaned = placed, cleaned
            break
    return source_of_cues(cues_of(spoken), findings, name=name, format="json")


def _placed(spoken: list[Spoken], text: str) -> list[Spoken]:
    """The same with the places of the words; nothing where signs in the file are escaped."""
    placed = []
    at = max(*(text.find(key) for key in ('"segments"', '"chunks"', '"transcription"')), 0)
    for one in spoken:
        at = text.find(one.words, at)
        if at < 0:
            return []
        placed.append(replace(one, place=(at, at + len(one.words))))
        at += len(one.words)
    return placed


def _spoken(held: Any) -> Iterator[Spoken]:
    parts = held
    if isinstance(held, dict):
        parts = held.get("segments") or held.get("chunks") or held.get("transcription") or []
        if not parts and isinstance(held.get("text"), str):
            parts = [held]
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict):
            yield _one(part)


def _one(part: dict[str, Any]) -> Spoken:
    span = part.get("timestamp")
    start, end = part.get("start"), part.get("end")
    if isinstance(span, list) and len(span) == 2:
        start, end = span
    offsets = part.get("offsets")
    if isinstance(offsets, dict):  # whisper.cpp counts in milliseconds
        start, end = (_seconds(offsets.get(key)) for key in ("from", "to"))
    said, speaker = part.get("text"), part.get("speaker")
    words = tidy(said).replace("\n", " ").strip() if isinstance(said, str) else ""
    name = " ".join(tidy(speaker).split())[:80] if isinstance(speaker, str) else ""
    return Spoken(words, ms_of(start), ms_of(end), name)


def _seconds(ms: object) -> float | None:
    return ms / 1000 if isinstance(ms, int) and abs(ms) < LONGEST_MS else None


READER: Final = Reader(
    "json",
    mark("Transcript in JSON (Whisper)"),
    ("json",),
    recognise,
    read,
    mark(
        "Whisper, whisperX and aTrain: speakers and times; single words and probabilities "
        "are left out."
    ),
)
