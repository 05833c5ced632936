"""How Norwegian and English put an amount of people: patterns made of the words for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

from qualtool.core import claim_words as said
from qualtool.core.claim_amounts import Key

_FLAGS: Final = re.IGNORECASE | re.VERBOSE
_INFLECTED: Final = r"(?:er|ene|ane|ar|en|et|e|a|s|es)?"
_FEWEST_LETTERS: Final = 3
_START_NO: Final = (
    r"(?:^\W*|(?<=[,;:(–]\s)|(?<=[(–])|(?<=\bog\s)|(?<=\bmen\s)|(?<=\bat\s)|(?<=\bmens\s)"
    r"|(?<=\bsom\s)|(?<=\bder\s)|(?<=\bfordi\s)|(?<=\bnår\s)|(?<=\bhvor\s)|(?<=\bkor\s))"
)
_START_EN: Final = (
    r"(?:^\W*|(?<=[,;:(–]\s)|(?<=[(–])|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthat\s)|(?<=\bwhile\s)"
    r"|(?<=\bwhere\s)|(?<=\bwhich\s)|(?<=\bbecause\s)|(?<=\bwhereas\s))"
)
_END_NO: Final = (
    r"(?=\s+(?:at|om|det|dette|enig|einig|usikr|opptatt|tydelig|positiv|klar|også|òg)\w*"
    r"|\s*[.,;:)]|\s*$)"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: `of_people` finds an amount with a word for people.

    Each of `loose` finds one without such a word, beside a verb of saying. `asked` are words for
    those who were asked; `pointing` words that narrow nobody down.
    """

    of_people: re.Pattern[str]
    loose: tuple[re.Pattern[str], ...]
    asked: re.Pattern[str]
    pointing: re.Pattern[str]
    saying: re.Pattern[str]
    keys: tuple[tuple[Key, re.Pattern[str]], ...]

    def key(self, quantity: str) -> Key:
        """The kind of an amount that the patterns have found."""
        words = " ".join(quantity.split())
        return next(key for key, pattern in self.keys if pattern.fullmatch(words))

    def says(self, sentence: str, at: int) -> bool:
        """Whether a verb of saying follows at a place in a sentence."""
        return self.saying.match(sentence, at) is not None


@lru_cache(maxsize=8)
def grammars(more: frozenset[str]) -> tuple[Grammar, Grammar]:
    """Norwegian and English, with more words for those a study is about in their basic form."""
    words = sorted(more, key=lambda word: (-len(word), word))
    own = [re.escape(" ".join(word.split())) for word in words if len(word) >= _FEWEST_LETTERS]
    extra = rf"|(?:{'|'.join(own)}){_INFLECTED}" if own else ""
    return _norwegian(extra), _english(extra)


def _norwegian(extra: str) -> Grammar:
    quantity = _quantity(said.QUANTITIES_NO)
    verb = rf"(?:{said.ADVERB_NO}\s+)*(?P<verb>{said.SAYING_NO})(?!\w)"
    number = said.NUMBER_NO
    return _compiled(
        of_people=rf"""{quantity}
            (?P<mods>(?:\s+{said.POINTING_NO}(?!\w))*(?:\s+{said.ADJECTIVE_NO}(?!\w)){{0,2}})\s+
            (?P<people>(?:{said.PEOPLE_NO}{extra})(?![\w-])
            |(?<=\bav\s)(?:dem|dei|disse|desse)(?!\w))""",
        loose=(
            rf"{_START_NO}{quantity}\s+{verb}",
            rf"{quantity}\s+som\s+{verb}",
            rf"(?<!\w)(?:{said.SAYING_NO}|er|var)\s+{quantity}{_END_NO}",
            (
                rf"(?<!\w)(?:{said.ASKED_NO}|de|dei)\s+\w+\s+"
                rf"(?P<quantity>alle|begge|samtlige){_END_NO}"
            ),
            (
                rf"(?<![\w-])(?P<quantity>(?:{number}|én|éin|en|ein)\ av\ (?:de\ |dei\ )?{number})"
                rf"(?=\s*[).,;]|\s*$|\s+{verb})"
            ),
        ),
        asked=said.ASKED_NO,
        pointing=said.POINTING_NO,
        saying=rf"\s+(?:\([^()]*\)\s+)?{verb}",
        quantities=said.QUANTITIES_NO,
    )


def _english(extra: str) -> Grammar:
    quantity = _quantity(said.QUANTITIES_EN)
    verb = rf"(?:{said.ADVERB_EN}\s+)*(?P<verb>{said.SAYING_EN})(?!\w)"
    number = said.NUMBER_EN

    return _compiled(
        of_people=rf"""{quantity}
            (?P<mods>(?:\s+{said.POINTING_EN}(?!\w))*(?:\s+{said.ADJECTIVE_EN}(?![\w-])){{0,2}})\s+
            (?P<people>(?:{said.ASKED_EN}|{said.PEOPLE_EN}{extra})(?![\w-])
            |{said.PERSON_EN}(?![\w-])
            |(?<=\bof\s)(?:them|these|those)(?!\w))""",
        loose=(
            rf"{_START_EN}{quantity}\s+{verb}",
            rf"{quantity}\s+who\s+{verb}",
            (
                rf"(?<!\w)(?:{said.ASKED_EN}|they)\s+(?:were\s+|are\s+|have\s+|had\s+)?"
                rf"(?P<quantity>all|both)\s+(?P<verb>{said.SAYING_EN}|agreed|sure|unsure)(?!\w)"
            ),
            (
                rf"(?<![\w-])(?P<quantity>(?:{number}|one)\ (?:out\ )?of\ (?:the\ )?{number})"
                rf"(?=\s*[).,;]|\s*$|\s+{verb})"
            ),
        ),
        asked=said.ASKED_EN,
        pointing=said.POINTING_EN,
        saying=rf"\s+(?:\([^()]*\)\s+)?{verb}",
        quantities=said.QUANTITIES_EN,
    )


def _quantity(quantities: Sequence[tuple[str, str]]) -> str:
    return rf"(?<![\w-])(?P<quantity>{'|'.join(pattern for _kind, pattern in quantities)})(?![\w-])"


def _compiled(
    *,
    of_people: str,
    loose: Sequence[str],
    asked: str,
    pointing: str,
    saying: str,
    quantities: Sequence[tuple[str, str]],
) -> Grammar:
    return Grammar(
        of_people=re.compile(of_people, _FLAGS),
        loose=tuple(re.compile(each, _FLAGS) for each in loose),
        asked=re.compile(asked, _FLAGS),
        pointing=re.compile(rf"(?<!\w){pointing}(?!\w)", _FLAGS),
        saying=re.compile(saying, _FLAGS),
        keys=tuple((cast("Key", key), re.compile(each, _FLAGS)) for key, each in quantities),
    )
