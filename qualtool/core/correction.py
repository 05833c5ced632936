"""A text put right: how every place in it moves when words are changed, put in or taken out.

Offsets are code points, ends exclusive. A correction is a row of edits in order that do not
overlap; the stretch of an edit may be empty, where words are only put in.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from qualtool.core.substituting import Edit, substituted

_TOKENS: Final = re.compile(r"\w+|\s|[^\w\s]")
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_TOKENS: Final = 4_000  # compared with as many, at most: beyond that it would take seconds
_BREAKS: Final = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def in_order(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits fit to be made: in order, in NFC with `\\n`, leaving no empty paragraph behind.

    Those that change nothing are left out. Raises ValueError for edits that overlap or reach
    beyond the text.
    """
    fit: list[Edit] = []
    at = 0
    ordered = sorted(edits, key=_place)
    following = [*(each.start for each in ordered[1:]), len(text)]
    for edit, high in zip(ordered, following, strict=False):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError("edits overlap or reach beyond the text")
        at = edit.end
        edit = _composed(text, edit, fit[-1].end if fit else 0, high)
        if text[edit.start : edit.end] != edit.words:
            fit.append(edit)
    return _without_empty_lines(text, fit)


def between(old: str, new: str, offset: int = 0) -> tuple[Edit, ...]:
    """The edits that make `new` of `old`, which stands at `offset`: whole words, as few as can be.

    Words are compared by longest common stretches (`difflib`); a word that is spelt anew is one
    edit, so that an excerpt of just that word follows it.
    """
    return tuple(
        Edit(offset + start, offset + end, words) for start, end, words in _compared(old, new)
    )


class Movement:
    """Where each place of `text` is after the edits of a correction, as `in_order` gives them."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self.edits = tuple(edits)
        self._text = text
        self._starts = [each.start for each in self.edits]
        self._ends = [each.end for each in self.edits]
        gains = (len(each.words) - (each.end - each.start) for each in self.edits)
        self._gained = list(accumulate(gains, initial=0))

    def excerpt(self, start: int, end: int) -> tuple[int, int]:
        """Where an excerpt is now; start and end are the same where its words are gone.

        Words put in or changed inside it belong to it, words put in at its very edge do not. Of
        words changed across its edge it keeps what it had that is still there.
        """
        first = self._start_of(start, end)
        return first, max(first, self._end_of(start, end))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a turn or a block is now: what is put in at its edge belongs to it."""
        first = self.place(start)
        number = bisect_right(self._starts, end)
        if number and self.edits[number - 1].end > end:
            return first, max(first, self.place(end))
        return first, max(first, end + self._gained[number])

    def place(self, offset: int) -> int:
        """Where an offset is now: before what is put in there, within what is changed there."""
        number = bisect_left(self._starts, offset) - 1
        if number < 0:
            return offset
        edit = self.edits[number]
        if offset >= edit.end:
            return offset + self._gained[number + 1]
        return edit.start + self._gained[number] + min(offset - edit.start, len(edit.words))

    def _start_of(self, start: int, end: int) -> int:
        number = bisect_right(self._ends, start)
        if number == len(self.edits) or self.edits[number].start >= start:
            return start + self._gained[number]
        edit, begin = self.edits[number], self.edits[number].start + self._gained[number]
        same, alike = _same_ends(self._text[edit.start : edit.end], edit.words)
        if start - edit.start < same:
            return begin + start - edit.start
        if edit.end - start <= alike:
            return begin + len(edit.words) - (edit.end - start)
        return begin + len(edit.words)

    def _end_of(self, start: int, end: int) -> int:
        number = bisect_left(self._starts, end) - 1
        if number < 0 or self.edits[number].end <= end:
            return end + self._gained[number + 1]
        edit, begin = self.edits[number], self.edits[number].start + self._gained[number]
        same, alike = _same_ends(self._text[edit.start : edit.end], edit.words)
        if end - edit.start <= same:
            return begin + end - edit.start
        if edit.end - end < alike:
            return begin + len(edit.words) - (edit.end - end)
        return begin


def _composed(text: str, edit: Edit, low: int, high: int) -> Edit:
    """An edit in NFC, taking in the sign before it where its words would join with that one."""
    words = _BREAKS.sub("\n", edit.words)
    start, end = edit.start, edit.end
    following = words or text[end : end + 1]
    if start > low and following and unicodedata.combining(following[0]):
        start -= 1
    words = text[start : edit.start] + words
    if words and end < high and unicodedata.combining(text[end]):
        words, end = words + text[end], end + 1
    return Edit(start, end, unicodedata.normalize("NFC", words))


def _without_empty_lines(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits, taking away as well each line break that would leave an empty paragraph."""
    new = substituted(text, edits)
    last = len(new.rstrip("\n"))
    idle = [*_idle(new, last), *range(last, len(new))]
    if not idle:
        return tuple(edits)
    made: list[Edit] = []
    gained = 0
    for edit in edits:
        begin = edit.start + gained
        gained += len(edit.words) - (edit.end - edit.start)
        inside = [at for at in idle if begin <= at < begin + len(edit.words)]
        idle = [at for at in idle if at not in inside]
        kept = "".join(sign for at, sign in enumerate(edit.words, begin) if at not in inside)
        made.append(Edit(edit.start, edit.end, kept))
    undo = _back(edits)
    made += [Edit(undo(at), undo(at) + 1, "") for at in idle]
    made = [each for each in made if text[each.start : each.end] != each.words]
    return tuple(sorted(made, key=_place))


def _idle(text: str, end: int) -> Iterator[int]:
    """The line breaks with nothing before them in their line."""
    if end and text.startswith("\n"):
        yield 0
    found = text.find("\n\n", 0, end)
    while found >= 0:
        yield found + 1
        found = text.find("\n\n", found + 1, end)


def _back(edits: Sequence[Edit]) -> Callable[[int], int]:
    """From a place between edits, after them, to where it was before."""
    gains = [0, *accumulate(len(each.words) - (each.end - each.start) for each in edits)]
    ends = [e.end + gain for e, gain in zip(edits, gains[1:], strict=True)]
    return lambda at: at - gains[bisect_right(ends, at)]


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _same_ends(old: str, new: str) -> tuple[int, int]:
    """How many signs two wordings have alike at their beginning, and then at their end."""
    most = min(len(old), len(new))
    same = next((at for at in range(most) if old[at] != new[at]), most)
    rest = most - same
    return same, next((at for at in range(rest) if old[~at] != new[~at]), rest)


def _compared(old: str, new: str) -> list[tuple[int, int, str]]:
    by_words = _tokens(old, _TOKENS), _tokens(new, _TOKENS)
    if max(map(len, by_words)) <= _MOST_TOKENS:
        return _differences(*by_words)
    found: list[tuple[int, int, str]] = []
    for start, end, words in _differences(_tokens(old, _LINES), _tokens(new, _LINES)):
        inner = _tokens(old[start:end], _TOKENS), _tokens(words, _TOKENS)
        if max(map(len, inner)) <= _MOST_TOKENS:
            found += [(start + a, start + b, part) for a, b, part in _differences(*inner)]
        else:
            found.append((start, end, words))
    return found


def _tokens(text: str, kind: re.Pattern[str]) -> list[str]:
    return kind.findall(text)


def _differences(old: list[str], new: list[str]) -> list[tuple[int, int, str]]:
    at = list(accumulate(map(len, old), initial=0))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (at[first], at[last], "".join(new[low:high]))
        for kind, first, last, low, high in matcher.get_opcodes()
        if kind != "equal"
    ]


__all__ = ["Edit", "Movement", "between", "in_order", "substituted"]
