"""A quotation beside what was said, word by word: what was put in, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from qualtool.core.quoted_words import WORD, folded_word, omissions

Kind = Literal["put_in", "left_out", "told"]

_LETTER: Final = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is not as in the other, in code points.

    `put_in` stands in the quotation and was not said; `left_out` was said and does not stand in
    the quotation; `told` is what the quotation itself tells of: words in square brackets, and
    those that a mark of omission stands for.
    """

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int
    bracketed: bool


def compared(quotation: str, said: Sequence[str]) -> tuple[list[Mark], list[list[Mark]]]:
    """The marks of a quotation, and those of each passage that it is from."""
    words = _words(quotation)
    open_at = _open_places(quotation, words)
    known: set[int] = set()
    passages: list[list[Mark]] = []
    for passage in said:
        there = _words(passage)
        marks: list[Mark] = []
        matcher = SequenceMatcher(
            None, [each.folded for each in words], [each.folded for each in there], autojunk=False
        )
        for tag, low, high, first, last in matcher.get_opcodes():
            if tag == "equal":
                known.update(range(low, high))
            elif last > first:
                told = any(low <= at <= high for at in open_at)
                kind: Kind = "told" if told else "left_out"
                marks.append(Mark(there[first].start, there[last - 1].end, kind))
        passages.append(marks)
    if not said:
        return [], []
    return _runs(words, known), passages


def _runs(words: Sequence[_Word], known: set[int]) -> list[Mark]:
    """The words of a quotation that no passage has, those beside each other as one."""
    marks: list[Mark] = []
    before = -2
    for at, word in enumerate(words):
        if at in known:
            continue
        kind: Kind = "told" if word.bracketed else "put_in"
        if at == before + 1 and marks[-1].kind == kind:
            marks[-1] = Mark(marks[-1].start, word.end, kind)
        else:
            marks.append(Mark(word.start, word.end, kind))
        before = at
    return marks


def _words(text: str) -> list[_Word]:
    letters = {match.start(1): match.start() for match in _LETTER.finditer(text)}
    brackets = [match.span() for match in re.finditer(r"\[[^\[\]]*\]", text)]
    found: list[_Word] = []
    begun: tuple[str, int] | None = None
    for match in WORD.finditer(text):
        if match.start() in letters and len(match[0]) == 1:
            begun = match[0], letters[match.start()]  # “[H]an” is one word
            continue
        lead, start = begun or ("", match.start())
        begun = None
        inside = any(low <= start and match.end() <= high for low, high in brackets)
        found.append(_Word(folded_word(lead + match[0]), start, match.end(), inside))
    return found


def _open_places(quotation: str, words: Sequence[_Word]) -> set[int]:
    """Before which words the quotation says that something was left out or changed."""
    spans = [*omissions(quotation)]
    spans += [(each.start, each.end) for each in words if each.bracketed]
    return {sum(each.start < start for each in words) for start, _end in spans}
