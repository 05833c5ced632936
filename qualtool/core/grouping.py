"""How much of an attribute's value may be shown: all, its group (37: 30–39), or nothing.

A grouping is written in a short form:

- of numbers, a width ("10": 30–39) or bounds ("20, 40, 60": under 20, 20–39, 40–59, 60 or more);
- of dates, "year", "decade", or a number of years;
- of words, the groups with what is in them: "leader = head, deputy; teacher = teacher".

A value that no group holds is not shown: a slip in the grouping must not give somebody away.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from qualtool.core.attribute_values import number
from qualtool.core.dates import read
from qualtool.core.names import folded, tidy
from qualtool.i18n import words

_SEPARATED: Final = re.compile(r"[;,\s]+")
_WHOLE: Final = re.compile(r"-?\d+")


def shown(
    kind: str, visibility: str, grouping: str, value: str, *, language: str = "en"
) -> str | None:
    """What of a value may be shown in a report in this language; None for nothing."""
    if visibility == "shown":
        return value
    return grouped(kind, grouping, value, language=language) if visibility == "grouped" else None


def grouped(kind: str, grouping: str, value: str, *, language: str = "en") -> str | None:
    """The group that a value is in; None where it is in none, or the grouping cannot be read."""
    if not value.strip():
        return None
    match kind:
        case "number":
            return _of_number(grouping, value, language)
        case "date":
            return _of_date(grouping, value)
    return _of_words(grouping, value)


def is_group(kind: str, grouping: str, words: str, *, language: str = "en") -> bool:
    """Whether this is how a value is shown that is in one of the groups: "30–39"."""
    match kind:
        case "number":
            bounds = [int(each) for each in _WHOLE.findall(words)]
            within = (each - below for each in bounds for below in (0, 1))  # "under 20" is of 19
            return any(_of_number(grouping, str(each), language) == words for each in within)
        case "date":
            return any(_of_date(grouping, each) == words for each in _WHOLE.findall(words))
    return any(folded(name) == folded(words) for name, _members in _groups(grouping))


def readable(kind: str, grouping: str) -> bool:
    """Whether a grouping can be read for a kind of attribute."""
    match kind:
        case "number":
            return bool(_bounds(grouping))
        case "date":
            return bool(_years(grouping))
    return bool(_groups(grouping))


def _of_number(grouping: str, value: str, language: str) -> str | None:
    found, bounds = number(value), _bounds(grouping)
    if found is None or not bounds:
        return None
    if len(bounds) == 1:
        first = int(found // bounds[0]) * bounds[0]
        if found < first:  # division goes towards zero, groups go downwards
            first -= bounds[0]
        return _between(first, first + bounds[0])
    gettext = words(language).gettext
    if found < bounds[0]:
        return gettext("under {bound}").format(bound=bounds[0])
    for low, high in pairwise(bounds):
        if found < high:
            return _between(low, high)
    return gettext("{bound} or more").format(bound=bounds[-1])


def _between(low: int, high: int) -> str:
    return str(low) if high == low + 1 else f"{low}–{high - 1}"


def _bounds(grouping: str) -> tuple[int, ...]:
    """The bounds, rising; a single one is a width."""
    parts = [number(part) for part in _SEPARATED.split(grouping.strip())]
    if None in parts or any(part != int(part) for part in parts if part is not None):
        return ()
    bounds = tuple(sorted({int(part) for part in parts if isinstance(part, Decimal)}))
    return () if len(bounds) == 1 and bounds[0] < 1 else bounds


def _of_date(grouping: str, value: str) -> str | None:
    first, width = read(value).first, _years(grouping)
    if first is None or not width:
        return None
    start = int(first[:4]) // width * width
    return _between(start, start + width)


def _years(grouping: str) -> int:
    plain = folded(grouping)
    if plain in ("", "year", "år"):
        return 1
    if plain in ("decade", "tiår"):
        return 10
    return int(plain) if plain.isdecimal() and len(plain) < 4 else 0


def _of_words(grouping: str, value: str) -> str | None:
    wanted = folded(value)
    for name, members in _groups(grouping):
        if wanted in members:
            return name
    return None


def _groups(grouping: str) -> list[tuple[str, frozenset[str]]]:
    found: list[tuple[str, frozenset[str]]] = []
    for part in re.split(r"[;\n]", grouping):
        name, sign, members = part.partition("=")
        if sign and tidy(name):
            found.append((tidy(name), frozenset(map(folded, members.split(",")))))
    return found
