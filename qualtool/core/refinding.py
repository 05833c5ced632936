"""Whether the same words stand in two places, so that one leads to the other.

A quotation without a name is no longer without one where the same words stand with the name
elsewhere. Texts are compared by runs of four words (shingles; Broder, 1997).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from qualtool.core.quoted_words import WORD, folded_word

Key = TypeVar("Key", bound=Hashable)
Other = TypeVar("Other")
_RUN: Final = 4
_ENOUGH: Final = 4  # runs in common, that is seven words in a row or nearly so
_SHARE: Final = 0.7  # or so much of the shorter one of the two


def found_again(texts: Mapping[Key, str], others: Iterable[tuple[Other, str]]) -> dict[Key, Other]:
    """For each text the other one with most of its words, if they are enough to be known again."""
    runs_of: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    sizes: dict[Key, int] = {}
    for key, text in texts.items():
        runs = set(_runs(_words(text)))
        sizes[key] = len(runs)
        for run in runs:
            runs_of[run].append(key)
    known = {word for run in runs_of for word in run}
    best: dict[Key, tuple[int, Other]] = {}
    for other, text in others if runs_of else ():
        words = _words(text)
        if sum(map(known.__contains__, words)) < _RUN:
            continue
        runs = set(_runs(words))
        common = Counter(key for run in runs if run in runs_of for key in runs_of[run])
        for key, count in common.items():
            needed = min(_ENOUGH, max(1.0, min(sizes[key], len(runs)) * _SHARE))
            if count >= needed and (key not in best or count > best[key][0]):
                best[key] = count, other
    return {key: other for key, (_count, other) in best.items()}


def _words(text: str) -> list[str]:
    return list(map(folded_word, WORD.findall(text)))


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(_RUN)), strict=False)
