"""Words looked for in one text as it is read: every place they stand, whatever their case."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from qualtool.core.folding import is_word_sign

_PAUSE: Final = 200  # places that are none
Span = tuple[int, int]
_ALIKE: Final = (("\u00a0", " "), ("\u202f", " "), ("’", "'"))  # each as long as the other


class Searchable:
    """A text made ready to be looked through. Offsets are code points of the text, ends exclusive.

    Letters are compared by their case folding, in which some grow: "ß" becomes "ss". A hit on a
    part of such a letter is one on all of it. Spaces that do not break and both apostrophes are
    alike.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = _fold(text)
        grown = [] if len(self._folded) == len(text) else _grown(text)
        extra = list(accumulate((more for _at, more in grown), initial=0))
        self._grown = [at for at, _more in grown]
        self._folded_at = [at + extra[n] for n, at in enumerate(self._grown)]
        self._extra = extra

    def hits(self, words: str, *, whole: bool = False, start: int = 0) -> Iterator[Span]:
        """Where words stand from an offset on, in order, none overlapping another.

        `whole` finds no place inside a longer word. Nothing for empty words.
        """
        return filter(None, self.looking(words, whole=whole, start=start))

    def looking(self, words: str, *, whole: bool = False, start: int = 0) -> Iterator[Span | None]:
        """The same with a None now and then where none is, so that who looks may pause."""
        wanted = _fold(unicodedata.normalize("NFC", words))
        folded, length = self._folded, len(wanted)
        if not length:
            return
        at = folded.find(wanted, self._to_folded(start))
        until = refused = 0
        while at >= 0:
            end = at + length
            # A sign after the hit may be a mark upon its last letter, which is then another.
            marked = folded[end : end + 1] > "\u02ff" and self._is_marked(end)
            if marked or (whole and self._inside(at, end)):
                at = folded.find(wanted, at + 1)
                refused += 1
                if refused % _PAUSE == 0:
                    yield None
                continue
            span = self._to_text(at, end) if self._grown else (at, end)
            if span[0] >= until:
                yield span
                until = span[1]
            at = folded.find(wanted, end)

    def _inside(self, start: int, end: int) -> bool:
        """Whether a word goes on before or after."""
        folded = self._folded
        before = start > 0 and is_word_sign(folded[start - 1]) and is_word_sign(folded[start])
        after = end < len(folded) and is_word_sign(folded[end]) and is_word_sign(folded[end - 1])
        return before or after

    def _is_marked(self, end: int) -> bool:
        """Whether a mark that was not looked for stands on the letter before: "é" of two signs."""
        # A mark that folding parted from its letter, as from "İ", was not written as one.
        return unicodedata.combining(self.text[self._letter(end)]) != 0

    def _to_folded(self, offset: int) -> int:
        return offset + self._extra[bisect_left(self._grown, offset)]

    def _to_text(self, start: int, end: int) -> Span:
        return self._letter(start), self._letter(end - 1) + 1

    def _letter(self, at: int) -> int:
        """The letter of the text that a sign of the folded text comes from."""
        number = bisect_right(self._folded_at, at)
        if not number:
            return at
        last = number - 1
        if at <= self._folded_at[last] + self._extra[number] - self._extra[last]:
            return self._grown[last]
        return at - self._extra[number]


class Hits:
    """Places found so far, in order; more may be added at the end."""

    def __init__(self) -> None:
        self.starts = array("q")
        self.ends = array("q")

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> Span:
        return self.starts[number], self.ends[number]

    def add(self, span: Span) -> None:
        """Add a place after all others."""
        self.starts.append(span[0])
        self.ends.append(span[1])

    def from_place(self, offset: int) -> int:
        """The number of the first place that begins at an offset or after it; may be the length."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> list[Span]:
        """The places that share a character with a stretch."""
        number = bisect_right(self.ends, start)
        found = []
        while number < len(self.starts) and self.starts[number] < end:
            found.append(self[number])
            number += 1
        return found

    def any_between(self, start: int, end: int) -> bool:
        """Whether any place shares a character with a stretch."""
        number = bisect_right(self.ends, start)
        return number < len(self.starts) and self.starts[number] < end


def _fold(text: str) -> str:
    for sign, other in _ALIKE:
        text = text.replace(sign, other)
    return text.casefold()


def _grown(text: str) -> list[Span]:
    """Where letters stand that grow when folded, and by how much."""
    growing = {sign: len(sign.casefold()) - 1 for sign in set(text) if len(sign.casefold()) > 1}
    found = []
    for sign, more in growing.items():
        at = text.find(sign)
        while at >= 0:
            found.append((at, more))
            at = text.find(sign, at + 1)
    return sorted(found)
