"""Where a place stands in its sentence, by what is written around it."""

from __future__ import annotations

import re
from typing import Final

_OPENING: Final = " \u00a0\u202f«“„\"'‘’([{*_#>–—-•·|"
_ENDING: Final = ".!?:;…\n\r\t\v\f\u2028\u2029»”)"
_STOP: Final = re.compile(r"[.!?…:;](?=[\s»”\"’)])|[\n\u2028]")
_SHORT: Final = re.compile(
    r"(?:^|[\W\d_])(?:[a-zæøå]|[A-ZÆØÅ]|nr|ca|jf|jfr|kap|kl|dr|st|bl|evt|tlf|mfl|mrk|prof|mr|mrs|"
    r"ms)\Z",
    re.IGNORECASE,
)
_CITED: Final = re.compile(
    r"(?:[ ,&]|og|and|et al\.?|mfl\.?|m\.fl\.?|[A-ZÆØÅ][\w’-]*|[A-Z]\.){0,9}[ ,]{0,2}\(?"
    r"(?:1[89]|20)\d\d[a-z]?(?![\d-])"
)
_BEFORE: Final = 12
_REACH: Final = 400  # code points that a sentence is followed in each direction


def begins(text: str, start: int) -> bool:
    """Whether a place is the first of a sentence, of what is quoted, of a line or a cell."""
    before = text[max(0, start - _BEFORE) : start].rstrip(_OPENING)
    if not before:
        return start <= _BEFORE or text[start - _BEFORE : start].strip(_OPENING) == ""
    if before[-1] == "." and _SHORT.search(before[:-1]):
        return False
    return before[-1] in _ENDING or "«" in text[max(0, start - 2) : start]


def sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence around a place, cut where it goes on for very long."""
    first = max(0, at - _REACH)
    start, end = first, min(len(text), at + _REACH)
    for stop in _STOP.finditer(text, first, end):
        if stop[0] == "." and _SHORT.search(text, max(first, stop.start() - 6), stop.start()):
            continue
        if stop.end() <= at:
            start = stop.end()
        else:
            return start, stop.start()
    return start, end


def is_cited(text: str, end: int) -> bool:
    """Whether a name that ends here is that of an author referred to: "Clark (2021)"."""
    return _CITED.match(text, end) is not None
