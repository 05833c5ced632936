"""Dates the way researchers write them: a day, a span, a month, "autumn 2023"."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "mars march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_SEASONS: Final = {
    "vinter": (1, 2), "vinteren": (1, 2), "winter": (1, 2),
    "vår": (3, 5), "våren": (3, 5), "spring": (3, 5),
    "sommer": (6, 8), "sommeren": (6, 8), "sommar": (6, 8), "sommaren": (6, 8), "summer": (6, 8),
    "høst": (9, 11), "høsten": (9, 11), "haust": (9, 11), "hausten": (9, 11),
    "autumn": (9, 11), "fall": (9, 11),
}  # fmt: skip
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_DOTTED: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_WORDED: Final = re.compile(r"(?:(\d{1,2})\.?\s+)?([a-zæøå]+)\.?,?\s+(\d{4})")
_MONTH_FIRST: Final = re.compile(r"([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_YEAR: Final = re.compile(r"\d{4}")
_DASH: Final = re.compile(r"\s*(?:–|—|\s-\s|\btil\b|\bto\b)\s*")
_SHORT_DAY: Final = re.compile(r"(\d{1,2})\.?")
_SHORT_DAY_MONTH: Final = re.compile(r"(\d{1,2})[./](\d{1,2})\.?")
_SHORT_WORD: Final = re.compile(r"(?:(\d{1,2})\.?\s+)?([a-zæøå]+)\.?")

Span = tuple[date, date]


def span(written: str) -> tuple[str | None, str | None]:
    """The first and last day meant, as ISO dates; (None, None) where it cannot be told.

    Knows "10.3.2026", "2026-03-10", "10. mars 2026", "March 10, 2026", "mars 2026", "2026",
    "høsten 2023", and spans of these: "4.–5.11.2021", "mars–mai 2024".
    """
    text = " ".join(written.casefold().split())
    found = _single(text) or _spanned(text)
    if found is None or found[0] > found[1]:
        return None, None
    return found[0].isoformat(), found[1].isoformat()


def _spanned(text: str) -> Span | None:
    parts = _DASH.split(text)
    if len(parts) != 2:
        return None
    last = _single(parts[1])
    if last is None:
        return None
    first = _single(parts[0]) or _completed(parts[0], last)
    return (first[0], last[1]) if first else None


def _completed(text: str, last: Span) -> Span | None:
    """The first half of a span, which leaves out what the second half says."""
    end = last[0]
    if day := _SHORT_DAY.fullmatch(text):
        return _day(end.year, end.month, int(day[1]))
    if both := _SHORT_DAY_MONTH.fullmatch(text):
        return _day(end.year, int(both[2]), int(both[1]))
    if _SHORT_WORD.fullmatch(text):
        return _single(f"{text} {end.year}")
    return None


def _single(text: str) -> Span | None:
    if iso := _ISO.fullmatch(text):
        year, month = int(iso[1]), int(iso[2])
        return _day(year, month, int(iso[3])) if iso[3] else _months(year, month, month)
    if dotted := _DOTTED.fullmatch(text):
        year = int(dotted[3]) + (2000 if len(dotted[3]) == 2 else 0)
        return _day(year, int(dotted[2]), int(dotted[1]))
    if worded := _WORDED.fullmatch(text):
        return _worded(worded[1], worded[2], int(worded[3]))
    if first := _MONTH_FIRST.fullmatch(text):
        return _worded(first[2], first[1], int(first[3]))
    if _YEAR.fullmatch(text):
        return _months(int(text), 1, 12)
    return None


def _worded(day: str | None, word: str, year: int) -> Span | None:
    if month := _MONTHS.get(word):
        return _day(year, month, int(day)) if day else _months(year, month, month)
    if day is None and (season := _SEASONS.get(word)):
        return _months(year, *season)
    return None


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _months(year: int, first: int, last: int) -> Span | None:
    try:
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    except ValueError:
        return None
