"""Values of attributes as written: whether they fit the attribute's kind, and what they count as.

What does not fit is said to be so and never altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from qualtool.core.dates import read
from qualtool.core.names import folded, tidy

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


def alike(kind: str, one: str, other: str) -> bool:
    """Whether two values of a kind say the same, though written in two ways: "37,5" and "37.5"."""
    match kind:
        case "number" if number(one) is not None:
            return number(one) == number(other)
        case "date" if read(one).first is not None:
            return (read(one).first, read(one).last) == (read(other).first, read(other).last)
        case "yes_no" if yes_no(one) is not None:
            return yes_no(one) is yes_no(other)
    return tidy(one) == tidy(other)
