"""A picture of who says how much on what: a bar for each case, parted by theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.chart import SMALL, Bar, Part, Rule, Words, cut, in_rows
from qualtool.core.map_boxes import Measure
from qualtool.core.map_picture import Colours

_ROW: Final = 26
_BAR: Final = 16
_LEGEND: Final = 20
_KEY: Final = 11  # the side of a square of the legend
_GAP: Final = 12
_LETTERS: Final = 0.34  # from the middle of a line of words down to where its letters stand


@dataclass(frozen=True, slots=True)
class Series:
    """A theme with the colour it has in the palette."""

    title: str
    colour: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A case with how many excerpts it has under each theme, in the themes' order."""

    title: str
    counts: tuple[int, ...]


def parts(
    themes: Sequence[Series],
    cases: Sequence[Bars],
    measure: Measure,
    colours: Colours,
    width: int,
) -> tuple[int, list[Part]]:
    """How high the picture is at a width in pixels, and what is drawn.

    Each part of a bar holds its number where there is room for it, and stands in the order of
    the legend, so that the colours are not all that tells them apart.
    """
    ink, muted, line = (colours.roles[each] for each in ("ink", "muted", "line"))
    legend, high = _legend(themes, measure, colours, width)
    found: list[Part] = [*legend]
    top = high + _GAP
    names = max((measure(each.title, SMALL + 1, False) for each in cases), default=0.0)
    left = min(names, width * 0.3) + _GAP
    totals = [sum(each.counts) for each in cases]
    most = max([1, *totals])
    room = width - left - measure(str(most), SMALL, False) - _GAP
    for number, (case, total) in enumerate(zip(cases, totals, strict=True)):
        middle = top + number * _ROW + _ROW / 2
        name = cut(case.title, left - _GAP, measure)
        found.append(Words(name, 0, middle + SMALL * _LETTERS, ink))
        x = left
        for theme, count in zip(themes, case.counts, strict=True):
            if not count:
                continue
            long = room * count / most
            fill, edge = (
                colours.of_code(theme.colour, "tint"),
                colours.of_code(theme.colour, "mark"),
            )
            found.append(Bar(x, middle - _BAR / 2, long, _BAR, fill, edge))
            if measure(str(count), SMALL, False) + 4 <= long:
                found.append(
                    Words(
                        str(count),
                        x + long / 2,
                        middle + SMALL * _LETTERS,
                        colours.of_code(theme.colour, "ink"),
                        SMALL,
                        side="middle",
                    )
                )
            x += long
        found.append(Words(str(total), x + 6, middle + SMALL * _LETTERS, muted, SMALL))
    bottom = top + len(cases) * _ROW
    found.append(Rule(left, top, left, bottom, line))
    return round(bottom + 4), found


def _legend(
    themes: Sequence[Series], measure: Measure, colours: Colours, width: int
) -> tuple[list[Part], float]:
    room = width - _KEY - 6
    names = [cut(each.title, room, measure) for each in themes]
    wide = [_KEY + 6 + measure(each, SMALL + 1, False) for each in names]
    found: list[Part] = []
    row = 0
    for theme, name, (row, left) in zip(themes, names, in_rows(wide, width, 18), strict=True):
        middle = row * _LEGEND + _LEGEND / 2
        found.append(
            Bar(
                left,
                middle - _KEY / 2,
                _KEY,
                _KEY,
                colours.of_code(theme.colour, "tint"),
                colours.of_code(theme.colour, "mark"),
            )
        )
        words = Words(name, left + _KEY + 6, middle + SMALL * _LETTERS, colours.roles["ink"])
        found.append(words)
    return found, (row + 1) * _LEGEND if themes else 0
