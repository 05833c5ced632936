"""From a place in a document's text to the place in the file it came from, and back.

Offsets are code points, ends are exclusive; `origins` are those of a `Source`, in rising order in
the text. In the file they rise too, but for a table whose answers a document orders by question.
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
    found = within(origins, start, end)
    if not found:
        return None
    return min(one.raw_start for one in found), max(one.raw_start + one.length for one in found)


def text_span(origins: Sequence[Origin], raw_start: int, raw_end: int) -> Span | None:
    """The stretch of the text that holds what it has of `raw[raw_start:raw_end]`; None for none."""
    spans = [
        (one.start + max(0, raw_start - one.raw_start), one.start + min(one.length, ends))
        for one in origins
        if (ends := raw_end - one.raw_start) > 0 and one.raw_start + one.length > raw_start
    ]
    spans = [span for span in spans if span[0] < span[1]]
    return (min(spans)[0], max(end for _start, end in spans)) if spans else None


def within(origins: Sequence[Origin], start: int, end: int) -> tuple[Origin, ...]:
    """Where `text[start:end]` came from, piece by piece, counted from `start`."""
    first = bisect_right(origins, start, key=_end)
    last = bisect_left(origins, end, key=_start)
    found: list[Origin] = []
    for one in origins[first:last]:
        cut = max(0, start - one.start)
        length = min(end, _end(one)) - one.start - cut
        if length > 0:
            found.append(Origin(one.start + cut - start, one.raw_start + cut, length))
    return tuple(found)


def _start(origin: Origin) -> int:
    return origin.start


def _end(origin: Origin) -> int:
    return origin.start + origin.length
