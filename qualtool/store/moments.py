"""Moments of the history, as this machine's calendar and clock show them."""

from __future__ import annotations

from datetime import UTC, datetime


def local(ms: int) -> datetime:
    """A moment in milliseconds since 1970 as local time; 1970 itself where it is no date."""
    try:
        return datetime.fromtimestamp(ms / 1000, UTC).astimezone()
    except (OverflowError, OSError, ValueError):  # written by a clock, or a hand, that was far off
        return datetime.fromtimestamp(0, UTC)
