"""Which sentences of an edited draft are claims that were known before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from qualtool.core.folding import canonical

_ALMOST: Final = 72.0  # likeness from which on a sentence is an edited one, not another


def matched(known: Mapping[int, str], sentences: Sequence[str]) -> dict[int, int]:
    """For each sentence that was known, by its place: the key it was known by.

    First come the same sentences, in order; then those that are almost the same, the likest first.
    """
    waiting: dict[str, list[int]] = defaultdict(list)
    for key, text in known.items():
        waiting[canonical(text)].append(key)
    found: dict[int, int] = {}
    for at, sentence in enumerate(sentences):
        if same := waiting.get(canonical(sentence)):
            found[at] = same.pop(0)
    left = {key: known[key] for keys in waiting.values() for key in keys}
    new = [at for at in range(len(sentences)) if at not in found]
    return found | _almost(left, {at: sentences[at] for at in new})


def _almost(known: Mapping[int, str], sentences: Mapping[int, str]) -> dict[int, int]:
    from rapidfuzz import fuzz

    before = {key: canonical(text) for key, text in known.items()}
    pairs: list[tuple[float, int, int]] = []
    for at, sentence in sentences.items():
        now = canonical(sentence)
        for key, text in before.items():
            if score := fuzz.ratio(now, text, score_cutoff=_ALMOST):
                pairs.append((-score, at, key))
    found: dict[int, int] = {}
    taken = set[int]()
    for _score, at, key in sorted(pairs):
        if at not in found and key not in taken:
            found[at] = key
            taken.add(key)
    return found
