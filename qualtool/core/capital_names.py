"""Surnames that are written all in capitals behind a first name that is: "KARI MYHRE"."""

from __future__ import annotations

import re
from typing import Final

from qualtool.core.double_meanings import PLAIN, SMALL
from qualtool.core.institution_words import is_institution
from qualtool.core.known_words import folded
from qualtool.core.person_words import words_of_name

_CAPITAL: Final = r"[A-ZÆØÅÄÖÉ]"
# Of four letters or more: three in capitals are an office, such as NAV, sooner than a surname.
_SURNAME: Final = re.compile(
    rf"(?:[ \u00a0]{_CAPITAL}\.)?[ \u00a0]({_CAPITAL}{{4,}}(?:-{_CAPITAL}{{2,}})?)(?![\w@])"
)
# Another word in capitals: what stands there is shouted, and no surname can be told from it.
_ON: Final = re.compile(rf"[ \u00a0]{_CAPITAL}{{2,}}(?!\w)")
# As often short for something else, or a month: "JAN FEB", "EVA".
_SHORT: Final = frozenset("jan eva ida ann aud jon tom tor ali omar sara".split())
_SMALL_ONES: Final = frozenset(
    "som har kan vil var sier sa fra med til for ikke ikkje the and was has not with from".split()
)


def in_capitals(first: str) -> bool:
    """Whether a first name is written in capitals and is seldom anything else than a name."""
    word = folded(first)
    plain = {word, word.removesuffix("s")}
    return first.isupper() and plain.isdisjoint(SMALL | PLAIN | _SHORT)


def surname_end(text: str, first: re.Match[str]) -> int:
    """Where the surname behind a first name in capitals ends; the first name's end without any."""
    match = _SURNAME.match(text, first.end()) if in_capitals(first[0]) else None
    if match is None or _ON.match(text, match.end()):
        return first.end()
    word = folded(match[1])
    if not words_of_name(match[1]) or is_institution(word) or word in SMALL | _SMALL_ONES:
        return first.end()
    return match.end()
