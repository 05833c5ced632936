"""Dates in the heads of transcripts: "10. mars 2026, 10:10a.m.", "14.3.2024", "15 June 2026"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    ("january", "januar"),
    ("february", "februar"),
    ("march", "mars"),
    ("april",),
    ("may", "mai"),
    ("june", "juni"),
    ("july", "juli"),
    ("august",),
    ("september",),
    ("october", "oktober"),
    ("november",),
    ("december", "desember"),
)
_NUMBER_OF: Final = {
    word: number for number, words in enumerate(_MONTHS, start=1) for word in words
}
_WORDED: Final = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]{3,9})\s+(\d{4})\b")
_AMERICAN: Final = re.compile(r"([^\W\d_]{3,9})\s+(\d{1,2}),\s+(\d{4})\b")
_FIGURES: Final = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_IN_NAME: Final = re.compile(r"-(\d{4})(\d{2})(\d{2})_\d{6}")


def iso_date(text: str) -> str:
    """The first date in a line as YYYY-MM-DD, or ""."""
    if match := _WORDED.search(text):
        return _iso(match[3], _NUMBER_OF.get(match[2].lower(), 0), match[1])
    if match := _AMERICAN.search(text):
        return _iso(match[3], _NUMBER_OF.get(match[1].lower(), 0), match[2])
    if match := _FIGURES.search(text):
        return _iso(match[3], match[2], match[1])
    if match := _ISO.search(text) or _IN_NAME.search(text):
        return _iso(match[1], match[2], match[3])
    return ""


def _iso(year: str, month: str | int, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
