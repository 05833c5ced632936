"""How deep a coding goes: with what is said, or beneath it."""

from __future__ import annotations

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
