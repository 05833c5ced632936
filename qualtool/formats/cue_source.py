"""A document out of the cues of a subtitle file, and which program most likely wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qualtool.core.source import Source
from qualtool.formats.assembling import assemble
from qualtool.formats.cautions import note_stock_phrases
from qualtool.formats.cue_turns import pieces_of_cues
from qualtool.formats.cues import Cue
from qualtool.formats.pieces import Findings, Piece
from qualtool.formats.roles import speakers_of
from qualtool.formats.sizes import refuse_if_too_many
from qualtool.formats.spoken_cues import Spoken
from qualtool.formats.spoken_turns import pieces_of_spoken

_TEAMS_NAME: Final = re.compile(r"[0-9a-fA-F-]{30,36}(?:/\d+)?(?:-\d+)?")


def source_of_cues(cues: Sequence[Cue], findings: Findings, *, name: str, format: str) -> Source:
    """The document that cues make."""
    refuse_if_too_many(len(cues), name)
    pieces, labels = pieces_of_cues(cues, findings)
    if findings.recogniser == "cues":
        findings.recogniser = _program(cues, zoom=format == "vtt" and bool(labels))
    if findings.recogniser == "noscribe":
        findings.facts.pop("title", None)  # the name of the recording, which may hold a person's
    return _source(pieces, labels, findings, name, format)


def source_of_spoken(
    spoken: Sequence[Spoken], findings: Findings, *, name: str, format: str
) -> Source:
    """The document that a table makes."""
    refuse_if_too_many(len(spoken), name)
    pieces, labels = pieces_of_spoken(spoken, findings)
    return _source(pieces, labels, findings, name, format)


def _source(
    pieces: list[Piece], labels: list[str], findings: Findings, name: str, format: str
) -> Source:
    speakers, cautions = speakers_of(pieces, labels)
    findings.cautions.extend(cautions)
    note_stock_phrases(pieces, findings)
    return assemble(pieces, speakers, findings, name=name, format=format)


def _program(cues: Sequence[Cue], *, zoom: bool) -> str:
    """Which program most likely wrote the cues."""
    first = cues[:50]
    words = [line for cue in first for line in cue.lines]
    if any(line.startswith("[SPEAKER_") for line in words):
        return "whisperx"
    if any(line.startswith("<v S0") for line in words):
        return "noscribe"
    if any('"' in cue.name for cue in first):
        return "webex"
    if any("<v" in line for line in words) or any(_TEAMS_NAME.fullmatch(c.name) for c in first):
        return "teams"
    if zoom and any(cue.name.isdigit() for cue in first):
        return "zoom"
    return "whisper" if first and not any(cue.name for cue in first) else "cues"
