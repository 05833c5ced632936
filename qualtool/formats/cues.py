"""Subtitle files taken apart: cues with their times and lines, whatever program wrote them.

One parser serves VTT and SRT, because what is met in the wild mixes the two: dots and commas,
missing blank lines and numbers, times without hours or leading zeros, below zero or out of order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from qualtool.core.times import milliseconds, monotone

_TIME: Final = r"-?\d{1,3}:-?\d{1,2}(?::-?\d{1,2})?(?:[.,]-?\d{1,3})?"
TIMING: Final = re.compile(rf"\s*({_TIME})\s*(?:-{{1,2}}>|–>|—>|→)\s*({_TIME})(?:\s.*)?")
_SBV: Final = re.compile(r"(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})")
_IDENTIFIER: Final = re.compile(
    r"\s*(?:\d{1,7}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{22,27}(?:/\d+)?(?:-\d+)?)\s*"
)
_DROPPED: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")


@dataclass(slots=True)
class Cue:
    """What is said between two moments (ms), as lines; `name` is the cue's identifier."""

    start_ms: int
    end_ms: int
    lines: list[str] = field(default_factory=list)
    name: str = ""
    place: tuple[int, int] | None = None  # of the lines, in the text they are from


def is_timing(line: str) -> bool:
    """Whether a line says when a cue begins and ends."""
    if ">" in line or "→" in line:
        return ":" in line and TIMING.fullmatch(line) is not None
    return line[:1].isdigit() and _SBV.fullmatch(line.strip()) is not None


def parse_cues(lines: Sequence[str], starts: Sequence[int] | None = None) -> list[Cue]:
    """The cues in the lines of a subtitle file, with times that never go back.

    Notes, styles and regions are left out. Lines that belong to no cue but stand after one are
    words all the same (a blank line inside a cue) and go to the cue before them. `starts` says
    where in the text each line starts; left out, the lines are the whole text.
    """
    starts = starts or list(accumulate((len(line) + 1 for line in lines), initial=0))
    cues: list[Cue] = []
    identifier = ""
    blank = True
    dropping = False
    for number, line in enumerate(lines):
        if not line.strip():
            blank, dropping = True, False
            continue
        if is_timing(line):
            start, end = _times(line)
            cues.append(Cue(start, end, name=identifier))
            identifier, blank, dropping = "", False, False
            continue
        if blank and _DROPPED.fullmatch(line):
            dropping = True
        if not dropping and _is_identifier(lines, number, blank):
            identifier = line.strip()
        elif not dropping and cues:
            cue = cues[-1]
            cue.lines.append(line.strip())
            begun = starts[number] if cue.place is None else cue.place[0]
            cue.place = begun, starts[number] + len(line)
        blank = False
    _let_time_run_forward(cues)
    return cues


def _is_identifier(lines: Sequence[str], number: int, blank: bool) -> bool:
    """Whether a line names the cue that follows: any single line in VTT, a number in SRT."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    if is_timing(following):
        return blank or _IDENTIFIER.fullmatch(lines[number]) is not None
    beyond = lines[number + 2] if number + 2 < len(lines) else ""
    slip = not following.strip() and lines[number].strip().isdigit()
    return slip and is_timing(beyond)


def _times(line: str) -> tuple[int, int]:
    match = TIMING.fullmatch(line) or _SBV.fullmatch(line.strip())
    return (milliseconds(match[1]), milliseconds(match[2])) if match else (0, 0)


def _let_time_run_forward(cues: Sequence[Cue]) -> None:
    for cue, start in zip(cues, monotone([cue.start_ms for cue in cues]), strict=True):
        cue.start_ms = start
        cue.end_ms = max(start, cue.end_ms)
