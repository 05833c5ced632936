"""Letters put together from two signs become the one they are (NFC, never NFKC)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from qualtool.core.cleaning.mending import Edit

# Composition never reaches over an ordinary sign, so each run is put in order by itself.
_RUN: Final = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_HIGHEST_PILE: Final = 60


def edits(text: str) -> Iterator[Edit]:
    """What is not in NFC as it is in NFC; mountains of accents on one letter are cut."""
    if unicodedata.is_normalized("NFC", text) and not _may_pile(text):
        return
    for match in _RUN.finditer(text):
        written = match.group()
        composed = unicodedata.normalize("NFC", _without_piles(written))
        if composed != written:
            yield _tight(match.start(), written, composed)


def _may_pile(text: str) -> bool:
    return re.search(r"[^\w\s\x00-\x7f]{100}", text) is not None


def _without_piles(run: str) -> str:
    """Thousands of accents on one letter are no language and take hours to put in order."""
    if len(run) <= _HIGHEST_PILE:
        return run
    kept: list[str] = []
    height = 0
    for sign in run:
        height = height + 1 if unicodedata.combining(sign) else 0
        if height <= _HIGHEST_PILE:
            kept.append(sign)
    return "".join(kept)


def _tight(start: int, written: str, composed: str) -> Edit:
    """The edit without what is the same on both sides."""
    least = min(len(written), len(composed))
    first = 0
    while first < least and written[first] == composed[first]:
        first += 1
    last = 0
    while last < least - first and written[-1 - last] == composed[-1 - last]:
        last += 1
    end = len(written) - last
    return Edit(start + first, start + end, composed[first : len(composed) - last], "signs")
