"""The words of a quotation, and where it says itself that words were left out or put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qualtool.core.folding import INVISIBLE, canonical

STOP: Final = re.compile(r"[.!?:…\n]")
_MARKS: Final = f"\u0300-\u036f{INVISIBLE}"
WORD: Final = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")
_LETTER: Final = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")  # “[H]an”: a capital that was changed
_OMITTED: Final = re.compile(
    r"\[\s*(?:…|\.{2,}|\. \. \.|-{1,3}|–|—)\s*\]|\(\s*(?:…|\.{2,}|\. \. \.|-{1,3}|–|—)\s*\)"
    r"|/\s*(?:…|\.{2,})\s*/|\{\s*(?:…|\.{2,})\s*\}|…|\.{3,}|\. \. \."
)
_INSERTED: Final = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """The words of a quotation as they are compared, and as they are written.

    `open` holds the places, as numbers of words, before which the quotation says that something
    was left out or changed; the number of all words stands for its end. `changed` tells whether
    words in square brackets were taken for the researcher's own.
    """

    folded: tuple[str, ...]
    written: tuple[str, ...]
    open: frozenset[int]
    changed: bool = False
    stops: frozenset[int] = frozenset()  # words before which a sentence ends


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """A word as it is compared."""
    return canonical(word)


def omissions(quotation: str) -> list[tuple[int, int]]:
    """Where a quotation has marks of omission, such as […]: start and end in code points."""
    return [match.span() for match in _OMITTED.finditer(quotation)]


def as_written(quotation: str) -> QuotedWords:
    """The words of a quotation, those in square brackets as well."""
    return _read(quotation, changed=False)


def without_insertions(quotation: str) -> QuotedWords | None:
    """The words but for those in square brackets; None where nothing stands in such."""
    inserted = _OMITTED.sub(" ", _LETTER.sub(r"\1", quotation))
    if not any(WORD.search(match[0]) for match in _INSERTED.finditer(inserted)):
        return None
    return _read(quotation, changed=True)


def _read(quotation: str, *, changed: bool) -> QuotedWords:
    text = _LETTER.sub(r"\1", quotation)
    open_at = [match.span() for match in _OMITTED.finditer(text)]
    if changed:
        open_at += [match.span() for match in _INSERTED.finditer(text)]
    open_at.sort()
    folded: list[str] = []
    written: list[str] = []
    marked: set[int] = set()
    gaps = iter([*open_at, (len(text), len(text))])
    start, end = next(gaps)
    stops: set[int] = set()
    before = 0
    for match in WORD.finditer(text):
        while match.start() >= end and end < len(text):
            marked.add(len(folded))
            start, end = next(gaps)
        if changed and match.start() >= start and match.end() <= end:
            continue
        if folded and STOP.search(text, before, match.start()):
            stops.add(len(folded))
        before = match.end()
        folded.append(folded_word(match[0]))
        written.append(match[0])
    if any(end > start and not WORD.search(text, end) for start, end in open_at):
        marked.add(len(folded))
    return QuotedWords(tuple(folded), tuple(written), frozenset(marked), changed, frozenset(stops))
