"""Where in a document something stands: paragraph, turn, page, line and time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qualtool.core.source import Anchor, Locator, Turn
from qualtool.i18n import gettext as _
from qualtool.i18n import words

PlaceKind = Literal["paragraph", "page", "line", "time"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place by one way of counting: a paragraph, page or line number, or "0:12:34"."""

    kind: PlaceKind
    value: str


def paragraph_starts(text: str) -> Sequence[int]:
    """The offset at which each paragraph begins; the first is 0."""
    starts = [0]
    found = text.find("\n")
    while found >= 0:
        starts.append(found + 1)
        found = text.find("\n", found + 1)
    return tuple(starts)


def paragraph_at(starts: Sequence[int], offset: int) -> int:
    """The number of the paragraph an offset lies in, counted from 1."""
    return max(1, bisect_right(starts, offset))


def turns_in(turns: Sequence[Turn], start: int, end: int) -> Sequence[Turn]:
    """The turns that share at least one character with `start` to `end`, in order."""
    first = bisect_right(turns, start, key=lambda turn: turn.end)
    last = first
    while last < len(turns) and turns[last].start < end:
        last += 1
    return turns[first:last]


def turn_at(turns: Sequence[Turn], offset: int) -> Turn | None:
    """The turn an offset lies in."""
    found = turns_in(turns, offset, offset + 1)
    return found[0] if found else None


def time_at(turns: Sequence[Turn], anchors: Sequence[Anchor], offset: int) -> int | None:
    """The last moment in the recording (ms) known at or before an offset."""
    known: list[tuple[int, int]] = []
    at = bisect_right(anchors, offset, key=lambda anchor: anchor.offset)
    if at:
        known.append((anchors[at - 1].offset, anchors[at - 1].ms))
    at = bisect_right(turns, offset, key=lambda turn: turn.start)
    while at and turns[at - 1].start_ms is None:
        at -= 1
    if at and (ms := turns[at - 1].start_ms) is not None:
        known.append((turns[at - 1].start, ms))
    return max(known)[1] if known else None


def locator_at(locators: Sequence[Locator], kind: str, offset: int) -> str | None:
    """The page or line (as the file has it) that an offset lies in."""
    of_kind = [locator for locator in locators if locator.kind == kind]
    at = bisect_right(of_kind, offset, key=lambda locator: locator.offset)
    return of_kind[at - 1].value if at else None


def clock(ms: int) -> str:
    """Milliseconds as hours, minutes and seconds: "0:12:34"."""
    seconds = max(0, ms) // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def place_at(
    scheme: str,
    offset: int,
    *,
    starts: Sequence[int],
    turns: Sequence[Turn] = (),
    anchors: Sequence[Anchor] = (),
    locators: Sequence[Locator] = (),
    lines: Sequence[int] = (),
) -> Place:
    """The place of an offset by a citation scheme: `paragraph`, `line`, `page` or `time`.

    Where the file knows no such places, its paragraph; a line is then counted in `lines`, where
    each begins (`core.lines`), if they are given.
    """
    match scheme:
        case "page" | "line" if value := locator_at(locators, scheme, offset):
            return Place("page" if scheme == "page" else "line", value)
        case "time" if (ms := time_at(turns, anchors, offset)) is not None:
            return Place("time", clock(ms))
        case "line" if lines:
            return Place("line", str(paragraph_at(lines, offset)))
    return Place("paragraph", str(paragraph_at(starts, offset)))


def worded(place: Place, language: str = "") -> str:
    """A place in words ("paragraph 13"), in the program's language or another one."""
    gettext = words(language).gettext if language else _
    match place.kind:
        case "page":
            return gettext("page {number}").format(number=place.value)
        case "line":
            return gettext("line {number}").format(number=place.value)
        case "time":
            return place.value
        case _:
            return gettext("paragraph {number}").format(number=place.value)
