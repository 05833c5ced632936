"""How deep a coding goes: with what is said, or beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qualtool.i18n import mark

SEMANTIC: Final = "semantic"
LATENT: Final = "latent"
DEPTHS: Final = (SEMANTIC, LATENT)
WORDS: Final = {SEMANTIC: mark("Semantic"), LATENT: mark("Latent")}
MEANT: Final = {
    SEMANTIC: mark("Semantic: what is said in so many words"),
    LATENT: mark("Latent: what lies beneath what is said"),
}
SIGNS: Final = {SEMANTIC: "↑", LATENT: "↓"}  # above the surface, and below it


def next_depth(depths: Sequence[str | None]) -> str | None:
    """What a key makes of several depths: semantic, then latent, then neither.

    Those that differ all become semantic first.
    """
    if len(set(depths)) > 1:
        return SEMANTIC
    order = (None, *DEPTHS, None)
    first = depths[0] if depths else None
    return order[order.index(first) + 1] if first in order else SEMANTIC
