"""Names that a researcher gives: tidied, and compared the way a reader compares them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
LONGEST: Final = 500  # code points; a code may be a whole sentence, but not a page


def tidy(name: str) -> str:
    """A name in NFC, without control characters, its white space single and none at the ends."""
    if not (name.isprintable() and unicodedata.is_normalized("NFC", name)):
        name = "".join(
            " " if unicodedata.category(char).startswith(("Z", "C")) else char
            for char in unicodedata.normalize("NFC", name)
            if char not in _INVISIBLE
        )
    return " ".join(name.split())


def required(name: str) -> str:
    """A tidied name; raises QualtoolError (`name_empty`, `name_long`) where it cannot be one."""
    tidied = tidy(name)
    if not tidied:
        raise QualtoolError("name_empty", _("A name needs at least one letter or sign."))
    if len(tidied) > LONGEST:
        raise QualtoolError(
            "name_long",
            _("A name can have at most {limit} characters; this one has {count}."),
            limit=LONGEST,
            count=len(tidied),
        )
    return tidied


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """What two names must share to be the same name: letter case and spacing do not matter."""
    return unicodedata.normalize("NFC", tidy(name).casefold())


def same(one: str, other: str) -> bool:
    """Whether two names are the same name."""
    return folded(one) == folded(other)


def free(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with " (2)", " (3)" … added where it is taken already."""
    held = {folded(other) for other in taken}
    if folded(name) not in held:
        return name
    number = 2
    while folded(f"{name} ({number})") in held:
        number += 1
    return f"{name} ({number})"


def excerpted(name: str, limit: int = 80) -> str:
    """A name short enough for one line, cut at a word with "…" where it is longer."""
    if len(name) <= limit:
        return name
    cut = name[: limit - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def by_number(name: str) -> list[tuple[int, int, str]]:
    """A key to sort names by, with numbers by their value: "Uke 2" before "Uke 10"."""
    parts = re.split(r"(\d+)", folded(name))
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]
