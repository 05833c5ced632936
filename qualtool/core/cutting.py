"""Where a passage may be cut in two: between words, and never inside what is one character."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

_WRITTEN: Final = re.compile(r"\S+")
_JOINER: Final = "\u200d"  # makes one sign of several
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]+")
_TONES: Final = range(0x1F3FB, 0x1F400)  # colours of skin, written after the sign
_JAMO: Final = range(0x1160, 0x1200)  # vowels and ends of Korean syllables


def between_words(text: str, start: int, end: int, at: int) -> int:
    """The place between two words of `start` to `end` that is nearest to `at` (code points).

    It is where a word begins. `at` itself where it lies outside, or there is but one word.
    """
    if not start < at < end:
        return at
    begins = [match.start() for match in _WRITTEN.finditer(text, start, end)][1:]
    return min(begins, key=lambda begin: abs(begin - at), default=at)


def inside_character(text: str, at: int) -> bool:
    """Whether a cut at `at` would divide what is read as one character, such as é, 👩‍🏫 or 🇳🇴.

    Follows the rules of Unicode (UAX 29, extended grapheme clusters) for marks, joined signs,
    tones, flags and Korean syllables.
    """
    if not 0 < at < len(text):
        return False
    here, before = text[at], text[at - 1]
    if category(here)[0] == "M" or here == _JOINER or before == _JOINER:
        return True
    if ord(here) in _TONES or ord(here) in _JAMO:
        return True
    flags = next((match for match in _FLAG.finditer(text) if match.end() > at), None)
    return flags is not None and flags.start() < at and (at - flags.start()) % 2 == 1
