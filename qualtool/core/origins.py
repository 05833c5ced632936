"""From a place in a document's text to the place in the file it came from, and back.

Offsets are code points, ends are exclusive; `origins` are those of a `Source`, in rising order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from qualtool.core.source import Origin

Span = tuple[int, int]


def raw_span(origins: Sequence[Origin], start: int, end: int) -> Span | None:
    """The stretch of the raw text that `text[start:end]` came from; None where none of it did.

    What was mended or left out between its first and its last character is in the stretch.
    """
    first = bisect_right(origins, start, key=_end)
    last = bisect_left(origins, end, key=_start) - 1
    if first >= len(origins) or last < first:
        return None
    one, other = origins[first], origins[last]
    raw_start = one.raw_start + max(0, start - one.start)
    raw_end = other.raw_start + min(end - other.start, other.length)
    return (raw_start, raw_end) if raw_start < raw_end else None


def text_span(origins: Sequence[Origin], raw_start: int, raw_end: int) -> Span | None:
    """The stretch of the text that holds what it has of `raw[raw_start:raw_end]`; None for none."""
    first = bisect_right(origins, raw_start, key=_raw_end)
    last = bisect_left(origins, raw_end, key=_raw_start) - 1
    if first >= len(origins) or last < first:
        return None
    one, other = origins[first], origins[last]
    start = one.start + max(0, raw_start - one.raw_start)
    end = other.start + min(raw_end - other.raw_start, other.length)
    return (start, end) if start < end else None


def _start(origin: Origin) -> int:
    return origin.start


def _end(origin: Origin) -> int:
    return origin.start + origin.length


def _raw_start(origin: Origin) -> int:
    return origin.raw_start


def _raw_end(origin: Origin) -> int:
    return origin.raw_start + origin.length
