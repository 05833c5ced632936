"""Combinations of facts that fit so few people that they tell who somebody is.

A group is k-anonymous when everything shown of a person fits at least that many others too
(Sweeney, L., k-anonymity: a model for protecting privacy, 2002). What is looked for here are the
least combinations that break it: those of which every part alone fits more people (Elliot, M. et
al., SUDA: a program for detecting special uniques, 2005).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

Who = TypeVar("Who", bound=Hashable)
What = TypeVar("What", bound=Hashable)
Fact = tuple[What, str, int, int]  # what, its value, the number of the what, who it fits (bits)
_MOST: Final = 6  # combinations told of one person


@dataclass(frozen=True, slots=True)
class Combination(Generic[Who, What]):
    """Facts (what is known, and what it is) that fit only these people."""

    facts: tuple[tuple[What, str], ...]
    who: tuple[Who, ...]


def combinations(
    people: Mapping[Who, Mapping[What, str]], k: int = 1, *, most: int = _MOST
) -> tuple[Combination[Who, What], ...]:
    """The least combinations of what is shown of people that fit at most `k` of them.

    None holds another one, and an empty value is no fact. All of up to three facts are found, but
    not more than `most` of one person, the shortest first; whoever is given away only by more
    facts than three has one combination at least. They come in order of length.
    """
    everyone = list(people)
    items = _items(people, everyone)
    told: dict[int, int] = {}  # how many combinations have been told, by the person's number
    found: list[tuple[tuple[int, ...], int]] = []
    for chosen, who in _least(items, k):
        members = _numbers(who)
        if any(told.get(each, 0) < most for each in members):
            found.append((chosen, who))
            for each in members:
                told[each] = told.get(each, 0) + 1
    for number in range(len(everyone)):
        if number not in told:
            larger = _shrunk(items, number, k)
            if larger is not None:
                found.append(larger)
                told.update(dict.fromkeys(_numbers(larger[1]), 1))
    return tuple(
        Combination(
            tuple((items[each][0], items[each][1]) for each in chosen),
            tuple(everyone[each] for each in _numbers(who)),
        )
        for chosen, who in found
    )


def within(
    people: Mapping[Who, Mapping[What, str]],
    facts: Mapping[What, str],
    k: int = 1,
    *,
    most: int = _MOST,
) -> tuple[Combination[Who, What], ...]:
    """The least combinations among these facts, shown of one person, that fit at most `k`."""
    kept = {
        who: {what: value for what, value in held.items() if facts.get(what) == value}
        for who, held in people.items()
    }
    order = list(facts)
    return tuple(
        Combination(tuple(sorted(each.facts, key=lambda fact: order.index(fact[0]))), each.who)
        for each in combinations(kept, k, most=most)
    )


def _items(people: Mapping[Who, Mapping[What, str]], everyone: Sequence[Who]) -> list[Fact[What]]:
    """Every fact there is, with whom it fits, in the order in which they are met."""
    bits: dict[What, dict[str, int]] = {}
    for number, who in enumerate(everyone):
        for what, value in people[who].items():
            if value.strip():
                here = bits.setdefault(what, {})
                here[value] = here.get(value, 0) | 1 << number
    return [
        (what, value, place, who)
        for place, (what, values) in enumerate(bits.items())
        for value, who in values.items()
    ]


def _least(items: Sequence[Fact[What]], k: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """The least combinations of up to three facts, the shortest first."""
    common = []
    for number, (_what, _value, _place, who) in enumerate(items):
        if who.bit_count() <= k:
            yield (number,), who
        else:
            common.append(number)
    pairs: dict[int, dict[int, int]] = {}
    rare: set[tuple[int, int]] = set()
    for at, first in enumerate(common):
        place, who = items[first][2], items[first][3]
        here = pairs[first] = {}
        for second in common[at + 1 :]:
            if items[second][2] == place:
                continue
            both = who & items[second][3]
            if both.bit_count() > k:
                here[second] = both
            else:
                rare.add((first, second))
                if both:
                    yield (first, second), both
    for first, seconds in pairs.items():
        for second, both in seconds.items():
            for third in pairs[second]:
                if third in seconds:  # every pair of the three fits more people
                    all_three = both & items[third][3]
                    if all_three and all_three.bit_count() <= k:
                        yield (first, second, third), all_three


def _shrunk(items: Sequence[Fact[What]], number: int, k: int) -> tuple[tuple[int, ...], int] | None:
    """One least combination for a person whom no three facts give away."""
    own = [at for at, item in enumerate(items) if item[3] >> number & 1]
    if not own or _fitting(items, own).bit_count() > k:
        return None
    for each in list(own):
        without = [at for at in own if at != each]
        if without and _fitting(items, without).bit_count() <= k:
            own = without
    return tuple(own), _fitting(items, own)


def _fitting(items: Sequence[Fact[What]], chosen: Sequence[int]) -> int:
    who = items[chosen[0]][3]
    for each in chosen[1:]:
        who &= items[each][3]
    return who


def _numbers(who: int) -> list[int]:
    return [number for number in range(who.bit_length()) if who >> number & 1]
