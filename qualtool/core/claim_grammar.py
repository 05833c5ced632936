"""How Norwegian and English put an amount of people: patterns made of the words for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

from qualtool.core import claim_words as said
from qualtool.core.claim_amounts import Key

_FLAGS: Final = re.IGNORECASE | re.VERBOSE
_INFLECTED: Final = r"(?:er|ene|ane|ar|en|et|e|a|s|es)?"
_FEWEST_LETTERS: Final = 3
_BEFORE: Final = 60  # characters looked at before an amount
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
class Loose:
    """An amount without a word for people: what must stand here, and what right before it."""

    here: re.Pattern[str]
    before: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: `of_people` is an amount with a word for people, `loose` one without.

    `quantity` finds where an amount may begin. `asked` are words for those who were asked;
    `pointing` words that narrow nobody down.
    """

    quantity: re.Pattern[str]
    of_people: re.Pattern[str]
    loose: tuple[Loose, ...]
    asked: re.Pattern[str]
    pointing: re.Pattern[str]
    saying: re.Pattern[str]
    start: re.Pattern[str]
    keys: tuple[tuple[Key, re.Pattern[str]], ...]

    def amounts(self, sentence: str) -> Iterator[tuple[re.Match[str], bool]]:
        """Where a sentence may say an amount, and whether a word for people goes with it."""
        reach = 0  # a number among the words before the people is no amount of its own
        for found in self.quantity.finditer(sentence):
            at = found.start()
            if at < reach:
                continue
            if (match := self.of_people.match(sentence, at)) is not None:
                reach = match.end()
                yield match, True
            for loose in self.loose:
                match = loose.here.match(sentence, at)
                low = max(0, at - _BEFORE)
                if match is not None and (
                    loose.before is None or loose.before.search(sentence, low, at) is not None
                ):
                    yield match, False

    def key(self, quantity: str) -> Key:
        """The kind of an amount that the patterns have found."""
        words = " ".join(quantity.split())
        return next(key for key, pattern in self.keys if pattern.fullmatch(words))

    def begins(self, sentence: str, at: int) -> bool:
        """Whether a clause begins at a place in a sentence."""
        return self.start.search(sentence, 0, at) is not None

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
    verb = rf"(?:{said.ADVERB_NO}\s+){{0,4}}(?P<verb>{said.SAYING_NO})(?!\w)"
    number = said.NUMBER_NO
    return _compiled(
        quantity=quantity,
        of_people=rf"""{quantity}
            (?P<mods>(?:\s+{said.POINTING_NO}(?!\w)){{0,4}}(?:\s+{said.ADJECTIVE_NO}(?!\w)){{0,2}})\s+
            (?P<people>(?:{said.PEOPLE_NO}{extra})(?![\w-])
            |(?<=\bav\s)(?:dem|dei|disse|desse)(?!\w))""",
        loose=(
            (rf"{quantity}\s+{verb}", _START_NO),
            (rf"{quantity}\s+som\s+{verb}", ""),
            (
                rf"{quantity}\s+(?:av\s+dem\s+|som\s+)?(?:vi|jeg|eg)\s+(?:intervju|snakk\w+\s+med)",
                "",
            ),
            (
                rf"{quantity}(?=\s+(?:er|var)(?!\w)|\s*[.,])",
                r"(?<!\w)(?:felles|sams|likt|gjelder|gjeld)\s+(?:for\s+)?",
            ),
            (
                (
                    rf"{quantity}\s+av\s+(?:de|dei)\s+(?:andre|øvrige|øvrege)"
                    rf"(?=\s*[).,;:]|\s*$|\s+som(?!\w)|\s+{verb})"
                ),
                "",
            ),
            (rf"{quantity}{_END_NO}", rf"(?<!\w)(?:{said.SAYING_NO}|er|var)\s+"),
            (
                rf"(?P<quantity>alle|begge|samtlige){_END_NO}",
                rf"(?<!\w)(?:{said.ASKED_NO}|de|dei)\s+\w+\s+",
            ),
            (
                (
                    rf"(?P<quantity>(?:{number}|én|éin|en|ein)\ av\ (?:de\ |dei\ )?{number})"
                    rf"(?=\s*[).,;]|\s*$|\s+{verb})"
                ),
                "",
            ),
        ),
        asked=said.ASKED_NO,
        pointing=said.POINTING_NO,
        saying=rf"\s+(?:\([^()]*\)\s+)?{verb}",
        start=_START_NO,
        quantities=said.QUANTITIES_NO,
    )


def _english(extra: str) -> Grammar:
    quantity = _quantity(said.QUANTITIES_EN)
    verb = rf"(?:{said.ADVERB_EN}\s+){{0,4}}(?P<verb>{said.SAYING_EN})(?!\w)"
    number = said.NUMBER_EN
    return _compiled(
        quantity=quantity,
        of_people=rf"""{quantity}
            (?P<mods>(?:\s+{said.POINTING_EN}(?!\w)){{0,4}}(?:\s+{said.ADJECTIVE_EN}(?![\w-])){{0,2}})\s+
            (?P<people>(?:{said.ASKED_EN}|{said.PEOPLE_EN}{extra})(?![\w-])
            |{said.PERSON_EN}(?![\w-])
            |(?<=\bof\s)(?:them|these|those)(?!\w))""",
        loose=(
            (rf"{quantity}\s+{verb}", _START_EN),
            (rf"{quantity}\s+who\s+{verb}", ""),
            (
                rf"{quantity}\s+(?:(?:that|who|whom)\s+)?(?:we|i)\s+(?:interviewed|spoke|talked)",
                "",
            ),
            (rf"{quantity}\s+of\s+the\s+others(?!\w)", ""),
            (
                rf"(?P<quantity>all|both)\s+(?P<verb>{said.SAYING_EN}|agreed|sure|unsure)(?!\w)",
                rf"(?<!\w)(?:{said.ASKED_EN}|they)\s+(?:(?:were|are|have|had)\s+)?",
            ),
            (
                (
                    rf"(?P<quantity>(?:{number}|one)\ (?:out\ )?of\ (?:the\ )?{number})"
                    rf"(?=\s*[).,;]|\s*$|\s+{verb})"
                ),
                "",
            ),
        ),
        asked=said.ASKED_EN,
        pointing=said.POINTING_EN,
        saying=rf"\s+(?:\([^()]*\)\s+)?{verb}",
        start=_START_EN,
        quantities=said.QUANTITIES_EN,
    )


def _quantity(quantities: Sequence[tuple[str, str]]) -> str:
    return rf"(?<![\w-])(?P<quantity>{'|'.join(pattern for _kind, pattern in quantities)})(?![\w-])"


def _compiled(
    *,
    quantity: str,
    of_people: str,
    loose: Sequence[tuple[str, str]],
    asked: str,
    pointing: str,
    saying: str,
    start: str,
    quantities: Sequence[tuple[str, str]],
) -> Grammar:
    return Grammar(
        quantity=re.compile(quantity, _FLAGS),
        of_people=re.compile(of_people, _FLAGS),
        loose=tuple(
            Loose(
                re.compile(here, _FLAGS),
                re.compile(rf"{before}$", _FLAGS) if before else None,
            )
            for here, before in loose
        ),
        asked=re.compile(asked, _FLAGS),
        pointing=re.compile(rf"(?<!\w){pointing}(?!\w)", _FLAGS),
        saying=re.compile(saying, _FLAGS),
        start=re.compile(rf"{start}$", _FLAGS),
        keys=tuple((cast("Key", key), re.compile(each, _FLAGS)) for key, each in quantities),
    )
