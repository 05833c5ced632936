"""Telling the old one-byte encodings apart by what Norwegian looks like in them.

The same byte is “ø” in one and “¯” in another. Each reading is judged by where its signs stand:
a Norwegian letter among letters of its own case speaks for it, a symbol inside a word against.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

# The last two are those of DOS in Norway, which write Norwegian alike.
CANDIDATES: Final = ("windows-1252", "mac-roman", "cp865", "cp850")
_NORWEGIAN: Final = frozenset("æøåÆØÅ")
_ACCENTED: Final = frozenset("éèêëóòôöäüáàâçñíÉÈÊÓÒÔÖÄÜÁÀÂÇÑ")
_OPENING: Final = frozenset("«“‘„")
_CLOSING: Final = frozenset("»”’")
_DASHES: Final = frozenset("–—")
_LOOSE: Final = frozenset("…•°§€£ \u00a0½¼©®™·")
_CONTEXT: Final = re.compile(rb"(?s)(?<=(.))([\x80-\xff])(?=(.))")
_SAMPLE: Final = 1_000_000  # bytes; more would tell nothing new


@dataclass(frozen=True, slots=True)
class Reading:
    """An encoding and how well the text looks in it; below 0 it is hardly right."""

    encoding: str
    score: float


def readings(data: bytes) -> list[Reading]:
    """How each encoding would read the bytes, best first; scores are per unusual sign."""
    places = Counter(
        (match[1], match[2], match[3]) for match in _CONTEXT.finditer(b" " + data[:_SAMPLE] + b" ")
    )
    total = sum(places.values()) or 1
    found = []
    for encoding in CANDIDATES:
        score = 0.0
        for signs, times in places.items():
            before, sign, after = (one.decode(encoding, "replace") for one in signs)
            score += times * _fit(before, sign, after)
        found.append(Reading(encoding, score / total))
    return sorted(found, key=lambda reading: -reading.score)


def _fit(before: str, sign: str, after: str) -> float:
    """How natural a sign is between its neighbours, from -3 to 3."""
    inside = before.isalpha() or after.isalpha()
    if sign.isalpha() and sign.isupper() and before.islower():
        return -2.0  # a capital in the middle of a word
    if any(near > "\x7f" and near.isalpha() and near not in _NORWEGIAN for near in before + after):
        return -1.0  # in a row they are letters of another script
    if sign in _NORWEGIAN:
        return 3.0 if inside else 1.0
    if sign in _ACCENTED:
        return 1.5 if inside else -0.5
    if sign in _OPENING:
        return 2.0 if not before.isalnum() and not after.isspace() else -1.0
    if sign in _CLOSING:
        return 2.0 if not before.isspace() and not after.isalpha() else 0.0
    if sign in _DASHES:
        return 2.0 if before.isspace() or before.isdigit() or after.isspace() else 0.0
    if sign in _LOOSE:
        return 1.0 if not (before.isalpha() and after.isalpha()) else -1.0
    if sign.isalpha():
        return -1.0
    return -3.0 if sign == "\ufffd" or inside else -1.0
