"""What a line looks like by itself: an item of a list, labelled speech, the end of a sentence."""

from __future__ import annotations

import re
from typing import Final

_ENDED: Final = re.compile(r"[.?!:;…][\"”»’')\]]*\s*$|[)\]»”]\s*$")
_LABELLED: Final = re.compile(r"\f*[\[(#]?\w[^:\n]{0,40}:(?:\s|$)|[\[(#]?\d{1,2}:\d\d")
_ITEM: Final = re.compile(r"\s*(?:[-–—•*·o]\s|\d{1,2}[.)]\s|[a-z]\)\s)")


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences, headings with a colon, or remarks in brackets do."""
    return _ENDED.search(line[-8:]) is not None


def opens_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return _ITEM.match(line) is not None


def is_labelled(line: str) -> bool:
    """Whether a line may begin with a speaker's label or a time."""
    return _LABELLED.match(line) is not None


def goes_on(before: str, line: str) -> bool:
    """Whether a line plainly goes on with the sentence of the line before."""
    start = line.lstrip("\f \t«“\"'(")
    if not start or ends_sentence(before):
        return False
    return start[0].islower() or (before.endswith(",") and start[0].isalpha())
