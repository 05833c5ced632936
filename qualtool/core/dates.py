"""Dates the way researchers write them: a day, a span, a month, "autumn 2023".

What is written stays as it is written. Here is said which days are meant, so that it can be
sorted, and whether it is a date at all: "31.2.2022" has the form of one, but no calendar has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from qualtool.core.date_words import (
    MONTHS,
    SEASONS,
    NoSuchDay,
    Span,
    day_of,
    months_of,
    plain,
    third_of,
    week_of,
    year_of,
)

State = Literal["empty", "exact", "about", "impossible", "unreadable"]

_YEAR: Final = r"['’-]?(\d{4}|\d{2})"
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_DOTTED: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_MONTH_YEAR: Final = re.compile(r"(\d{1,2})[./-](\d{4})")
_WORDED: Final = re.compile(rf"(?:(\d{{1,2}})\.?\s*)?([a-zæøå]+)[.,]*[\s./-]*{_YEAR}")
_MONTH_FIRST: Final = re.compile(r"([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_ONE_YEAR: Final = re.compile(r"\d{4}")
_TWO_YEARS: Final = re.compile(
    r"(?:(?P<winter>vinter(?:en)?|winter)\s+|(?P<school>(?:skole|skule|studie)året|school)\s+)?"
    r"(\d{4})\s?[-–—/]\s?(\d{4}|\d{2})"
)
_WEEK: Final = re.compile(
    r"(?:uke|veke|week|v)\.?\s*(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?\s*[,/]?\s*(\d{4})"
)
_ISO_WEEK: Final = re.compile(r"(\d{4})-?w(\d{1,2})")
_PART: Final = re.compile(
    r"(?:(?P<year>\d{4})[\s-]*)?(?:(?P<q>q|k)(?P<a>\d)|(?P<h>h)(?P<b>\d)|(?P<c>\d)\.?\s+"
    r"(?P<word>kvartal|quarter|halvår|half))(?:[\s,-]*(?P<after>\d{4}))?"
)
_SAME_MONTH: Final = re.compile(r"([a-z]+)\.?\s+(\d{1,2})\s?[-–—]\s?(\d{1,2}),?\s+(\d{4})")
_FROM: Final = re.compile(r"^(?:fra|frå|from|mellom|between)\s+")
_TO: Final = re.compile(
    r"\s*(?:–|—|−|\s-\s|\b(?:til og med|t\.?o\.?m\.?|til|to|until|through|og|and)\b|&)\s*"
)
_LOOSE_TO: Final = re.compile(r"\s*[-/,]\s*")
_LISTED: Final = re.compile(r"\s*(?:[,–—/&]|\b(?:og|and)\b)\s*")
_DAY: Final = re.compile(r"(\d{1,2})\.?")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[./](\d{1,2})\.?")


@dataclass(frozen=True, slots=True)
class Written:
    """What a date as written says: its first and last day (ISO), where they can be told.

    `state`: empty; exact; about ("ca. juli 2022", or a part such as "early May"); impossible (a
    day or month no calendar has, or an end before the beginning); unreadable.
    """

    first: str | None
    last: str | None
    state: State


@lru_cache(maxsize=4096)
def read(written: str) -> Written:
    """What days are meant, and how surely. Never raises.

    Knows "10.3.2026", "2026-03-10", "10. mars 2026", "March 10, 2026", "mars 2026", "jan 22",
    "2026", "høsten 2023", "Q2 2022", "2. kvartal 2022", "uke 14 2023", spans of these such as
    "4.–5.11.2021", "29. sept.–2. okt. 2021", "mai/juni 2022", "skoleåret 2021/22", and what is
    only about then. A time of day and remarks in brackets do not matter.
    """
    if not written.strip():
        return Written(None, None, "empty")
    text, about, third = plain(written)
    try:
        found = _single(text) or _spanned(_FROM.sub("", text))
        if found is None:
            return Written(None, None, "unreadable")
        if found[0] > found[1]:
            raise NoSuchDay
    except NoSuchDay:
        return Written(None, None, "impossible")
    first, last = found if third is None else third_of(found, third)
    return Written(first.isoformat(), last.isoformat(), "about" if about else "exact")


def span(written: str) -> tuple[str | None, str | None]:
    """The first and last day meant, as ISO dates; (None, None) where it cannot be told."""
    found = read(written)
    return found.first, found.last


def order(written: str) -> tuple[str, str, str]:
    """A key to sort dates by: by first day, then by last; what cannot be told comes last."""
    found = read(written)
    return (found.first or "~", found.last or "~", written.casefold())


def _spanned(text: str) -> Span | None:
    if match := _SAME_MONTH.fullmatch(text):  # "Sept 29–30, 2021"
        text = f"{match[2]}. {match[1]} – {match[3]}. {match[1]} {match[4]}"
    for one, other in _halves(text):
        last = _single(other)
        if last is None:
            continue
        first = _single(one)
        if first is None or first[0] > last[1]:  # "September 29–October 2, 2021" is not 2029
            first = _listed(one, last) or first or _spanned(one)
        if first is not None:
            return first[0], last[1]
    return None


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """A span in two: at what surely parts it, else at each sign that may be part of a date."""
    surely = [*_TO.finditer(text)]
    for match in surely or _LOOSE_TO.finditer(text):
        yield text[: match.start()].rstrip(","), text[match.end() :]


def _listed(text: str, last: Span) -> Span | None:
    """The first of several days before the last one: "4., 5. og 9. november 2021"."""
    found = [_completed(each, last) for each in _LISTED.split(text) if each]
    return found[0] if found and None not in found else None


def _completed(text: str, last: Span) -> Span | None:
    """The first half of a span, which leaves out what the second half says."""
    end = last[0]
    if day := _DAY.fullmatch(text):
        return day_of(end.year, end.month, int(day[1]))
    if both := _DAY_MONTH.fullmatch(text):
        text = f"{both[1]}.{both[2]}."
    else:
        text = f"{text.split(',')[0]} "
    found = _single(f"{text}{end.year:04}")
    if found is not None and found[0] > end:  # "28.12.–3.1.2022" begins in the year before
        found = _single(f"{text}{end.year - 1:04}")
    return found


def _single(text: str) -> Span | None:
    """One date or stretch of time that needs nothing else to be understood."""
    if iso := _ISO.fullmatch(text):
        year, month = int(iso[1]), int(iso[2])
        if iso[3]:
            return day_of(year, month, int(iso[3]))
        if month == (year + 1) % 100 and month > 12:  # "2021-22"
            return months_of(year, 1, 12, years=1)
        return months_of(year, month, month)
    if dotted := _DOTTED.fullmatch(text):
        return day_of(year_of(dotted[4]), int(dotted[3]), int(dotted[1]))
    if both := _MONTH_YEAR.fullmatch(text):
        return months_of(int(both[2]), int(both[1]), int(both[1]))
    if _ONE_YEAR.fullmatch(text):
        return months_of(int(text), 1, 12)
    if week := _WEEK.fullmatch(text):
        start = week_of(int(week[3]), int(week[1]))
        return start[0], week_of(int(week[3]), int(week[2] or week[1]))[1]
    if week := _ISO_WEEK.fullmatch(text):
        return week_of(int(week[1]), int(week[2]))
    if first := _MONTH_FIRST.fullmatch(text):
        return _worded(first[2], first[1], int(first[3]))
    return _years(text) or _part(text) or _named(text)


def _named(text: str) -> Span | None:
    text = re.sub(r"\b(autumn|fall|spring) (?:semester|term)\b", r"\1semester", text)
    text = re.sub(r"\b(?:autumn|fall)semester", "høstsemester", text)
    text = text.replace("springsemester", "vårsemester")
    worded = _WORDED.fullmatch(text)
    return _worded(worded[1], worded[2], year_of(worded[3])) if worded else None


def _worded(day: str | None, word: str, year: int) -> Span | None:
    if month := MONTHS.get(word):
        return day_of(year, month, int(day)) if day else months_of(year, month, month)
    if day is None and (season := SEASONS.get(word)):
        return months_of(year, *season)
    return None


def _years(text: str) -> Span | None:
    """Years by two numbers: "2021–22", "skoleåret 2021/22", "vinteren 2022/23"."""
    match = _TWO_YEARS.fullmatch(text)
    if match is None:
        return None
    first = int(match[3])
    last = int(match[4]) if len(match[4]) == 4 else first // 100 * 100 + int(match[4])
    if (match["winter"] or match["school"]) and last != first + 1:
        return None
    if match["winter"]:
        return months_of(first, 12, 2, years=1)
    if match["school"]:
        return months_of(first, 8, 6, years=1)
    return months_of(first, 1, 12, years=last - first)


def _part(text: str) -> Span | None:
    """A quarter or half of a year: "Q2 2022", "2. kvartal 2022", "H1 2023", "2022-Q2"."""
    match = _PART.fullmatch(text)
    if match is None:
        return None
    year = match["after"] or match["year"]
    number = int(match["a"] or match["b"] or match["c"])
    if not year or (match["after"] and match["year"]):
        return None
    months = 3 if match["q"] or match["word"] in ("kvartal", "quarter") else 6
    if not 1 <= number <= 12 // months:
        raise NoSuchDay
    return months_of(int(year), (number - 1) * months + 1, number * months)
