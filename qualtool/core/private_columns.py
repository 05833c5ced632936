"""Which columns of a table may tell who somebody is: names, addresses, numbers to reach them by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qualtool.core.names import folded

# Who somebody is and where they can be reached is not for analysis, and not kept unless asked for.
_PRIVATE: Final = re.compile(
    r".*(?:e-?post|e-?mail|telefon|phone|mobil|ip[ -]?adr|ip[ -]address|fødselsnummer|personnummer|"
    r"adresse|address|full name|fullt navn|ditt navn|namnet ditt|your name|"
    r"(?:for|etter|mellom|bruker|brukar)na[vm]n|(?:first|last|user|sur) ?name).*|navn|namn|name|ip"
)
_REACHES: Final = re.compile(r"\S+@\S+\.\w+|(?:\+|00)?(?:47 ?)?(?:\d ?){8}")
_SEEN: Final = 200  # values that are looked at


def is_private(head: str, values: Sequence[str]) -> bool:
    """Whether a column may tell who somebody is, by its head or by most of its values.

    An empty column tells nothing.
    """
    seen = values[:_SEEN]
    if not seen:
        return False
    reaches = sum(_REACHES.fullmatch(one) is not None for one in seen)
    return _PRIVATE.fullmatch(folded(head).strip(" :?*$")) is not None or 2 * reaches > len(seen)
