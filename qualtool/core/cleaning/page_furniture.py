"""Printed page numbers, running heads and feet: found by what comes back from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = re.compile(
    r"(?:[-–—|]\s*)?(?:side|page|s\.|p\.)?\s*(?P<number>\d{1,4})"
    r"(?:\s*(?:/|av|of)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_IN_HEAD: Final = re.compile(
    r"(?P<first>\d{1,4})(?:\s*[|–—-]\s*|\s+)\D.*|.*\D(?:\s*[|–—-]\s*|\s+)(?P<last>\d{1,4})"
)
_DIGITS: Final = re.compile(r"\d+")
_DEEP: Final = 3  # lines at the top and the foot of a page that are looked at


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line with text on a page, and where it is: from its first sign to its last."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Lifted:
    """The lines of a page that are no text of the document, and the page's printed number."""

    lines: tuple[PageLine, ...]
    number: int | None


def furniture(pages: Sequence[Sequence[PageLine]]) -> list[Lifted]:
    """What is to be lifted out of each page, given its lines with text."""
    shift = _shift(pages)
    heads = _recurring(pages)
    lifted: list[Lifted] = []
    for index, lines in enumerate(pages):
        number = None if shift is None else index + shift
        taken: list[PageLine] = []
        deep = _deep(lines)
        for edge in (lines[:deep], lines[-deep:][::-1]):
            for line in edge:
                if line in taken:
                    break
                expected = number is not None and number in _numbers(line.text)
                # At the top of the first page it is the title that the others repeat.
                title = index == 0 and edge[0] is lines[0] and alone(line.text) is None
                if not (expected or (_folded(line.text) in heads and not title)):
                    break
                taken.append(line)
        lifted.append(Lifted(tuple(sorted(taken, key=lambda one: one.start)), number))
    gone = sum(len(line.text) for one in lifted for line in one.lines)
    if 2 * gone > sum(len(line.text) for lines in pages for line in lines):
        return [Lifted((), one.number) for one in lifted]  # what is left would be no document
    return lifted


def alone(text: str) -> int | None:
    """The page number a line is, or None where it is more or less than one."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match["number"]) if match else None


def _numbers(text: str) -> frozenset[int]:
    """The page numbers a line alone at the edge of a page may hold."""
    number = alone(text)
    return frozenset() if number is None else frozenset((number,))


def _edges(lines: Sequence[PageLine]) -> list[PageLine]:
    deep = _deep(lines)
    return list({line.start: line for line in (*lines[:deep], *lines[-deep:])}.values())


def _deep(lines: Sequence[PageLine]) -> int:
    """How many lines are looked at: never more than a third of a page at either end."""
    return min(_DEEP, max(1, len(lines) // 3))


def _shift(pages: Sequence[Sequence[PageLine]]) -> int | None:
    """What is added to the place of a page in the file to get its printed number."""
    votes: Counter[int] = Counter()
    for index, lines in enumerate(pages):
        found = {number - index for line in _edges(lines) for number in _any_numbers(line.text)}
        votes.update(found)
    if not votes:
        return None
    shift, count = votes.most_common(1)[0]
    return shift if count >= 2 and count >= 0.4 * len(pages) else None


def _any_numbers(text: str) -> set[int]:
    """Also the number that opens or closes a running head."""
    if (number := alone(text)) is not None:
        return {number}
    match = _IN_HEAD.fullmatch(text) if len(text) <= 100 else None
    return {int(one) for one in match.groups() if one} if match else set()


def _recurring(pages: Sequence[Sequence[PageLine]]) -> frozenset[str]:
    """Lines that come back, but for their digits, at the edge of page after page."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_folded(line.text) for line in _edges(lines) if len(line.text) <= 100})
    enough = max(3, 0.3 * len(pages))
    return frozenset(text for text, count in seen.items() if count >= enough and len(text) > 1)


def _folded(text: str) -> str:
    return " ".join(_DIGITS.sub("0", text).casefold().split())
