"""A picture of when the material came to be: a lane for each phase or kind, along the months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from qualtool.core.chart import SMALL, Bar, Dot, Part, Rule, Words, cut
from qualtool.core.map_boxes import Measure
from qualtool.core.map_picture import Colours

_ROW: Final = 16
_SIGN: Final = 5.0
_AXIS: Final = 22
_LETTERS: Final = 0.34
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200)  # months from one mark to the next


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with its first and last day; an activity's sign is a ring, a document's is full."""

    first: date
    last: date
    activity: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """Moments under one name; `first` and `last` are the days of a phase that has them."""

    title: str
    colour: str
    moments: tuple[Moment, ...]
    first: date | None = None
    last: date | None = None


def parts(
    lanes: Sequence[Lane],
    measure: Measure,
    colours: Colours,
    width: int,
    *,
    legend: tuple[str, str],
) -> tuple[int, list[Part]]:
    """How high the picture is at a width in pixels, and what is drawn.

    Moments that would stand on one another go to a line of their own in the lane. `legend` names
    the sign of a document and that of an activity. There must be at least one day among the lanes.
    """
    days = [day for lane in lanes for day in _days(lane)]
    begins, ends = min(days), max(days)
    names = max(measure(lane.title, SMALL + 1, False) for lane in lanes)
    left = min(names, width * 0.3) + 12
    room = width - left - 2 * _SIGN
    whole = max(1, (ends - begins).days)

    def at(day: date) -> float:
        return left + _SIGN + room * (day - begins).days / whole

    found: list[Part] = []
    top = float(_AXIS)
    bands: list[Part] = []
    for number, lane in enumerate(lanes):
        rows = _rows([(at(each.first), at(each.last)) for each in lane.moments])
        high = (max(rows, default=0) + 1) * _ROW + 8
        if number % 2 == 0:
            bands.append(Bar(0, top, width, high, colours.roles["quiet"]))
        if lane.first or lane.last:
            start, end = at(lane.first or begins), at(lane.last or ends)
            tint = colours.of_code(lane.colour, "tint")
            bands.append(Bar(start - _SIGN, top, end - start + 2 * _SIGN, high, tint))
        name = cut(lane.title, left - 12, measure)
        middle = top + 4 + _ROW / 2 + SMALL * _LETTERS
        found.append(Words(name, 4, middle, colours.roles["ink"]))
        for moment, row in zip(lane.moments, rows, strict=True):
            y = top + 4 + row * _ROW + _ROW / 2
            found += _sign(moment, at(moment.first), at(moment.last), y, lane, colours)
        top += high
    axis = list(_axis(begins, ends, at, top, measure, colours, width))
    found += _legend(legend, top + 18, left, measure, colours)
    return round(top + 30), [*bands, *axis, *found]


def _days(lane: Lane) -> Iterator[date]:
    for moment in lane.moments:
        yield from (moment.first, moment.last)
    yield from (each for each in (lane.first, lane.last) if each)


def _rows(spans: Sequence[tuple[float, float]]) -> list[int]:
    """The line of each span (in order of their beginnings), so that none lies on another."""
    free: list[float] = []
    places: list[int] = []
    for start, end in spans:
        row = next((each for each, till in enumerate(free) if till <= start), len(free))
        if row == len(free):
            free.append(0.0)
        free[row] = end + 2 * _SIGN + 2
        places.append(row)
    return places


def _sign(
    moment: Moment, start: float, end: float, y: float, lane: Lane, colours: Colours
) -> Iterator[Part]:
    mark = colours.of_code(lane.colour, "mark")
    fill = colours.roles["paper"] if moment.activity else mark
    if end - start > 2:
        long = end - start + 2 * _SIGN
        yield Bar(start - _SIGN, y - _SIGN, long, 2 * _SIGN, fill, mark, _SIGN)
    else:
        yield Dot(start, y, _SIGN, fill, mark)


def _axis(
    begins: date,
    ends: date,
    at: Callable[[date], float],
    bottom: float,
    measure: Measure,
    colours: Colours,
    width: int,
) -> Iterator[Part]:
    """A mark at the first of a month, as often as the words have room."""
    months = (ends.year - begins.year) * 12 + ends.month - begins.month + 1
    wide = measure("00.0000", SMALL, False) + 10
    step = next((each for each in _STEPS if months / each * wide <= width * 0.7), _STEPS[-1])
    month = date(begins.year, begins.month, 1)
    number = begins.year * 12 + begins.month - 1
    number += -number % step
    while number // 12 <= date.max.year:
        month = date(number // 12, number % 12 + 1, 1)
        if month > ends:
            break
        if month >= begins:
            x = at(month)
            words = str(month.year) if step >= 12 else f"{month.month}.{month.year}"
            yield Rule(x, _AXIS - 4, x, bottom, colours.roles["line"], dashed=True)
            if x + measure(words, SMALL, False) / 2 <= width:
                yield Words(words, x, 12, colours.roles["muted"], SMALL, side="middle")
        number += step
    if begins.replace(day=1) == ends.replace(day=1):
        day = begins + timedelta(days=(ends - begins).days // 2)
        words = f"{day.month}.{day.year}"
        yield Words(words, at(day), 12, colours.roles["muted"], SMALL, side="middle")


def _legend(
    names: tuple[str, str], y: float, left: float, measure: Measure, colours: Colours
) -> Iterator[Part]:
    x = left + _SIGN
    for name, fill in zip(names, ("muted", "paper"), strict=True):
        yield Dot(x, y - 4, _SIGN, colours.roles[fill], colours.roles["muted"])
        yield Words(name, x + 10, y, colours.roles["muted"], SMALL)
        x += 10 + measure(name, SMALL, False) + 24
