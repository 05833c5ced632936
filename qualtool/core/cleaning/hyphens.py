"""Hyphens at the ends of lines: soft ones go, real ones stay, suspended ones keep their space.

"byg-/ger" is "bygger", "NAV-/leder" is "NAV-leder", "barne-/og ungdom" is "barne- og ungdom".
Capitals before the hyphen and a following "og" are sure signs. Else the document itself decides:
first whether the word stands elsewhere in it, joined or hyphenated, then whether most of the
divided words that can be decided so are soft. In doubt the hyphen stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from qualtool.core.cleaning.line_kinds import is_labelled, opens_item
from qualtool.core.cleaning.mending import Edit
from qualtool.core.cleaning.word_evidence import words_of
from qualtool.core.person_words import is_first_name, words_of_name
from qualtool.core.speakers import generic

_LETTER: Final = r"[^\W\d_]"
_AT_LINE_END: Final = re.compile(
    rf"(?P<gap>(?P<hyphen>[-\u2010\u00ad])[ \t]*\n[ \t]*)(?P<after>{_LETTER}+(?:-{_LETTER}+)*)"
)
_LEFT_OVER: Final = re.compile(r"\u00ad(?=[ \t]*(?:\n|\Z))")
_SUSPENDING: Final = frozenset(("og", "eller", "samt", "and", "or"))
Decision = Literal["soft", "real", "suspended", "apart"]


@dataclass(frozen=True, slots=True)
class Divided:
    """A word divided at a line's end; `decision` is None where only the majority can tell."""

    before: str
    match: re.Match[str]
    decision: Decision | None = None


def edits(text: str, left_alone: frozenset[str] = frozenset()) -> Iterator[Edit]:
    """Divided words joined as they are written, over the end of the line."""
    if "hyphens" in left_alone:
        found: list[Divided] = []
    else:
        found = divided_words(text)
    soft = sum(one.decision == "soft" for one in found)
    mostly_soft = soft > sum(one.decision == "real" for one in found)
    taken: set[int] = set()
    repairs: list[Edit] = []
    for one in found:
        start, end = one.match.span("gap")
        match one.decision or ("soft" if mostly_soft else "real"):
            case "soft":
                repairs.append(Edit(start, end, "", "hyphens"))
            case "real":
                repairs.append(Edit(start + 1, end, "", "hyphens"))
            case "suspended":
                repairs.append(Edit(start + 1, end, " ", "hyphens"))
            case "apart":
                continue
        taken.add(start)
    if "invisible" not in left_alone:
        repairs.extend(
            Edit(match.start(), match.end(), "", "invisible")
            for match in _LEFT_OVER.finditer(text)
            if match.start() not in taken
        )
    yield from sorted(repairs, key=lambda edit: edit.start)


def divided_words(text: str) -> list[Divided]:
    """The words a text divides at the ends of lines, decided where a sign or the text tells."""
    found: list[Divided] = []
    whole: list[str] = []  # the text without the divided words
    at = kept = 0
    while match := _AT_LINE_END.search(text, at):
        start = match.start()
        at = match.start("after")
        if before := _word_before(text, start):
            found.append(Divided(before, match))
            whole.append(text[kept : max(kept, start - len(before))])
            kept = match.end()
    if not found:
        return []
    words = words_of(" ".join([*whole, text[kept:]]))
    return [replace(one, decision=_decided(one, words, text)) for one in found]


def _is_a_rest(after: str, text: str) -> bool:
    """Whether small letters before a colon are the rest of a word ("per-/sonalmøtet: …").

    A label would be a name, a word for who speaks, or stand before a colon elsewhere, too.
    """
    if not after[0].islower() or is_first_name(after) or generic(after) or not words_of_name(after):
        return False
    label = re.compile(rf"^[ \t]*{re.escape(after)}[ \t]*:", re.IGNORECASE | re.MULTILINE)
    return len(label.findall(text)) < 2


def _word_before(text: str, end: int) -> str:
    """The word that ends here, with hyphens inside it; "" where none does."""
    start = end
    while start and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    word = text[start:end].lstrip("-")
    return "" if "--" in word or word.endswith("-") else word


def _decided(one: Divided, words: Counter[str], text: str) -> Decision | None:
    match, before, after = one.match, one.before, one.match["after"]
    beginning = match.start("after")
    line_end = text.find("\n", beginning)
    line = text[beginning : line_end if line_end >= 0 else len(text)]
    if opens_item(line) or (is_labelled(line) and not _is_a_rest(after, text)):
        return "apart"
    if match["hyphen"] == "\u00ad":
        return "soft"
    if after in _SUSPENDING:
        return "suspended"
    joined = words[(before + after).casefold()]
    hyphenated = words[f"{before}-{after}".casefold()]
    last = before.rsplit("-", 1)[-1]
    if len(last) > 1 and last.isupper():
        return "real"
    if not after[0].islower() and not after.isupper():
        # A new sentence after broken-off speech looks the same as a name in two parts.
        return "real" if hyphenated else "apart"
    if joined != hyphenated:
        return "soft" if joined > hyphenated else "real"
    return None
