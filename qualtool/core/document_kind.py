"""What kind of document a file most likely is, by the words in its name."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = (
    ("focus_group", r"fokusgruppe|focus.?group|gruppeintervju|group.?interview"),
    ("observation", r"observ|feltnotat|field.?note"),
    ("minutes", r"referat|minutes|protokoll"),
    ("conversation", r"samtale|samtalenotat|conversation"),
    ("survey", r"spørreskjema|spørjeskjema|survey|nettskjema|questionnaire"),
    ("interview", r"intervju|interview|informant"),
    ("report", r"rapport|report|evaluering|søknad|høring"),
)


def guess(name: str) -> str:
    """A kind of document from a file's name; `interview` where nothing says otherwise."""
    for kind, sign in _SIGNS:
        if re.search(sign, name.casefold()):
            return kind
    return "interview"
