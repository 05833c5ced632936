"""Places as they are typed to go there: "215", "p. 12", "s12", "05:12", "1:05:12"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.lines import line_starts
from qualtool.core.places import Place, clock, paragraph_starts
from qualtool.core.source import Anchor, Locator, Turn
from qualtool.core.times import milliseconds
from qualtool.i18n import gettext as _

_TIME: Final = re.compile(r"(?:\d{1,3}:)?\d{1,3}:[0-5]\d")
_PAGE: Final = re.compile(r"(?:p|pp|s|side|page)(?:\b|(?=\d))\.?\s*(\S+)", re.IGNORECASE)
_LINE: Final = re.compile(r"(?:l|line|linje)(?:\b|(?=\d))\.?\s*(\d+)", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"(?:§|(?:avsnitt|avsn|paragraph|par)\b\.?)\s*(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the places of a document."""

    text: str
    turns: Sequence[Turn] = ()
    anchors: Sequence[Anchor] = ()
    locators: Sequence[Locator] = ()


def wanted_place(words: str, scheme: str) -> Place | None:
    """The place that was typed, None for words that name none.

    A number alone is a line where places are cited by lines, and else a paragraph.
    """
    words = words.strip()
    if _TIME.fullmatch(words):
        return Place("time", words)
    if match := _PAGE.fullmatch(words):
        return Place("page", match[1])
    if match := _LINE.fullmatch(words):
        return Place("line", match[1])
    if match := _PARAGRAPH.fullmatch(words):
        return Place("paragraph", match[1])
    if words.isdecimal():
        return Place("line" if scheme == "line" else "paragraph", str(int(words)))
    return None


def offset_of(place: Place, known: Known) -> int:
    """Where a place begins. Raises QualtoolError "no_such_place"."""
    match place.kind:
        case "time":
            return _of_time(milliseconds(place.value), known)
        case "page":
            return _of_locator(place, known)
        case "line":
            own = [each for each in known.locators if each.kind == "line"]
            if own:
                return _of_locator(place, known)
            return _of_number(place, line_starts(known.text))
    return _of_number(place, paragraph_starts(known.text))


def _of_number(place: Place, starts: Sequence[int]) -> int:
    number = int(place.value)
    if 1 <= number <= len(starts):
        return starts[number - 1]
    if place.kind == "line":
        words = _("There is no line {number}; the last is {last}.")
    else:
        words = _("There is no paragraph {number}; the last is {last}.")
    raise QualtoolError("no_such_place", words, number=number, last=len(starts))


def _of_locator(place: Place, known: Known) -> int:
    of_kind = [each for each in known.locators if each.kind == place.kind]
    if not of_kind:
        raise QualtoolError("no_such_place", _("This document has no page numbers."))
    for each in of_kind:
        if each.value.casefold() == place.value.casefold():
            return each.offset
    if place.kind == "line":
        words = _("There is no line {number}; the last is {last}.")
    else:
        words = _("There is no page {number}; the last is {last}.")
    raise QualtoolError("no_such_place", words, number=place.value, last=of_kind[-1].value)


def _of_time(ms: int, known: Known) -> int:
    moments = [(each.ms, each.offset) for each in known.anchors]
    moments += [(turn.start_ms, turn.start) for turn in known.turns if turn.start_ms is not None]
    if not moments:
        raise QualtoolError("no_such_place", _("This document has no times."))
    moments.sort()
    last = max([moments[-1][0], *(turn.end_ms for turn in known.turns if turn.end_ms is not None)])
    if ms > last:
        words = _("There is no {time}; the last time is {last}.")
        raise QualtoolError("no_such_place", words, time=clock(ms), last=clock(last))
    at = bisect_right(moments, ms, key=lambda moment: moment[0])
    # Of several at one moment the first; before the first moment of all, that one.
    moment = moments[max(0, at - 1)][0]
    return next(offset for each, offset in moments if each == moment)
