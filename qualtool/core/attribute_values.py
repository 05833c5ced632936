"""Values of attributes as written: whether they fit the attribute's kind, and what they count as.

What does not fit is said to be so and never altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from qualtool.core.dates import read
from qualtool.core.names import folded

KINDS: Final = ("text", "choice", "number", "date", "yes_no")
TARGETS: Final = ("case", "document")
VISIBILITIES: Final = ("analysis", "shown", "grouped")
_NUMBER: Final = re.compile(r"[-−–]?(?:\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,]\d+)?")
_YES: Final = frozenset("ja yes y j 1 x true sant sann".split())
_NO: Final = frozenset("nei no n 0 false usant usann".split())


def number(value: str) -> Decimal | None:
    """A number as Norwegians and English write it ("12 000", "37,5"); None for anything else."""
    if not _NUMBER.fullmatch(value.strip()):
        return None
    plain = re.sub(r"\s", "", value).replace(",", ".")
    return Decimal(plain.replace("−", "-").replace("–", "-"))


def yes_no(value: str) -> bool | None:
    """Yes or no, in any of our languages; None for anything else."""
    said = folded(value)
    return True if said in _YES else False if said in _NO else None


def fits(kind: str, value: str, choices: Iterable[str] = ()) -> bool:
    """Whether a value is of a kind; nothing at all fits every kind.

    A choice has to be one of `choices`, letter case aside; a date one that can be told.
    """
    if not value.strip():
        return True
    match kind:
        case "choice":
            return folded(value) in map(folded, choices)
        case "number":
            return number(value) is not None
        case "date":
            return read(value).first is not None
        case "yes_no":
            return yes_no(value) is not None
    return True
