"""Words that tell somebody's gender, for where it is not to be told."""

from __future__ import annotations

import re
from typing import Final

from qualtool.core.disclosure import Finding

_NORWEGIAN: Final = re.compile(
    r"(?<!\w)(?P<pronoun>han|ham|honom|hans|hun|ho|henne|hennes|hennar|henner)(?!\w)(?!-\w)"
    r"|(?<!\w)(?:som|er|var)[ \u00a0](?:(?:en|ein|ei|et|eit)[ \u00a0])?(?:(?:ung|eldre|voksen|"
    r"vaksen|enslig|einsleg|kvinnelig|kvinneleg|mannlig|mannleg)[ \u00a0])?"
    r"(?P<noun>kvinne|kvinna|dame|jente|mor|mamma|enke|enkje|mann|kar|gutt|gut|far|pappa|enkemann)"
    r"(?!\w)(?!-\w)",
    re.IGNORECASE,
)
_ENGLISH: Final = re.compile(
    r"(?<![\w’'])(?P<pronoun>he|him|his|himself|she|her|hers|herself)(?!\w)(?!-\w)"
    r"|(?:(?<!\w)(?:as|am|was)|[’']m)[ \u00a0]an?[ \u00a0](?:(?:young|single|older)[ \u00a0])?"
    r"(?P<noun>woman|girl|mother|mum|mom|lady|widow|man|boy|father|dad|guy|widower)(?!\w)",
    re.IGNORECASE,
)


def pronouns(text: str, language: str = "nb") -> tuple[Finding, ...]:
    """Where a text tells a gender: "hun", "ho", "his", and less surely "som kvinne".

    `language` is nb, nn or en; in Norwegian "her" is no pronoun, and "Hans" with a capital inside
    a sentence is somebody's name.
    """
    pattern = _ENGLISH if language.startswith("en") else _NORWEGIAN
    found: list[Finding] = []
    for match in pattern.finditer(text):
        group = "pronoun" if match["pronoun"] else "noun"
        words = match[group]
        start, end = match.span(group)
        if words == "Hans" and not _begins(text, start):
            continue
        found.append(
            Finding("pronoun", words, start, end, "certain" if group == "pronoun" else "possible")
        )
    return tuple(found)


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip(" \u00a0«“\"'‘(–—-")
    return not before or before[-1] in ".!?:;…\n\t"
