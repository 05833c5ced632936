"""A little of the text around a passage, cut between words."""

from __future__ import annotations

import re
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?…][»”\"')\]]*\s+|\n")


def before(text: str, start: int, length: int) -> str:
    """At most `length` characters right before `start`; no word is cut in two."""
    if length <= 0:
        return ""
    first = max(0, start - length)
    if first == 0 or text[first - 1].isspace():
        return text[first:start]
    while first < start and not text[first].isspace():
        first += 1
    return text[first:start].lstrip() if first < start else ""


def sentence_before(text: str, start: int, length: int) -> str:
    """What leads up to `start` from where a sentence begins; at most `length` characters."""
    found = before(text, start, length)
    ends = [match.end() for match in _SENTENCE_END.finditer(found.rstrip())]
    return found[ends[-1] :] if ends else found


def sentence_after(text: str, end: int, length: int) -> str:
    """What follows `end` until a sentence ends; at most `length` characters."""
    found = after(text, end, length)
    first = _SENTENCE_END.search(found, len(found) - len(found.lstrip()))
    return found[: first.end()].rstrip() if first else found


def after(text: str, end: int, length: int) -> str:
    """At most `length` characters right after `end`; no word is cut in two."""
    if length <= 0:
        return ""
    last = min(len(text), end + length)
    if last == len(text) or text[last].isspace():
        return text[end:last]
    while last > end and not text[last - 1].isspace():
        last -= 1
    return text[end:last].rstrip()
