"""One person under several names: "INGRID" in one file is "Ingrid Moe Haugland" in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from qualtool.core.names import same
from qualtool.core.person_words import words_of_name


def may_be_one(name: str, other: str) -> bool:
    """Whether one name is the other, or a part of it, in any capitals."""
    if same(name, other):
        return True
    one, two = _words(name), _words(other)
    return bool(one and two) and (one <= two or two <= one)


def known_as(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The names that are of the same person as a name, as far as names can tell.

    "Kari" is "Kari Nygård" where no other Kari is among them, and else nobody can say who it is:
    then only the very same name counts.
    """
    found = [other for other in others if may_be_one(name, other)]
    alike = all(may_be_one(one, other) for one in found for other in found)
    return tuple(found if alike else [other for other in found if _words(other) == _words(name)])


def pseudonym_of(name: str, known: Mapping[str, str]) -> str:
    """What stands for the person of a name among the pseudonyms of names; "" if nobody knows."""
    meant = {known[other] for other in known_as(name, known)}
    return meant.pop() if len(meant) == 1 else ""


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in words_of_name(name))
