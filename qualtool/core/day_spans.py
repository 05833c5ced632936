"""Dates and spans as the tables of a report write them: 4.–5.11.2021, or 4–5 November 2021."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from qualtool.core.dates import read
from qualtool.core.day_words import day_in_words, month_name

# What is written with nothing but days and months: no list, no time of day, no week, no season.
_DAYS: Final = re.compile(r"[\d.\s/–—-]*(?:[^\W\d_]+\.?)?[\d.\s/–—-]*(?:[^\W\d_]+\.?)?[\d.\s/–—-]*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_MONTHS: Final = frozenset(
    word[:3]
    for language in ("nb", "nn", "en")
    for word in (month_name(month, language).casefold() for month in range(1, 13))
)


def as_tables_write(written: str, language: str) -> str:
    """A date as it was written, days of it in the form that tables have.

    What is not a day or a span of days ("autumn 2023", "weeks 14–16", "4., 5. and 9.11.") stays
    as it was written.
    """
    found = read(written)
    if found.state != "exact" or found.first is None or found.last is None:
        return written
    first, last = date.fromisoformat(found.first), date.fromisoformat(found.last)
    if first != last and (_whole_months(first, last) or not _only_days(written)):
        return written
    if first == last and not _only_days(written):
        return written
    return span_of_days(first, last, language)


def one_day(written: str) -> date | None:
    """The day that a date means, where it means one and says nothing more."""
    found = read(written)
    if found.state != "exact" or found.first != found.last or not _only_days(written):
        return None
    return date.fromisoformat(found.first) if found.first else None


def span_of_days(first: date, last: date, language: str) -> str:
    """From a day to a day: 4.–5.11.2021, 29.9.–2.10.2021; one day where they are the same."""
    if first == last:
        return _day(first, language)
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    if language == "en":
        if same_month:
            return f"{first.day}–{day_in_words(last, language)}"
        start = day_in_words(first, language)
        start = start.rsplit(" ", 1)[0] if same_year else start
        return f"{start} – {day_in_words(last, language)}"
    if same_month:
        start = f"{first.day}."
    else:
        start = f"{first.day}.{first.month}." + ("" if same_year else str(first.year))
    return f"{start}–{_day(last, language)}"


def period(first: date, last: date, language: str) -> str:
    """The time between two days, in months where it is of whole ones: august–november 2023."""
    if not _whole_months(first, last):
        return span_of_days(first, last, language)
    start, end = (month_name(each.month, language) for each in (first, last))
    if (first.year, first.month) == (last.year, last.month):
        return f"{end} {last.year}"
    if first.year == last.year:
        return f"{start}–{end} {last.year}"
    return f"{start} {first.year} – {end} {last.year}"


def _day(day: date, language: str) -> str:
    if language == "en":
        return day_in_words(day, language)
    return f"{day.day}.{day.month}.{day.year}"


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first != last


def _only_days(written: str) -> bool:
    text = written.strip().casefold()
    return bool(_DAYS.fullmatch(text)) and all(word[:3] in _MONTHS for word in _WORD.findall(text))
