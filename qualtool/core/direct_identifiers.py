"""What in a text may tell directly who somebody is: names, telephone and birth numbers, e-mail.

Norwegian writes capitals only in names and where sentences begin, so that a capital inside a
sentence is what gives a name away: of a person, a place or an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from qualtool.core import written_numbers
from qualtool.core.person_words import is_first_name, words_of_name
from qualtool.core.written_contacts import mail

Kind = Literal["name", "phone", "email", "birth_number"]

_ABBREVIATED: Final = re.compile(r"(?:[^\W\d_]|[A-ZÆØÅ]{2,})-[a-zæøå]")
_WORD: Final = re.compile(r"(?<!\d)[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_JOINED: Final = re.compile(r"[ \u00a0]")
_BEGINS: Final = re.compile(r"(?:^|[.!?:;…\n\[(«“\"–—•*/]|- )[\s\"«“(’'*]*\Z")
_NOT_NAMES: Final = frozenset(
    # with a capital inside a sentence, and no name: polite forms, the English "I", programs' words
    "i i'm i’m i've i’ve i'll i’ll i'd i’d dere de dem deres ok cv pc it tv nav hr wc dvd cd usb "
    "informant intervjuer intervjuar interviewer participant person deltaker deltakar respondent "
    "moderator monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december english norwegian "
    # what people begin with, which may stand nowhere else in a short text
    "ja nei jo jau joda neida nja mm hm hmm huff hallo hei ok okei greit nettopp akkurat og men så "
    "da då det den de dei vi eg jeg du han hun ho hva kva hvem kven hvor kor hvordan korleis når "
    "er har kan skal vil må ingen alle noen nokon mange få et en ei ein eit i på til fra frå med "
    "yes no well so and but the it we you they he she what who how when".split()
)


@dataclass(frozen=True, slots=True)
class Identifier:
    """`text[start:end]` may tell who somebody is."""

    start: int
    end: int
    kind: Kind


def identifiers(text: str, *, known: Collection[str] = ()) -> tuple[Identifier, ...]:
    """All of a text, in order and apart; `known` are words that are no names, such as pseudonyms.

    A number counts as a birth number where both its check digits are right.
    """
    numbers_found = numbers(text)
    no_names = _NOT_NAMES | {part.casefold() for word in known for part in word.split()}
    plain = list(text)
    for each in numbers_found:
        plain[each.start : each.end] = "·" * (each.end - each.start)
    found = [*numbers_found, *_names("".join(plain), no_names)]
    return tuple(sorted(found, key=lambda each: each.start))


def numbers(text: str) -> tuple[Identifier, ...]:
    """Telephone numbers, e-mail addresses and birth numbers in a text, in order and apart."""
    found = [Identifier(each.start, each.end, "email") for each in mail(text)]
    held = {at for each in found for at in range(each.start, each.end)}
    found += (
        Identifier(each.start, each.end, each.kind)
        for each in written_numbers.numbers(text)
        if each.kind in ("phone", "birth_number")
        and each.level != "possible"
        and each.start not in held
    )
    return tuple(sorted(found, key=lambda each: each.start))


def _names(text: str, known: frozenset[str]) -> Iterator[Identifier]:
    """Capitalised words that may be names; those that stand together are one."""
    small: set[str] = set()
    capitals: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if word[0][0].isupper():
            capitals.append(word)
        else:
            small.add(word[0])
    inside = {form for word in capitals if not _begins(word) for form in (word[0], _bare(word[0]))}
    run: list[re.Match[str]] = []
    for word in capitals:
        named = _may_name(word[0], known) and _is_written_as_one(word, inside, small)
        if run and not (named and _JOINED.fullmatch(text[run[-1].end() : word.start()])):
            yield Identifier(run[0].start(), run[-1].end(), "name")
            run = []
        if named:
            run.append(word)
    if run:
        yield Identifier(run[0].start(), run[-1].end(), "name")


def _is_written_as_one(
    word: re.Match[str], inside: Collection[str], small: Collection[str]
) -> bool:
    """Whether a word has its capital because it is a name, as far as the text can tell."""
    said = word[0]
    if said.casefold() in small:  # "Haugen er bratt", where "haugen" stands too
        return is_first_name(said) and not _begins(word)
    return said in inside or _bare(said) in inside or is_first_name(said)


def _may_name(word: str, known: frozenset[str]) -> bool:
    plain = word.casefold()
    if len(word) < 2 or not word[0].isupper() or not known.isdisjoint((plain, _bare(plain))):
        return False
    if (word.isupper() and len(word) < 5) or _ABBREVIATED.match(word):
        return False  # NAV, NRK, NAV-lederen
    return bool(words_of_name(word))


def _begins(word: re.Match[str]) -> bool:
    """Whether a word is the first of a sentence, of what is quoted, or of a line."""
    return _BEGINS.search(word.string, max(0, word.start() - 6), word.start()) is not None


def _bare(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
