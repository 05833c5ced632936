"""The ways a coding can be read, such as barrier and opportunity, by key, word or sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from qualtool.core.names import folded

_SIGNS: Final = {
    "-": "-",
    "−": "-",
    "–": "-",
    "+": "+",
    "±": "±",
    "+/-": "±",
    "+-": "±",
    "-/+": "±",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A valence with its key, its sign, the project's name, and its words by language."""

    key: str
    sign: str
    name: str
    words: Mapping[str, str] = field(default_factory=dict)


def recognised(said: str, choices: Iterable[Choice]) -> str | None:
    """The key of the valence that is meant by a key, a word in any language, or a sign."""
    wanted = folded(said)
    sign = _SIGNS.get(wanted.replace(" ", ""))
    offered = list(choices)
    for choice in offered:
        if wanted in map(folded, (choice.key, choice.name, *choice.words.values())):
            return choice.key
    if sign is not None:
        return next((choice.key for choice in offered if _SIGNS.get(choice.sign) == sign), None)
    return None


def word(choice: Choice, language: str) -> str:
    """What a valence is called in a language.

    The template's own word for that language as long as the project's name still is one of the
    template's words; otherwise the name the researcher has given it.
    """
    if folded(choice.name) in map(folded, choice.words.values()):
        return choice.words.get(language, choice.name)
    return choice.name
