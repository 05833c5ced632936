"""Cues written out in a document, as older Teams did in Word: times, then name, then words."""

from __future__ import annotations

from collections.abc import Sequence

from qualtool.formats.cues import Cue, is_timing, parse_cues
from qualtool.formats.pieces import Line


def has_cues(lines: Sequence[Line]) -> bool:
    """Whether a document is a list of cues: at least two lines of times among its first ones."""
    return sum(1 for line in lines[:60] if is_timing(line.text.strip("\f "))) >= 2


def cues_in_lines(lines: Sequence[Line]) -> list[Cue]:
    """The cues of such a document."""
    texts = [line.text.strip("\f ") for line in lines]
    starts = [
        line.place[0] + line.text.index(text)
        for line, text in zip(lines, texts, strict=True)
        if line.place
    ]
    return parse_cues(texts, starts if len(starts) == len(texts) else None)
