"""Values that may be one value spelt differently: "Lærer", "lærar", "lærer " and "Laerer"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.folding import canonical
from qualtool.core.names import folded

LEAST: Final = 80.0  # likeness, 0 to 100; a changed letter in five
_SURE: Final = 90.0  # from here on the first letter may differ
_MOST: Final = 500  # values; with more of them the column is no list of choices
_SIGNS: Final = re.compile(r"[^\w]+")
_DIGITS: Final = re.compile(r"\d+")
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ö": "o", "ä": "ae"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Spellings that may all be the value `into`; `score` is the least likeness that ties them."""

    into: str
    variants: tuple[str, ...]
    score: float


def suggestions(values: Mapping[str, int]) -> tuple[Suggestion, ...]:
    """Which values may be the same, the likeliest first; `values` are counts by value.

    Two values are alike by the normalised Indel similarity of their folded forms, word order
    aside (rapidfuzz, `ratio` and `token_sort_ratio`). Values whose numbers differ are never
    alike: "Skole 1" is not "Skole 2". What is alike to the same value is one group (union); the
    most frequent spelling of a group is what the others may be joined into.
    """
    names = sorted((name for name in values if name.strip()), key=lambda name: (folded(name), name))
    if len(names) > _MOST:
        return ()
    group = list(range(len(names)))
    scores: dict[int, float] = {}
    for one, other, score in _pairs(names):
        first, second = _root(group, one), _root(group, other)
        if first != second:
            group[second] = first
            scores[first] = min(score, scores.get(first, 100.0), scores.pop(second, 100.0))
    found: list[Suggestion] = []
    for root, score in scores.items():
        members = [names[at] for at in range(len(names)) if _root(group, at) == root]
        into = max(members, key=lambda name: (values[name], name == name.strip(), name))
        variants = tuple(name for name in members if name != into)
        found.append(Suggestion(into, variants, round(score, 1)))
    return tuple(sorted(found, key=lambda each: (-each.score, folded(each.into))))


def likeness(one: str, other: str) -> float:
    """How likely two values are the same, 0 to 100; 0 where they surely are not."""
    return _likeness(_form(one), _form(other))


def _pairs(names: Sequence[str]) -> list[tuple[int, int, float]]:
    forms = [_form(name) for name in names]
    found = [
        (one, other, score)
        for one in range(len(names))
        for other in range(one + 1, len(names))
        if (score := _likeness(forms[one], forms[other])) >= LEAST
    ]
    return sorted(found, key=lambda pair: -pair[2])


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    if one == other:
        return 100.0
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return 0.0
    score = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    return score if score >= _SURE or one[:1] == other[:1] else 0.0


def _form(name: str) -> str:
    """A value as it is compared: letter case, signs and the ways to write æ, ø, å aside."""
    plain = folded(name).translate(_LETTERS).replace("aa", "a").replace("oe", "o")
    return _SIGNS.sub(" ", canonical(plain)).strip()


def _root(group: list[int], at: int) -> int:
    while group[at] != at:
        group[at] = group[group[at]]
        at = group[at]
    return at
