"""Where runs of words of some quotations stand in many texts, found in one pass.

Not the texts are indexed but the quotations: a text of any length is read once, and only what
stands in a quotation too is remembered. A shingle is a run of words (Broder, A. Z., On the
resemblance and containment of documents, 1997); here runs of four, of two, and single rare words.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.quoted_words import WORD, folded_word

_TEXT: Final = 1 << 32  # a place is the number of the text times this, and the number of the word
_MOST: Final = {4: 600, 2: 1_500, 1: 300}  # places of one shingle that are remembered
_VOTES: Final = 1_500  # places of shingles that are weighed for one quotation
_SLACK: Final = 25  # words that may lie between two parts of what is taken for one place


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text in which a quotation may stand: the numbers of its words."""

    text: int
    first: int
    last: int
    weight: float


class Shingles:
    """The shingles of quotations; give it texts, then ask where a quotation may stand."""

    def __init__(self, quotations: Sequence[Sequence[str]]) -> None:
        self.numbers: dict[str, int] = {}
        self.texts: list[array[int]] = []
        self._read = 0
        self._places: dict[int, dict[tuple[int, ...], array[int]]] = {size: {} for size in _MOST}
        self._counts: dict[int, int] = {}
        self._raw: dict[str, int] = {}
        for words in quotations:
            numbers = [self.numbers.setdefault(word, len(self.numbers) + 1) for word in words]
            for size, places in self._places.items():
                for at in range(len(numbers) - size + 1):
                    places.setdefault(tuple(numbers[at : at + size]), array("Q"))

    def numbered(self, words: Sequence[str]) -> list[int]:
        """The numbers of words; 0 for those of no quotation."""
        return [self.numbers.get(word, 0) for word in words]

    def add(self, text: str) -> int:
        """Read a text; returns its number, from 0."""
        number = len(self.texts)
        words = array("L", map(self._number, WORD.findall(text)))
        self.texts.append(words)
        self._read += len(words)
        base = number * _TEXT
        fours, twos, ones = (self._places[size] for size in (4, 2, 1))
        counts = self._counts
        last = len(words)
        for at, word in enumerate(words):
            if not word:
                continue
            seen = counts[word] = counts.get(word, 0) + 1
            if seen <= _MOST[1]:
                ones[(word,)].append(base + at)
            if at + 1 == last or not words[at + 1]:
                continue
            pair = twos.get((word, words[at + 1]))
            if pair is None:
                continue
            if len(pair) < _MOST[2]:
                pair.append(base + at)
            four = fours.get(tuple(words[at : at + 4]))
            if four is not None and len(four) < _MOST[4]:
                four.append(base + at)
        return number

    def _number(self, word: str) -> int:
        known = self._raw.get(word)
        if known is None:
            known = self._raw[word] = self.numbers.get(folded_word(word), 0)
        return known

    def weight(self, word: int) -> float:
        """How much a word tells: the logarithm of how seldom it is, at least 0.3.

        This is the inverse document frequency of Spärck Jones (1972), over words.
        """
        count = self._counts.get(word, 0)
        return min(2.5, max(0.3, math.log((self._read + 1) / (count + 1)) / 3))

    @property
    def heaviest(self) -> float:
        """What a word weighs that stands once in all the texts."""
        return min(2.5, max(0.3, math.log((self._read + 1) / 2) / 3))

    def windows(self, words: Sequence[int], most: int, room: int = 0) -> list[Window]:
        """The stretches of the texts in which a quotation of these words may stand, best first.

        `room` is how many words more may have been left out of it.
        """
        for size in (4, 2, 1):
            found = self._windows(words, size, most, room)
            if found:
                if size == 4:
                    extra = self._windows(words, 2, most, room)
                    found += [each for each in extra if not any(_meet(each, one) for one in found)]
                return found[:most]
        return []

    def _windows(self, words: Sequence[int], size: int, most: int, room: int) -> list[Window]:
        places = self._places[size]
        rows: list[tuple[int, int, array[int]]] = []
        for at in range(len(words) - size + 1):
            here = places.get(tuple(words[at : at + size]))
            if here and (size > 1 or self._counts.get(words[at], 0) <= _MOST[1]):
                rows.append((len(here), at, here))
        rows.sort(key=lambda row: row[:2])
        votes: list[tuple[int, float]] = []  # place, weight
        for count, at, here in rows:  # the rarest tell most
            if len(votes) > _VOTES:
                break
            rare = sum(map(self.weight, words[at : at + size])) / math.sqrt(count)
            votes.extend([(place, rare) for place in here])
        votes.sort()
        reach = len(words) + _SLACK + room
        spans: list[tuple[float, int, int]] = []
        first = 0
        total = 0.0
        for place, weight in votes:
            total += weight
            while votes[first][0] < place - reach:
                total -= votes[first][1]
                first += 1
            spans.append((total, votes[first][0], place))
        spans.sort(reverse=True)
        chosen: list[Window] = []
        for weight, start, end in spans:
            text = start // _TEXT
            if end // _TEXT != text or weight * 4 < spans[0][0]:
                continue
            window = Window(
                text,
                max(0, start % _TEXT - reach),
                min(len(self.texts[text]), end % _TEXT + size + reach),
                weight,
            )
            if not any(_meet(window, other, 0.6) for other in chosen):
                chosen.append(window)
            if len(chosen) == most:
                break
        return chosen

    def runs_from(self, words: Sequence[int]) -> list[int]:
        """All places, as (text, word) in one number, where exactly these words stand in a row."""
        if len(words) >= 4:
            best = min(
                (tuple(words[at : at + 4]) for at in range(len(words) - 3)),
                key=lambda run: len(self._places[4].get(run, ())),
            )
            size, offset = 4, _index(words, best)
        else:
            size = 2 if len(words) > 1 else 1
            best, offset = tuple(words[:size]), 0
        found = []
        for place in self._places[size].get(best, ()):
            text, at = divmod(place, _TEXT)
            at -= offset
            if at >= 0 and list(self.texts[text][at : at + len(words)]) == list(words):
                found.append(text * _TEXT + at)
        return found


def _index(words: Sequence[int], run: tuple[int, ...]) -> int:
    return next(at for at in range(len(words)) if tuple(words[at : at + len(run)]) == run)


def place_of(place: int) -> tuple[int, int]:
    """The number of the text and of the word."""
    return divmod(place, _TEXT)


def _meet(one: Window, other: Window, share: float = 0.0) -> bool:
    """Whether two windows lie over each other, by more than a share of the first."""
    if one.text != other.text:
        return False
    common = min(one.last, other.last) - max(one.first, other.first)
    return common > share * (one.last - one.first)
