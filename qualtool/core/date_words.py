"""The words in which dates are written in Norwegian and English, as numbers of months and days."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

Span = tuple[date, date]

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february febr feb",
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
_WINTER, _SPRING, _SUMMER, _AUTUMN = (1, 2), (3, 5), (6, 8), (9, 11)
# First and last month. A winter with one year is the part of it that follows the new year.
SEASONS: Final = {
    name: months
    for months, names in (
        (_WINTER, "vinter vinteren winter"),
        (_SPRING, "vår våren spring"),
        (_SUMMER, "sommer sommeren sommar sommaren summer"),
        (_AUTUMN, "høst høsten haust hausten autumn fall"),
        ((1, 6), "vårsemester vårsemesteret vårhalvåret"),
        ((8, 12), "høstsemester høstsemesteret haustsemester haustsemesteret høsthalvåret"),
    )
    for name in names.split()
}
_ORDINALS: Final = {
    "første": 1, "fyrste": 1, "first": 1, "andre": 2, "annet": 2, "second": 2,
    "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4, "siste": -1, "last": -1,
}  # fmt: skip
_THIRDS: Final = {
    word: third
    for third, words in enumerate(
        (
            "tidlig tidleg primo begynnelsen byrjinga starten early beginning start",
            "medio midt midten mid middle",
            "sent seint sein ultimo slutten late end",
        )
    )
    for word in words.split()
}
_ABOUT: Final = re.compile(
    r"^(?:ca|cirka|circa|c|omkring|rundt|kring|omtrent|om lag|rett (?:før|etter)|trolig|truleg|"
    r"antakelig|antagelig|sannsynligvis|about|around|approximately|approx|roughly|probably|"
    r"perhaps|kanskje|truleg|~|≈)(?:\.|\b|(?<=[~≈]))\s*"
)
_THIRD: Final = re.compile(rf"^({'|'.join(_THIRDS)})[\s-]+")
_FILLING: Final = re.compile(
    r"\b(?:den|i|in|on|of|the|av|på|år|året|year|hele|heile|all|whole|"
    r"(?:man|tirs?|tys|ons|tors?|fre|lau?r?|lør|søn|sun)(?:dag)?(?:en)?(?=[\s.,])|"
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?(?=[\s.,]))\b[.,]?\s*"
)
_TIME: Final = re.compile(
    r",?\s*(?:\b(?:kl|klokka|klokken|at)\b\.?\s*\d.*|[t\s]\s*\d{1,2}:\d{2}(?::\d{2})?"
    r"(?:\s*[-–]\s*\d{1,2}:\d{2})?)$"
)
_ASIDE: Final = re.compile(r"\s*\([^()]*\)$")
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_GLUED: Final = re.compile(r"(?<=\d\.)(?=[a-zæøå])")
_LOOSE: Final = re.compile(r"(?<=\d\.)\s+(?=\d)")
_NUMBERED: Final = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+(kvartal|quarter|halvår|half)\b")


class NoSuchDay(ValueError):
    """What is written has the form of a date, but no calendar has it."""


def plain(written: str) -> tuple[str, bool, int | None]:
    """A date stripped to what counts: its words, whether only about then, and which third of it.

    Weekdays, the time of day, remarks in brackets and small words go.
    """
    text = " ".join(written.casefold().split())
    text = _ASIDE.sub("", text)
    about = text.endswith("?")
    text = text.rstrip("? ")
    while match := _ABOUT.match(text):
        about, text = True, text[match.end() :]
    text = _TIME.sub("", text)
    text = _FILLING.sub("", text)
    third = None
    if match := _THIRD.match(text):
        third, text = _THIRDS[match[1]], text[match.end() :]
    text = _ORDINAL.sub("", text)
    text = _LOOSE.sub("", _GLUED.sub(" ", text))
    return _NUMBERED.sub(_with_number, text).strip(" ,"), about or third is not None, third


def _with_number(match: re.Match[str]) -> str:
    number = _ORDINALS[match[1]]
    if number < 0:
        number = 4 if match[2] in ("kvartal", "quarter") else 2
    return f"{number}. {match[2]}"


def year_of(digits: str) -> int:
    """A year of four digits, or of two: 69 is 2069, 70 is 1970 (as POSIX has it)."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def day_of(year: int, month: int, day: int) -> Span:
    """One day. Raises NoSuchDay."""
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise NoSuchDay from error
    return found, found


def months_of(year: int, first: int, last: int, *, years: int = 0) -> Span:
    """From the first day of a month to the last of another, `years` years on. Raises NoSuchDay."""
    try:
        end = calendar.monthrange(year + years, last)[1]
        return date(year, first, 1), date(year + years, last, end)
    except ValueError as error:  # calendar's own error for a month is one too
        raise NoSuchDay from error


def week_of(year: int, week: int) -> Span:
    """A week by ISO 8601, Monday to Sunday. Raises NoSuchDay."""
    try:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=6)
    except (ValueError, OverflowError) as error:
        raise NoSuchDay from error


def third_of(span: Span, third: int) -> Span:
    """The first, middle or last third of a span; of a month the 1st–10th, 11th–20th, 21st–end."""
    first, last = span
    days = (last - first).days + 1
    if days < 3:
        return span
    start = first + timedelta(days=days * third // 3)
    return start, last if third == 2 else first + timedelta(days=days * (third + 1) // 3 - 1)
