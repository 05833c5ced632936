"""Days and months as a reader expects them, in the languages of the program."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

_MONTHS: Final = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}


def month_name(month: int, language: str) -> str:
    """A month's name."""
    return _MONTHS.get(language, _MONTHS["en"]).split()[month - 1]


def day_in_words(day: date, language: str) -> str:
    """A day: 14. mars 2024, or 14 March 2024."""
    stop = "." if language in ("nb", "nn") else ""
    return f"{day.day}{stop} {month_name(day.month, language)} {day.year}"


def day_of(moment_ms: int) -> date:
    """The day of a moment (milliseconds since 1970), where this computer is."""
    return _local(moment_ms).date()


def clock_of(moment_ms: int) -> str:
    """The time of day of a moment, as 14:05."""
    return f"{_local(moment_ms):%H:%M}"


def _local(moment_ms: int) -> datetime:
    try:
        return datetime.fromtimestamp(moment_ms / 1000, UTC).astimezone()
    except (OverflowError, OSError, ValueError):  # written by a clock that was far off
        return datetime.fromtimestamp(0, UTC)
