"""Narrows a long list of names to those that fit what is typed, and says why each does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.fuzzy import Entry, letters_of

_ENOUGH: Final = 8  # fits after which misspellings are not looked for
_SHORTEST_MISSPELT: Final = 4
_LIKE: Final = 76.0  # of 100: rapidfuzz's partial ratio from which a name may be meant


@dataclass(frozen=True, slots=True)
class Fit:
    """Why an entry fits: stretches of its name, or the words of its description.

    Neither where the name only resembles what is typed. `rank` is smaller for what fits better.
    """

    number: int
    rank: float
    marks: tuple[tuple[int, int], ...] = ()
    why: str = ""


class Filter:
    """Entries, made ready to be narrowed with every key press."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._names = [entry.name.lower() for entry in entries]
        self._spaced = [f" {name.replace('-', ' ')}" for name in self._names]
        self._texts = [
            f"{name}\n{entry.description.lower()}"
            for name, entry in zip(self._names, entries, strict=True)
        ]

    def warm_up(self) -> None:
        """Have at hand what misspellings need, so that no key waits for it."""
        self._misspelt(" " * _SHORTEST_MISSPELT)

    def find(self, typed: str, limit: int) -> tuple[list[Fit], int]:
        """The best fits, best first, at most `limit`, and how many there are in all.

        In order: names that begin with what is typed, names with a word that does, names that
        hold it or all its words, descriptions that do, and where these are few, names that
        resemble it (rapidfuzz's partial ratio).
        """
        words = typed.lower().split()
        if not words:
            return [], 0
        whole = " ".join(words)
        holding = self._holding(words)
        total = len(holding)
        ranked = self._ranked(holding, whole, words, limit)
        if total < _ENOUGH and len(whole) >= _SHORTEST_MISSPELT:
            held = set(holding)
            like = sorted(each for each in self._misspelt(whole) if each[1] not in held)
            total += len(like)
            ranked += like
        return [self._fit(number, rank, typed) for rank, number in ranked[:limit]], total

    def _holding(self, words: Sequence[str]) -> list[int]:
        first, *rest = words
        found = [number for number, text in enumerate(self._texts) if first in text]
        for word in rest:
            found = [number for number in found if word in self._texts[number]]
        return found

    def _ranked(
        self, holding: Sequence[int], whole: str, words: Sequence[str], limit: int
    ) -> list[tuple[float, int]]:
        """Each with its rank, the best first; beyond the limit the others are not looked at."""
        ranks: dict[int, float] = {}
        for rank, some in enumerate(self._better_first(holding, whole, words)):
            for number in some:
                ranks.setdefault(number, float(rank))
            if len(ranks) >= limit:
                break
        return [(rank, number) for number, rank in ranks.items()]

    def _better_first(
        self, holding: Sequence[int], whole: str, words: Sequence[str]
    ) -> Iterator[Sequence[int]]:
        """What fits in one way after another; a list also has what was in those before it."""
        names, at_word = self._names, f" {whole}"
        yield [number for number in holding if names[number].startswith(whole)]
        yield [number for number in holding if at_word in self._spaced[number]]
        yield [number for number in holding if whole in names[number]]
        yield [number for number in holding if all(word in names[number] for word in words)]
        yield holding

    def _misspelt(self, whole: str) -> list[tuple[float, int]]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            whole, self._names, scorer=fuzz.partial_ratio, score_cutoff=_LIKE, limit=30
        )
        return [
            (5 + (100 - ratio) / 100, number)
            for name, ratio, number in found
            if len(name) > len(whole) - _SHORTEST_MISSPELT  # or only a part of what is typed fits
        ]

    def _fit(self, number: int, rank: float, typed: str) -> Fit:
        entry = self._entries[number]
        if rank < 4:
            return Fit(number, rank, tuple(letters_of(entry.name, typed)))
        if rank < 5:
            return Fit(number, rank, why=_around(entry.description, typed))
        return Fit(number, rank)


def _around(text: str, typed: str) -> str:
    """The words of a description from the first that fits."""
    flat = " ".join(text.split())
    lowered = flat.lower()
    found = [lowered.find(word) for word in typed.lower().split()]
    start = min((place for place in found if place >= 0), default=0)
    begin = flat.rfind(" ", 0, start) + 1
    return f"…{flat[begin:]}" if begin else flat
