"""Whether the same words stand in two places, so that one leads to the other.

A quotation without a name is no longer without one where the same words stand with the name
elsewhere. Texts are compared by runs of four words (shingles; Broder, 1997).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Final, Generic, TypeVar

from qualtool.core.quoted_words import WORD, folded_word

Key = TypeVar("Key", bound=Hashable)
_RUN: Final = 4
_ENOUGH: Final = 4  # runs in common, that is seven words in a row or nearly so
_SHARE: Final = 0.7  # or so much of a short text


class SameWords(Generic[Key]):
    """Texts by their runs of words; ask it which of them holds the words of another text."""

    def __init__(self, texts: Iterable[tuple[Key, str]]) -> None:
        self._runs: dict[tuple[str, ...], list[Key]] = defaultdict(list)
        self._sizes: dict[Key, int] = {}
        for key, text in texts:
            runs = _runs(text)
            self._sizes[key] = len(runs)
            for run in runs:
                self._runs[run].append(key)

    def best(self, text: str) -> Key | None:
        """The text with most of the words of this one, if they are enough to be known again."""
        common: dict[Key, int] = defaultdict(int)
        runs = _runs(text)
        for run in runs:
            for key in self._runs.get(run, ()):
                common[key] += 1
        if not common:
            return None
        key = max(common, key=lambda each: common[each])
        smallest = min(len(runs), self._sizes[key])
        return key if common[key] >= min(_ENOUGH, max(1, smallest * _SHARE)) else None


def _runs(text: str) -> set[tuple[str, ...]]:
    words = list(map(folded_word, WORD.findall(text)))
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
