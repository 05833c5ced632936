"""Names so much alike that they may be meant for the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.names import folded
from qualtool.i18n import gettext as _

_LIKE: Final = 82.0  # of 100: rapidfuzz's token sort ratio from which two names are alike
_SHORTEST: Final = 4  # shorter names are alike by chance


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things with names alike, and how alike, of 100."""

    one: int
    other: int
    ratio: float


def most_like(name: str, others: Mapping[int, str]) -> int | None:
    """Which of the others a name is most like, if like enough; None where none is.

    Likeness is rapidfuzz's token sort ratio, so that the order of words matters little.
    """
    from rapidfuzz import fuzz, process

    wanted = folded(name)
    if len(wanted) < _SHORTEST:
        return None
    found = process.extractOne(
        wanted,
        {key: folded(other) for key, other in others.items()},
        scorer=fuzz.token_sort_ratio,
        score_cutoff=_LIKE,
    )
    return found[2] if found else None


def pairs(names: Mapping[int, str], most: int = 200) -> list[Pair]:
    """All pairs of names alike, the most alike first, at most `most`."""
    from rapidfuzz import fuzz, process

    lowered = {key: " ".join(sorted(folded(name).split())) for key, name in names.items()}
    keys = [key for key, name in lowered.items() if len(name) >= _SHORTEST]
    texts: Sequence[str] = [lowered[key] for key in keys]
    found: list[Pair] = []
    for place, key in enumerate(keys):
        for _name, ratio, at in process.extract_iter(
            texts[place], texts[place + 1 :], scorer=fuzz.ratio, score_cutoff=_LIKE
        ):
            found.append(Pair(key, keys[place + 1 + at], ratio))
    found.sort(key=lambda pair: -pair.ratio)
    return found[:most]


def alike(name: str, others: Mapping[int, str]) -> str:
    """What to say where a name is much like another; empty where it is not."""
    found = most_like(name, others)
    return "" if found is None else _("Much like “{code}”.").format(code=others[found])
