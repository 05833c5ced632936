"""Words that subtitles show more than once: lines that roll up, and words lit up one by one.

YouTube’s own subtitles show each line twice, new below and then above the next one, with a time
in front of each word. Whisper and whisperX can repeat a line for each of its words, underlining
the one that is spoken. Only where such marks stand is anything taken for a repetition: people do
say “Ja.” twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from qualtool.formats.cue_text import plain
from qualtool.formats.cues import Cue

_TIMED_WORD: Final = re.compile(r"<\d{1,3}:\d{2}(?::\d{2})?[.,]\d{3}><c[.>]")
_LIT: Final = re.compile(r"<(?:[uU]>|font color|c\.highlight)")


def without_repeats(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues with each line once, where the subtitles are of these kinds; else as they are."""
    timed = sum(any(_TIMED_WORD.search(line) for line in cue.lines) for cue in cues)
    if timed > len(cues) // 4:
        return _rolled(cues)
    lit = sum(any(_LIT.search(line) for line in cue.lines) for cue in cues)
    if lit > len(cues) // 2:
        return _lit(cues)
    return cues


def _rolled(cues: Sequence[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    above: list[str] = []
    for cue in cues:
        shown = [(line, words) for line in cue.lines if (words := plain(line))]
        fresh = [line for line, words in shown if words not in above]
        above = [words for _line, words in shown] or above
        if fresh:
            kept.append(replace(cue, lines=fresh))
    return kept


def _lit(cues: Sequence[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    before = ""
    for cue in cues:
        words = plain(" ".join(cue.lines))
        if kept and words == before:
            end = max(cue.end_ms, kept[-1].end_ms)
            kept[-1] = replace(kept[-1], end_ms=end)
        else:
            kept.append(cue)
        before = words
    return kept
