"""What kind of document a file most likely is, by its name or its heading; the kinds in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from qualtool.i18n import mark, words

NAMES: Final[Mapping[str, str]] = {
    "interview": mark("Interview"),
    "focus_group": mark("Focus group"),
    "conversation": mark("Conversation"),
    "observation": mark("Observation"),
    "minutes": mark("Minutes"),
    "report": mark("Report"),
    "survey": mark("Survey answers"),
    "other": mark("Other"),
}

_HEADING: Final = 100  # code points
_SIGNS: Final = (
    ("focus_group", r"fokusgruppe|focus.?group|gruppeintervju|group.?interview"),
    ("observation", r"observ|feltnotat|field.?note"),
    ("minutes", r"referat|minutes|protokoll"),
    ("conversation", r"samtale|samtalenotat|conversation"),
    ("survey", r"spørreskjema|spørjeskjema|survey|nettskjema|questionnaire"),
    ("interview", r"intervju|interview|informant"),
    ("report", r"rapport|report|evaluering|søknad|høring"),
)


def guess(file: str, opening: str = "") -> str:
    """A kind of document from a file's name, else from the line it opens with.

    `interview` where nothing says otherwise. A long line is no heading and says nothing.
    """
    opening = opening.strip() if len(opening.strip()) <= _HEADING else ""
    return named(file) or named(opening) or "interview"


def named(words_of_it: str) -> str:
    """The kind of document that some words name; empty where they name none."""
    text = words_of_it.casefold()
    return next((kind for kind, sign in _SIGNS if re.search(sign, text)), "")


def name(kind: str, language: str) -> str:
    """A kind in words of a language; one that is none of ours as it is."""
    return words(language).gettext(NAMES[kind]) if kind in NAMES else kind
