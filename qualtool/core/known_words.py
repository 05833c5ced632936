"""All words of people and places that a project knows, to be looked for in any text."""

from __future__ import annotations

from dataclasses import dataclass

from qualtool.core.disclosure import KnownWord


@dataclass(frozen=True)
class Known:
    """All that is known, made once and looked for in any number of texts.

    `allowed` are words that give nobody away, though they look so: pseudonyms, places that are
    shown, the researcher's own name. Of a name in several words ("Kari Nordmann") each part is
    looked for; what is allowed is left alone as it is given, with its genitive.
    """

    words: tuple[KnownWord, ...] = ()
    allowed: tuple[str, ...] = ()
