"""A text as it is compared: letter case, spacing, quotation marks and dashes made alike.

Three forms are used. The *skeleton* is letters and digits alone, each with its place in the text.
The *canonical* form keeps punctuation, with one sign for each kind. *Words* are the skeleton's
runs, for likeness. Letters are compared by Unicode's canonical caseless matching (Unicode
Standard, section 3.13, D145): NFD of the case folding of NFD.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero width, BOM
QUOTES: Final = "\"'«»‹›“”„‟‘’‚‛`´′″〝〞＂＇"
DASHES: Final = "-‐‑‒–—―−﹘﹣－⸺⸻"

_VANISH: Final = re.compile(f"[{INVISIBLE}]+")
_LINE_END: Final = re.compile(f"(?<=\\w)[{DASHES}][^\\S\\n]*\\n\\s*(?=\\w)")
_ELLIPSIS: Final = re.compile(r" ?(?:…|\. ?\. ?\.)[ .…]*")
_DASH: Final = re.compile(f" ?[{DASHES}][{DASHES} ]*")
_QUOTE: Final = re.compile(f" ?[{QUOTES}][{QUOTES} ]*")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


class Folded:
    """A text with its forms for comparing, each made when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _skeleton(self) -> tuple[str, array[int], array[int]]:
        letters: list[str] = []
        starts, ends = array("L"), array("L")
        for start, end, folded in _clusters(self.text):
            for letter in folded:
                letters.append(letter)
                starts.append(start)
                ends.append(end)
        return "".join(letters), starts, ends

    @property
    def skeleton(self) -> str:
        """Letters and digits alone."""
        return self._skeleton[0]

    @property
    def starts(self) -> Sequence[int]:
        """Where in the text each letter of the skeleton starts."""
        return self._skeleton[1]

    @property
    def ends(self) -> Sequence[int]:
        """Where in the text each letter of the skeleton ends."""
        return self._skeleton[2]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in order: letters and digits with nothing but invisible signs between."""
        found: list[Word] = []
        letters: list[str] = []
        first = last = 0
        for start, end, folded in _clusters(self.text):
            if letters and (start > last and self.text[last:start].strip(INVISIBLE)):
                found.append(Word("".join(letters), first, last))
                letters.clear()
            if not letters:
                first = start
            letters.append(folded)
            last = end
        if letters:
            found.append(Word("".join(letters), first, last))
        return tuple(found)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, as numbers in `words`."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word.folded, []).append(at)
        return found

    @cached_property
    def _row(self) -> tuple[str, list[int]]:
        starts: list[int] = []
        at = 0
        for word in self.words:
            starts.append(at)
            at += len(word.folded) + 1
        return " ".join(word.folded for word in self.words), starts

    def between(self, first: int, last: int) -> str:
        """The words from number `first` until before `last`, one space between them."""
        row, starts = self._row
        return row[starts[first] : starts[last - 1] + len(self.words[last - 1].folded)]


def canonical(text: str) -> str:
    """A text with case, spacing, quotation marks, dashes and ellipses made alike."""
    plain = _SPACE.sub(" ", _VANISH.sub("", _caseless(text)))  # first: the others look for one
    plain = _QUOTE.sub('"', plain)
    plain = _ELLIPSIS.sub("…", plain)
    return _DASH.sub("-", plain).strip()


def alike(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but what is folded.

    Where a line ends in a hyphen in one of them, hyphens do not count at all: it cannot be told
    whether that one belongs to the word.
    """
    first, second = canonical(one), canonical(other)
    if first == second:
        return True
    if _LINE_END.search(one) or _LINE_END.search(other):
        return first.replace("-", "") == second.replace("-", "")
    return False


def is_word_sign(sign: str) -> bool:
    """Whether a sign belongs to a word: a letter, a digit, or a mark upon one."""
    return sign.isalnum() or unicodedata.combining(sign) != 0


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each letter or digit with the marks upon it: start, end, and as it is compared."""
    start = 0
    length = len(text)
    while start < length:
        end = start + 1
        while end < length and text[end] > "\u02ff" and unicodedata.combining(text[end]):
            end += 1
        folded = _compared(text[start:end]) if end - start < 9 else _caseless(text[start:end])
        if folded and folded[0].isalnum():
            yield start, end, folded
        start = end


@lru_cache(maxsize=4096)
def _compared(cluster: str) -> str:
    return _caseless(cluster)


def _caseless(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFD", decomposed.casefold())
