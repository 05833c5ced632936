"""How much of what participants say is coded, and which stretches are not."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from qualtool.core.counting import WORD
from qualtool.core.source import Turn

LEAST_WORDS: Final = 5  # what is left uncoded between codings and shorter is no stretch
_BIT: Final = 2000  # words
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a document that may be coded: where each begins and ends (code points).

    `firsts` are the numbers of those that are the first of a turn, or of a paragraph where it is
    not known who speaks.
    """

    starts: array[int]
    ends: array[int]
    firsts: array[int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many words there are, how many are coded, and the stretches that are not, in order.

    `places` are where to go in those stretches: what is uncoded of each turn, where it begins and
    ends.
    """

    words: int = 0
    coded: int = 0
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)

    @property
    def percent(self) -> int:
        """The coded words of a hundred; 100 only where all are, 0 only where none is."""
        if not self.coded:
            return 0
        share = round(100 * self.coded / self.words)
        return 100 if self.coded == self.words else min(max(share, 1), 99)

    def between(self, start: int, end: int) -> list[Span]:
        """The uncoded stretches that share a character with a stretch."""
        number = bisect_right(self.ends, start)
        found = []
        while number < len(self.starts) and self.starts[number] < end:
            found.append((self.starts[number], self.ends[number]))
            number += 1
        return found

    def any_between(self, start: int, end: int) -> bool:
        """Whether an uncoded stretch shares a character with a stretch."""
        number = bisect_right(self.ends, start)
        return number < len(self.starts) and self.starts[number] < end

    def beside(self, offset: int, step: int) -> Span | None:
        """The first of `places` that begins after an offset (1), or the last before it (-1)."""
        if step > 0:
            number = bisect_right(self.places, offset, key=_begins)
        else:
            number = bisect_left(self.places, offset, key=_begins) - 1
        return self.places[number] if 0 <= number < len(self.places) else None


def spoken(text: str, turns: Sequence[Turn], interviewers: Collection[int]) -> Iterator[Spoken]:
    """The words of all who are no interviewers; all words where nobody else is known to speak.

    They are read bit by bit: what is given each time is the same, and whole after the last.
    """
    theirs = [(turn.start, turn.end) for turn in turns if turn.speaker not in interviewers]
    found = Spoken(array("q"), array("q"), array("q"))
    for start, end in theirs or _paragraphs(text):
        first = len(found.starts)
        for match in WORD.finditer(text, start, end):
            if len(found.starts) == first:
                found.firsts.append(first)
            found.starts.append(match.start())
            found.ends.append(match.end())
            if len(found.starts) % _BIT == 0:
                yield found
    yield found


def coverage(words: Spoken, codings: Iterable[Span]) -> Coverage:
    """What codings, in order of where they start, cover of the words.

    A word is coded where its first letter is. An uncoded stretch goes from the first to the last
    uncoded word between two codings, over turns of the interviewer too, and has at least
    `LEAST_WORDS` words. A place to go to is what it has of one turn, where that is as long; where
    none of it is, there is one at its beginning.
    """
    starts, ends = words.starts, words.ends
    found = Coverage(len(starts), len(starts))
    uncoded, last = 0, 0  # words that are not, and the first that has not been looked at

    def leave(until: int) -> None:
        nonlocal uncoded
        if until > last:
            uncoded += until - last
            if until - last >= LEAST_WORDS:
                found.starts.append(starts[last])
                found.ends.append(ends[until - 1])
                found.places.extend(_places(words, last, until))

    for start, end in codings:
        if last < len(starts) and end > starts[last]:
            leave(bisect_left(starts, start, last))
            last = bisect_left(starts, end, last)
    leave(len(starts))
    return replace(found, coded=len(starts) - uncoded)


def _places(words: Spoken, first: int, until: int) -> list[Span]:
    """Where to go in an uncoded stretch, given by the numbers of its words."""
    firsts = words.firsts
    within = firsts[bisect_right(firsts, first) : bisect_left(firsts, until)]
    parts = list(pairwise([first, *within, until]))
    long = [(one, other) for one, other in parts if other - one >= LEAST_WORDS]
    return [(words.starts[one], words.ends[other - 1]) for one, other in long or parts[:1]]


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _begins(span: Span) -> int:
    return span[0]
