"""What a reader takes for one character and for one word, whatever it is written with."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

from PySide6.QtCore import QTextBoundaryFinder

from qualtool.core.offsets import offsets_of

_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_JOINING: Final = "’'-\u2010\u2011"  # between letters, part of a word
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"


def inside_flags(text: str) -> frozenset[int]:
    """The offsets inside a flag, which is written with two letters.

    Qt finds all other characters that are made of several, but divides a flag after an emoji.
    """
    if text.isascii():
        return frozenset()
    return frozenset(match.start() + 1 for match in _FLAG.finditer(text))


def last_boundary(text: str, offset: int) -> int:
    """The offset itself, or where the character made of several begins that it lies in."""
    offsets = offsets_of(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.setPosition(offsets.to_utf16(offset))
    if not finder.isAtBoundary():
        offset = offsets.to_code_points(finder.toPreviousBoundary())
    return offset - 1 if offset in inside_flags(text) else offset


def next_boundary(text: str, offset: int) -> int:
    """Where the character ends that stands at an offset or around it."""
    offsets = offsets_of(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.setPosition(offsets.to_utf16(offset))
    offset = offsets.to_code_points(finder.toNextBoundary())
    return offset + 1 if offset in inside_flags(text) else offset


def word_at(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    """The word at an offset in `start` to `end`; between words, the character that stands there."""
    offset = min(max(offset, start), end)
    if not _in_word(text, start, end, offset):
        return _character_at(text, start, end, offset)
    first = last = offset
    while first > start and _in_word(text, start, end, first - 1):
        first -= 1
    while last < end and _in_word(text, start, end, last):
        last += 1
    while first < offset and not _is_letter(text[first]):
        first += 1  # marks of a sign that is no letter, which belong to it
    return first, last


def _in_word(text: str, start: int, end: int, at: int) -> bool:
    if not start <= at < end:
        return False
    sign = text[at]
    if sign in _JOINING:
        return at > start and at + 1 < end and _is_letter(text[at - 1]) and _is_letter(text[at + 1])
    return _is_letter(sign) or category(sign)[0] == "M" or sign in _UNSEEN


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _character_at(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    """The character at an offset, with all that it is made of."""
    if offset == end:
        return end, end
    said = text[start:end]
    return (
        start + last_boundary(said, offset - start),
        start + next_boundary(said, offset - start),
    )
