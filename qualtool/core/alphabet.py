"""The order of names as a Norwegian reader expects it: æ, ø and å last, numbers by their value."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NUMBER: Final = re.compile(r"(\d+)")
# The last letters, and the Swedish and Danish ones that stand beside them.
_LAST: Final = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
Key = tuple[tuple[tuple[int, int, str], ...], str]


def key(name: str) -> Key:
    """What to sort a name by: "Informant 2" before "Informant 10", "Ås" after "Øst"."""
    parts = _NUMBER.split(name.casefold())
    ordered = tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, _letters(part)) for part in parts if part
    )
    return ordered, name


def _letters(text: str) -> str:
    return "".join(_LAST.get(letter) or _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    """A letter without its accent: é is where e is."""
    return unicodedata.normalize("NFD", letter)[:1]
