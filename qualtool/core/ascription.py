"""Whom a draft says that a quotation is from: the names that stand right beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from qualtool.core.names import folded

_BRACKETS: Final = re.compile(r"[\s.,;:!?…»”\"’'›]*[(\[]([^()\[\]]{1,120})[)\]]")
_ALONE: Final = re.compile(r"\s*[(\[]([^()\[\]]{1,120})[)\]]\.?\s*")
_SENTENCE: Final = re.compile(r"(?<=[.!?…])[»”\"’]?\s+(?=[A-ZÆØÅ«“\"])|\n")
_BEFORE: Final = 200  # code points that a lead-in may take
_TAIL: Final = re.compile(r"\s*(,|og|and|&|/|–|-|til|to)\s*(\d{1,3})(?!\w)")
_RANGE: Final = frozenset({"–", "-", "til", "to"})


@dataclass(frozen=True, slots=True)
class Ascribed:
    """Whom a draft says that a quotation is from, and who said it, where they are not the same."""

    to: str
    said_by: str


def behind(text: str, end: int) -> str:
    """What stands in brackets right after a quotation that ends there; nothing without."""
    match = _BRACKETS.match(text, end)
    return match[1] if match is not None else ""


def alone(text: str) -> str:
    """What stands in the brackets that a text consists of; nothing where there is more."""
    match = _ALONE.fullmatch(text)
    return match[1] if match is not None else ""


def leading(text: str, start: int) -> str:
    """The sentence that leads to a quotation with a colon; nothing where no colon does."""
    before = text[max(0, start - _BEFORE) : start].rstrip(" \t«“„\"”‘'‹›»–—-")
    return _SENTENCE.split(before)[-1] if before.endswith(":") else ""


def named(text: str, names: Iterable[str]) -> list[str]:
    """The names that stand whole in a text, in its order, whatever the case of their letters.

    “Informant 1” is not named by “Informant 11”, and both it and “Informant 3” are by
    “Informant 1 and 3”.
    """
    by_folded = {folded(name): name for name in names if folded(name)}
    if not text or not by_folded:
        return []
    longest = sorted(by_folded, key=lambda each: (-len(each), each))
    there = folded(text)
    found: list[str] = []
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", there):
        found.append(match[0])
        found += _counted_on(match[0], there, match.end())
    return list(dict.fromkeys(by_folded[each] for each in found if each in by_folded))


def _counted_on(name: str, text: str, at: int) -> list[str]:
    """What more numbers after a numbered name stand for: “informant 1, 3 and 5”."""
    numbered = re.fullmatch(r"(.*?)(\d{1,3})", name)
    if numbered is None:
        return []
    stem, last = numbered[1], int(numbered[2])
    found: list[str] = []
    while (more := _TAIL.match(text, at)) is not None:
        number = int(more[2])
        numbers = range(last + 1, number + 1) if more[1] in _RANGE else (number,)
        found += [f"{stem}{each}" for each in numbers]
        last, at = number, more.end()
    return found
