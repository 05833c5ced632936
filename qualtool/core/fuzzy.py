"""Finds names by a few of their letters, the most likely first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_ENOUGH: Final = 8  # hits after which misspellings are not looked for
_SHORTEST_MISSPELT: Final = 4
_LIKE: Final = 74.0  # of 100: rapidfuzz's partial ratio from which a name may be meant
_ALL_BUT_A_SLIP: Final = 80.0
_APART: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with the words that explain it."""

    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, by its number, and how well it fits."""

    number: int
    score: float


class Names:
    """Entries, made ready to be searched with every key press."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._names = [_lowered(entry.name) for entry in entries]
        self._words = [f" {_APART.sub(' ', name)}" for name in self._names]
        self._close = [name.replace(" ", "") for name in self._names]
        self._initials = ["".join(word[0] for word in name.split()) for name in self._words]
        self._descriptions = [_lowered(entry.description) for entry in entries]
        self._lengths = [len(name) / 500 for name in self._names]
        self._nothing = [0.0] * len(entries)

    def find(
        self, query: str, weights: Sequence[float] | None = None, limit: int = 50
    ) -> list[Hit]:
        """What may be meant, the most likely first; for an empty query all, by their weight.

        `weights` say of each entry, from 0 to 1, how likely it is meant whatever is typed.
        In order of likelihood: the name itself, its beginning, the beginning of a word in it, all
        words of the query somewhere in it, its letters without the blanks, its initials, a
        misspelling of it (rapidfuzz's partial ratio), the description.
        """
        words = _lowered(query).split()
        weights = weights or self._nothing
        if not words:
            scores = dict(enumerate(weights))
        else:
            scores = self._by_letters(words)
            letters = len("".join(words))
            if letters >= _SHORTEST_MISSPELT and len(scores) < _ENOUGH:
                for number, score in self._misspelt(" ".join(words)).items():
                    scores[number] = max(score, scores.get(number, 0.0))
            lengths = self._lengths
            scores = {
                number: score + (9 * weights[number] - lengths[number])
                for number, score in scores.items()
            }
        return [Hit(number, score) for number, score in self._best(scores, limit)]

    def _best(self, scores: Mapping[int, float], limit: int) -> list[tuple[int, float]]:
        """The highest scores; of equals, by name. Only what may be among them is put in order."""
        lowest = sorted(scores.values(), reverse=True)[:limit][-1:] or [0.0]
        high = [(-score, number) for number, score in scores.items() if score >= lowest[0]]
        high.sort(key=lambda each: (each[0], self._names[each[1]], each[1]))
        return [(number, -score) for score, number in high[:limit]]

    def _by_letters(self, words: Sequence[str]) -> dict[int, float]:
        whole, letters = " ".join(words), "".join(words)
        scores: dict[int, float] = {}
        if len(letters) > 1:
            scores |= dict.fromkeys(_holding(self._descriptions, words), 20.0)
            scores |= dict.fromkeys(_holding(self._initials, [letters]), 46.0)
            scores |= dict.fromkeys(_holding(self._close, [letters]), 52.0)
        # A list at a time, each of those in it likelier than before: rather than a name at a time,
        # as nearly all of thousands may hold what is typed.
        names, spaced = self._names, self._words
        somewhere = _holding(names, words)
        in_one = [number for number in somewhere if whole in names[number]]
        at_words = _holding(spaced, [f" {word}" for word in words], somewhere)
        begin = [number for number in in_one if names[number].startswith(whole)]
        scores |= dict.fromkeys(somewhere, 57.0)
        scores |= dict.fromkeys(in_one, 62.0)
        scores |= dict.fromkeys(at_words, 70.0)
        scores |= dict.fromkeys([number for number in at_words if whole in names[number]], 78.0)
        scores |= dict.fromkeys(begin, 88.0)
        scores |= dict.fromkeys([number for number in begin if names[number] == whole], 100.0)
        return scores

    def _misspelt(self, query: str) -> dict[int, float]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            query, self._names, scorer=fuzz.partial_ratio, score_cutoff=_LIKE, limit=30
        )
        return {number: 22 + (ratio - _LIKE) / 2 for _name, ratio, number in found}


def misspelt(typed: str, name: str) -> bool:
    """Whether what is typed is all of a name but for a slip or two.

    By rapidfuzz's ratio: a part of a name, or a word much like one, may well be another word.
    """
    from rapidfuzz import fuzz

    return len(typed) >= _SHORTEST_MISSPELT and (
        fuzz.ratio(_lowered(typed), _lowered(name)) >= _ALL_BUT_A_SLIP
    )


def _holding(
    texts: Sequence[str], words: Sequence[str], among: Sequence[int] | None = None
) -> list[int]:
    """Which texts hold all these words, of all or `among` some."""
    first, *rest = words
    if among is None:
        numbers = [number for number, text in enumerate(texts) if first in text]
    else:
        numbers = [number for number in among if first in texts[number]]
    for word in rest:
        numbers = [number for number in numbers if word in texts[number]]
    return numbers


def letters_of(name: str, query: str) -> list[tuple[int, int]]:
    """The stretches of a name that a query stands for, to be shown in bold."""
    lowered = _lowered(name)
    words = _lowered(query).split()
    if not words:
        return []
    whole = " ".join(words)
    for wanted in ([whole], words):
        stretches = [_best_stretch(lowered, word) for word in wanted]
        if all(stretch is not None for stretch in stretches):
            return _joined([stretch for stretch in stretches if stretch is not None])
    letters = "".join(words)
    spaced = re.search(r"\s*".join(map(re.escape, letters)), lowered)
    if spaced is not None:
        return [spaced.span()]
    starts = [word.start() for word in re.finditer(r"\w+", lowered)]
    at = "".join(lowered[start] for start in starts).find(letters)
    if at >= 0:
        return [(start, start + 1) for start in starts[at : at + len(letters)]]
    return []


def _best_stretch(name: str, word: str) -> tuple[int, int] | None:
    """Where a word stands at the beginning of one of the name's, else where it stands at all."""
    first = at = name.find(word)
    while at > 0 and (name[at - 1].isalnum() or name[at - 1] == "_"):
        at = name.find(word, at + 1)
    best = at if at >= 0 else first
    return (best, best + len(word)) if best >= 0 else None


def _joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _lowered(words: str) -> str:
    """In small letters, of the same length, so that places in it are places in the name."""
    lowered = words.lower()
    if len(lowered) == len(words):
        return lowered
    return "".join(small if len(small := char.lower()) == 1 else char for char in words)
