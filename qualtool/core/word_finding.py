"""Words looked for wherever they stand, and what each place becomes when they are replaced."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_APOSTROPHES: Final = "'’"
_QUOTED: Final = "['’‘]"
_ENDINGS: Final = "(?:['’]s|s)?"  # where a quotation mark may follow
_ALL_ENDINGS: Final = "(?:s['’]|['’]s|s|(?<=[sxzSXZ])['’])?"
_HISSING: Final = ("s", "x", "z")
_SPACE: Final = "[ \u00a0\u202f]+"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to look for, and how exactly.

    `whole_words`: not inside a longer word. `match_case`: capital and small letters as given.
    `endings`: whole words, also with a genitive: of "Kari" also "Karis", "Kari's" and "Karis'".
    """

    words: str
    whole_words: bool = False
    match_case: bool = False
    endings: bool = False


def places(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where the words stand in a text (code points, end exclusive), in order.

    A space in the words may be any run of spaces, but no line break. A word ends where its
    letters end, so that "Kari" is found in "Intervju_Kari2".
    """
    pattern = _pattern(wanted)
    if pattern is None:
        return
    # Looking for the first word alone is many times faster than a pattern that skips case.
    first = _tidy(wanted.words).split(" ")[0]
    plain = text if wanted.match_case else text.lower()
    first = first if wanted.match_case else first.lower()
    if len(plain) != len(text):
        yield from (match.span() for match in pattern.finditer(text))
        return
    at = plain.find(first)
    while at >= 0:
        match = pattern.match(text, at)
        if match:
            yield match.span()
        at = plain.find(first, match.end() if match else at + 1)


def keeps_its_capitals(words: str) -> bool:
    """Whether words look like a pseudonym, which is written in one way: "Informant 5", "[navn]"."""
    parts = words.split()
    named = len(parts) > 1 and all(not part[0].islower() for part in parts)
    return named or words.startswith("[") or any(char.isdigit() for char in words)


def worded(stands: str, wanted: Wanted, replacement: str) -> str:
    """What a place becomes: the replacement, with the genitive and the capitals it stands with."""
    words = unicodedata.normalize("NFC", replacement)
    sought = _tidy(wanted.words)
    ending = _ending(stands, wanted)
    bare = stands[: len(stands) - len(ending)]
    if keeps_its_capitals(words):
        ending = ending.lower()
    elif bare.isupper() and len(bare) > 1 and not sought.isupper():
        words = words.upper()
    elif bare[:1].isupper() and sought[:1].islower():
        words = words[:1].upper() + words[1:]
    if not ending or not words:
        return words
    if ending[0] in _APOSTROPHES and len(ending) > 1:
        return words + ending
    apostrophe = ending[-1] if ending[-1] in _APOSTROPHES else "’"
    if words.casefold().endswith(_HISSING):
        return words + apostrophe
    return words + (ending if ending[0] not in _APOSTROPHES else "s")


def replaced(text: str, wanted: Wanted, replacement: str) -> str:
    """A short text with the words replaced wherever they stand in it."""
    parts: list[str] = []
    at = 0
    for start, end in places(text, wanted):
        parts += (text[at:start], worded(text[start:end], wanted, replacement))
        at = end
    return "".join((*parts, text[at:]))


def _tidy(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


@lru_cache(maxsize=32)
def _pattern(wanted: Wanted) -> re.Pattern[str] | None:
    words = _tidy(wanted.words)
    if not words:
        return None
    sought = _SPACE.join(map(re.escape, words.split(" ")))
    if wanted.whole_words or wanted.endings:
        before, behind = _edge(words[0], "<!"), _edge(words[-1], "!")
        if wanted.endings:
            quoted = f"(?<={_QUOTED}){sought}{_ENDINGS}{behind}"
            sought = f"(?:{quoted}|(?<!{_QUOTED}){sought}{_ALL_ENDINGS}{behind})"
        sought = f"{before}{sought}{behind}"
    return re.compile(sought, re.NOFLAG if wanted.match_case else re.IGNORECASE)


def _edge(char: str, side: str) -> str:
    """That no letter, or no digit, goes on beside one."""
    if char.isalpha():
        return rf"(?{side}[^\W\d_])"
    return rf"(?{side}[^\W_])" if char.isdigit() else ""


def _ending(stands: str, wanted: Wanted) -> str:
    if not wanted.endings:
        return ""
    bare = _pattern(Wanted(wanted.words, match_case=wanted.match_case))
    match = bare.match(stands) if bare else None
    return stands[match.end() :] if match else ""
