"""What the command palette lists, and which of it fits what has been typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qualtool.i18n import gettext as _

Kind = Literal["action", "document", "code", "theme", "case", "question"]
WORST = 62  # of 100, where fewer letters fit than would be recognised
MOST = 60


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be done or gone to; `key` is an action's key or a row's number."""

    kind: Kind
    key: str
    words: str
    detail: str = ""
    colour: str = ""
    keys: str = ""
    icon: str = ""

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.kind, self.key


def kind_in_words(kind: Kind) -> str:
    """What an item is."""
    match kind:
        case "action":
            return _("Action")
        case "document":
            return _("Document")
        case "code":
            return _("Code")
        case "theme":
            return _("Theme")
        case "case":
            return _("Case")
        case "question":
            return _("Question")


def fitting(items: Sequence[Item], typed: str) -> list[Item]:
    """The items that fit what was typed, the best first; all of them where nothing was.

    A name that begins with it comes before one with a word that does, that before one that holds
    it, that before one that only resembles it (rapidfuzz's partial ratio, at least `WORST`) and is
    no shorter: a name of one letter would resemble anything. Equals keep their order.
    """
    wanted = typed.casefold().strip()
    if not wanted:
        return list(items)[:MOST]
    from rapidfuzz import fuzz

    ranked: list[tuple[float, int, Item]] = []
    for place, item in enumerate(items):
        words = item.words.casefold()
        if words.startswith(wanted):
            rank = 0.0
        elif f" {wanted}" in f" {words}".replace("«", " ").replace("“", " "):
            rank = 1.0
        elif wanted in words:
            rank = 2.0
        elif all(part in words for part in wanted.split()):
            rank = 2.5
        elif wanted in item.detail.casefold():
            rank = 3.0
        elif (
            2 < len(wanted) <= len(words) and (score := fuzz.partial_ratio(wanted, words)) >= WORST
        ):
            rank = 4 + (100 - score) / 100
        else:
            continue
        ranked.append((rank, place, item))
    return [item for _rank, _place, item in sorted(ranked, key=lambda each: each[:2])][:MOST]


def letters(words: str, typed: str) -> list[tuple[int, int]]:
    """Which stretches of an item's words to show as those that fit: start and end."""
    lower, found = words.casefold(), []
    if len(lower) != len(words):
        return []
    for part in [typed.casefold().strip(), *typed.casefold().split()]:
        place = lower.find(part) if part else -1
        if place >= 0:
            found.append((place, place + len(part)))
            if len(found) == 1 and part == typed.casefold().strip():
                break
    return sorted(set(found))
