"""Pointers to literature in running text: “(Clark, 2021)”, “Clark og Berg (2019, s. 4)”."""

from __future__ import annotations

import re
from typing import Final

_YEAR: Final = r"(?:1[6-9]|20)\d\d[a-z]?"
_NAMES: Final = (
    r"[A-ZÆØÅÄÖÉ][\w’'\-]+(?:(?:,| og| and| &| et al\.?| mfl\.?| m\. ?fl\.?|,? [A-ZÆØÅ][\w’'.\-]*)"
    r"){0,8}"
)
_IN_BRACKETS: Final = re.compile(rf"\((?=[^()]*[A-ZÆØÅ])[^()]*\b{_YEAR}\b[^()]*\)")
_NARRATED: Final = re.compile(rf"{_NAMES} \({_YEAR}(?:[,:] ?[^()]{{1,24}})?\)")
_NUMBERED: Final = re.compile(r"\[\d{1,3}(?:[,–-] ?\d{1,3}){0,6}\]")
_SENTENCE_END: Final = re.compile(r"[.!?…][»”\"’]?\s+(?=[^\s(\[])|\n")
_OURS: Final = re.compile(
    r"\b(?:informant|intervju|interview|deltak|participant|respondent|feltnotat|referat|møte)",
    re.IGNORECASE,
)
_BEHIND: Final = 60  # code points after a quotation in which its reference may begin
_BEFORE: Final = 160


def reference_near(text: str, start: int, end: int) -> str:
    """The reference to literature beside a passage of a text, or nothing.

    `start` and `end` are the passage's code points; looked at is what stands right behind it and
    what leads to it in the same sentence.
    """
    behind = text[end : end + _BEHIND + 80]
    ended = _SENTENCE_END.search(behind)
    for pattern in (_IN_BRACKETS, _NUMBERED, _NARRATED):
        for match in pattern.finditer(behind):
            apart = ended is not None and match.start() >= ended.end()
            follows = not re.search(r"\w", behind[: match.start()])  # «…». (Clark, 2021)
            if apart and (pattern is _NARRATED or not follows):
                continue
            if match.start() <= _BEHIND and _is_literature(match[0]):
                return match[0]
    before = text[max(0, start - _BEFORE) : start]
    sentence = re.split(r"(?<=[.!?]) (?=[A-ZÆØÅ])(?![^()]*\))", before)[-1]
    for pattern in (_NARRATED, _IN_BRACKETS):
        for match in pattern.finditer(sentence):
            if _is_literature(match[0]):
                return match[0]
    return ""


def _is_literature(reference: str) -> bool:
    return _OURS.search(reference) is None
