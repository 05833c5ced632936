"""The date of a document, found in its file's name or in its first lines, as it is written there.

Only what cannot well be anything else counts as a date: a day, or a month, week, season or part
of a year with its year. A year alone is as often part of a title.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from qualtool.core import dates

_HEAD: Final = 12  # lines in which a document says of itself when it is from
_LONGEST: Final = 7  # words of a date
_RUN: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_SCORED: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})_(\d{2})_(\d{2})(?!\d)")
_FILLING: Final = re.compile(r"^(?:den|i|in|on|fra|frå|from|på|kl|av|of|the)\s+", re.IGNORECASE)
_SAID: Final = re.compile(
    r"\s*(?:(?:møte|intervju|samtale|opptaks?|meeting|interview)?(?:dato|date)|tid|når|when|"
    r"tidspunkt|time)\s*(?:og sted|og stad|and place)?\s*[:\t]\s*(\S.*)",
    re.IGNORECASE,
)
_WITH_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)|\d[./-]\d{1,2}[./-]\d{2}(?!\d)")
_WORDED: Final = re.compile(r"[^\W\d_]{3,}|(?<![^\W_])(?:[qkh][1-4]|w\d{1,2})(?![^\W_])", re.I)
_DAY: Final = re.compile(r"\d[./-]\d{1,2}[./-]\d|\d{4}-\d{1,2}-\d|^\d{4}-(?:0\d|1[0-2])$")
_DAY_SAID: Final = re.compile(r"^\d{1,2}[./ -]|-\d{1,2}-\d{1,2}$")
_TITLE: Final = re.compile(
    r"intervju|samtale|referat|møte|notat|observasjon|fokusgruppe|opptak|transkri|avskrift|logg|"
    r"interview|conversation|minutes|meeting|notes|observation|focus group|recording|transcript",
    re.IGNORECASE,
)
_TITLES: Final = 3  # lines that a title takes, with what stands above and below it
_TITLE_LENGTH: Final = 100
_EDGES: Final = " ,;:()[]{}–—-"


def in_name(name: str) -> str:
    """A date in a file's name, "" where there is none: "2024-03-14", "ca. juni 2024"."""
    text = unicodedata.normalize("NFC", name)
    text = _RUN.sub(lambda match: f" {match[1]}-{match[2]}-{match[3]} ", text)
    text = _SCORED.sub(r"\1-\2-\3", text).replace("_", " ")
    return next((found for part in text.split(" - ") if (found := in_words(part))), "")


def in_text(text: str) -> str:
    """A date that a document gives of itself at its beginning.

    It has a line of its own, or stands behind "Dato:" or in the title.
    """
    lines = [line.strip() for line in text[:4000].split("\n")[:_HEAD]]
    for line in lines:
        if match := _SAID.match(line):
            found = in_words(match[1][:80])
            if found:
                return found
    for line in lines:
        if len(line) <= 60 and _reading(line) is not None:
            return line.strip(_EDGES)
    return _in_title(lines)


def _in_title(lines: Sequence[str]) -> str:
    """A day in one of the first lines where that is a title: "Referat fra møte 5. april 2024".

    A title is short and no sentence, and says what kind of document it is or ends in the date.
    """
    for line in [each for each in lines if each][:_TITLES]:
        if len(line) > _TITLE_LENGTH or line[-1] in ".!?…":
            continue
        found = in_words(line)
        if not found or dates.read(found).state != "exact" or not _DAY_SAID.search(found):
            continue
        if _TITLE.search(line) or line.rstrip(_EDGES).endswith(found):
            return found
    return ""


def in_words(words: str) -> str:
    """The date among some words, as few of them as say all of it."""
    parts = words.split()
    for start in range(len(parts)):
        best, said = "", None
        for end in range(start + 1, min(start + _LONGEST, len(parts)) + 1):
            window = " ".join(parts[start:end]).strip(_EDGES)
            reading = _reading(window)
            if reading is not None and reading != said:
                best, said = window, reading
        if best:
            return _FILLING.sub("", best)
    return ""


def kept(written: str) -> str:
    """What is kept of a date: a day in the form of ISO 8601, anything vaguer as it was written."""
    found = dates.read(written)
    exact = found.first is not None and found.first == found.last and found.state == "exact"
    return found.first if exact and found.first else written


def _reading(window: str) -> dates.Written | None:
    if not _WITH_YEAR.search(window) or not (_DAY.search(window) or _WORDED.search(window)):
        return None
    found = dates.read(window)
    return found if found.state in ("exact", "about") else None
