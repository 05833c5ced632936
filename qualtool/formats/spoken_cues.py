"""What programs tell of who says what from when, put into cues as a subtitle file has them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import Final

from qualtool.formats.cues import Cue
from qualtool.formats.pieces import Place

LONGEST_MS: Final = 1_000 * 3_600_000  # what is beyond is no moment in a recording


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words with their moments in milliseconds, None where the file has none; "" for nobody.

    `place` is the stretch of the file's cleaned text they stand in, where that is known.
    """

    words: str
    start_ms: int | None
    end_ms: int | None
    speaker: str = ""
    row: int = 0  # of the table it stands in
    place: Place | None = None


def cue_of(spoken: Spoken, before: Spoken | None) -> Cue:
    """A cue; what has no times of its own begins where the one before ends."""
    start = spoken.start_ms
    if start is None:
        start = (before.end_ms or before.start_ms or 0) if before else 0
    end = spoken.end_ms if spoken.end_ms is not None else start
    words = escape(spoken.words, quote=False)
    if spoken.speaker:
        words = f"<v {escape(spoken.speaker, quote=False)}>{words}"
    return Cue(start, max(start, end), [words], place=spoken.place)


def cues_of(spoken: list[Spoken]) -> list[Cue]:
    """The cues of all that is spoken, in order."""
    return [
        cue_of(one, spoken[number - 1] if number else None) for number, one in enumerate(spoken)
    ]


def ms_of(seconds: object) -> int | None:
    """Seconds as a program writes them, in milliseconds; None for anything else."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    if not math.isfinite(seconds) or abs(seconds) * 1000 > LONGEST_MS:
        return None
    return max(0, round(seconds * 1000))
