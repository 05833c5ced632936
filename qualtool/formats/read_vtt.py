"""Reads WebVTT: subtitles from Teams, Zoom, Whisper, noScribe, Stream and others."""

from __future__ import annotations

import re
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

_HEADER: Final = re.compile(r"WEBVTT(?:[ \t]+(?:-\s*)?(?P<title>.*))?")


def recognise(data: bytes, name: str) -> float:
    """How surely the content is WebVTT."""
    beginning = peek(data).lstrip()
    if beginning.startswith("WEBVTT"):
        return 0.99
    if name.lower().endswith(".vtt") and any(map(is_timing, beginning.split("\n")[:200])):
        return 0.95
    return 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The turns of a WebVTT file; raises `QualtoolError` naming the file."""
    decoded = decode(data, name, choices.encoding)
    refuse_if_too_many(decoded.raw.count("-->"), name)
    cleaned = clean_signs(_without_media(decoded.raw), choices.left_alone)
    refuse_if_endless(cleaned.text, name)
    facts: dict[str, str | int] = {"encoding": decoded.encoding}
    findings = Findings("cues", facts, list(decoded.cautions), cleaned)
    lines = cleaned.text.split("\n")
    header = _HEADER.fullmatch(lines[0].strip())
    if header and header["title"]:
        findings.facts["title"] = header["title"]
    return source_of_cues(parse_cues(lines), findings, name=name, format="vtt")


def _without_media(raw: str) -> str:
    """The text without noScribe's head, where paths and titles give names away."""
    head = raw[: max(0, raw.find("-->"))]
    if "NOTE media:" not in head:
        return raw
    below = max(head.rfind("\n\n"), head.rfind("\n\r\n"))
    return f"WEBVTT{raw[below:]}" if below >= 0 else raw


READER: Final = Reader(
    "vtt",
    mark("WebVTT subtitles"),
    ("vtt",),
    recognise,
    read,
    mark(
        "Teams, Stream, Zoom, Webex, Whisper, whisperX and noScribe: speakers and times; cues "
        "of one speaker become one turn."
    ),
)
