"""Moments in a recording as transcripts write them: "0:03", "00:01:02.5", "00:00:07,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

STAMP: Final = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_DURATION: Final = re.compile(r"(?:(\d+)[ht])?\s*(?:(\d+)m(?:in)?)?\s*(?:(\d+)s)?")


def milliseconds(stamp: str) -> int:
    """A time stamp in milliseconds, with or without hours and decimals.

    Old Teams writes no leading zeros at all ("0:0:2.90"), so there the decimals are read as
    milliseconds; elsewhere as a fraction. A negative part makes the whole count as 0.
    """
    if "-" in stamp:
        return 0
    whole, _, decimals = stamp.replace(",", ".").partition(".")
    fields = whole.split(":")
    seconds = 0
    for part in fields:
        seconds = seconds * 60 + int(part)
    if not decimals:
        return seconds * 1000
    if len(decimals) < 3 and not (len(fields) > 2 and min(map(len, fields[1:])) == 1):
        decimals = decimals.ljust(3, "0")
    return seconds * 1000 + int(decimals)


def length(words: str) -> int | None:
    """A duration such as "1h 2m 3s" (or "1t 2m") in milliseconds; None for anything else."""
    match = _DURATION.fullmatch(words.strip())
    if not words.strip() or match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000


def monotone(moments: Sequence[int]) -> list[int]:
    """Moments that never go back: each is at least the one before.

    A single moment far ahead of the two that follow it is taken for a slip and held back, so
    that it does not push all later ones forward.
    """
    kept: list[int] = []
    latest = 0
    for at, moment in enumerate(moments):
        following = moments[at + 1 : at + 3]
        slip = len(following) == 2 and latest <= following[0] <= following[1] < moment
        latest = latest if slip else max(latest, moment)
        kept.append(latest)
    return kept
