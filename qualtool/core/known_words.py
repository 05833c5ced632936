"""All words of people and places that a project knows, ready to be looked up in any text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, TypeAlias

from qualtool.core.compound_words import DEFINITE, ENDINGS, HEADS, INFLECTIONS
from qualtool.core.disclosure import Kind, KnownWord
from qualtool.core.double_meanings import PLAIN, SMALL
from qualtool.core.folding import INVISIBLE
from qualtool.core.institution_words import is_institution
from qualtool.core.person_words import NEVER_ALONE, is_initials, words_of_name
from qualtool.core.pseudonyms import spellings
from qualtool.core.speakers import generic

How: TypeAlias = Literal["exact", "genitive", "compound", "near"]

VALUES: Final[frozenset[Kind]] = frozenset(("attribute", "job", "age"))  # words, not names

_MARKS: Final = "\u0300-\u036f"
TOKEN: Final = re.compile(rf"[^\W_](?:[{_MARKS}{INVISIBLE}]*[^\W_])*[{_MARKS}]*")
_CACHED: Final = 300_000  # different words of texts that are remembered
_LONGEST: Final = 80  # letters of a word that is looked at
_JOINABLE: Final = 6  # letters of somebody's name that something is joined to: "Haukenessaken"
_NEAR: Final = 5  # letters of a name from which one wrong letter leaves it recognisable
_TAIL: Final = re.compile(r"\d+\Z")
_DOUBLED: Final = re.compile(r"(.)\1+")
_NAMES_TOO: Final = frozenset("may june april august juni juli mars vår sommer vinter dag".split())
_ADJECTIVES: Final = ("al", "lig", "leg", "isk", "ende", "ande", "vat", "en", "ten", "stor")
_WEAK: Final = frozenset(
    "norge noreg norway norsk norske universitetet høgskolen høgskulen høyskolen sykehuset og i på "
    "ved for av the of and at in den det de avdeling avdelingen team tidligere tidlegare".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing with its words folded, and which of them may stand for it alone."""

    word: KnownWord
    parts: tuple[str, ...]
    strong: frozenset[int]
    letters: frozenset[int]  # parts written in capitals, such as "NAV"

    @property
    def in_order(self) -> bool:
        """Whether its words must stand as they are given; a name's may stand in any order."""
        return self.word.kind != "name"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word of a text may be: parts (entry, number) of known things, and how it is one."""

    places: tuple[tuple[int, int], ...]
    how: How
    key: str


@dataclass(frozen=True)
class WordIndex:
    """Known words by their parts. What has been looked up once is remembered."""

    entries: tuple[Entry, ...]
    parts: dict[str, tuple[tuple[int, int], ...]]
    near: dict[str, frozenset[str]]
    initials: dict[str, tuple[int, ...]]
    allowed: dict[str, tuple[tuple[str, ...], ...]]
    reach: int  # code points beside a place in which words that are allowed may begin or end
    read: dict[str, Reading | None] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)

    def has_any(self, tokens: set[str]) -> bool:
        """Whether one of a text's words may be a known one."""
        for token in tokens - self.plain:
            if self.reading(token) is not None:
                return True
            self.plain.add(token)
        return False

    def reading(self, token: str) -> Reading | None:
        """What a word as it stands in a text may be; None for most words."""
        try:
            return self.read[token]
        except KeyError:
            if len(self.read) > _CACHED:
                self.read.clear()
                self.plain.clear()
            found = self.read[token] = self._looked_up(token)
            return found

    def _looked_up(self, token: str) -> Reading | None:
        if len(token) > _LONGEST:
            return None
        word = folded(token)
        plain = _without_accents(word)
        for form in dict.fromkeys((word, plain, _TAIL.sub("", word))):
            if form in self.parts:
                return Reading(self.parts[form], "exact", form)
            if len(form) > 2 and form.endswith("s") and form[:-1] in self.parts:
                return Reading(self.parts[form[:-1]], "genitive", form[:-1])
        return self._inflected(token, word) or self._misspelt(token, plain)

    def _inflected(self, token: str, word: str) -> Reading | None:
        """ "Eidskogingen", "Nordvikordføreren", "NAVet", and a title that is known: "rektoren"."""
        for cut in range(len(word) - 1, 2, -1):
            key, rest = word[:cut], word[cut:]
            places = self.parts.get(key)
            if places is None and rest.startswith("ing") and rest in ENDINGS:  # "tolging"
                key, places = next(
                    ((key + end, self.parts[key + end]) for end in "ae" if key + end in self.parts),
                    (key, None),
                )
            if places is None:
                continue
            fitting = tuple(
                (number, part)
                for number, part in places
                if self._goes_on(self.entries[number], part, key, rest, token)
            )
            if fitting:
                return Reading(fitting, "compound", key)
        return None

    def _goes_on(self, entry: Entry, part: int, key: str, rest: str, token: str) -> bool:
        capital = token[0].isupper()
        if part in entry.letters:
            written = token[: len(key)].isupper() and token[len(key) :].islower()
            return (written and rest in INFLECTIONS) or (len(rest) > 4 and rest.startswith(HEADS))
        if entry.word.kind in VALUES and rest in INFLECTIONS:
            return len(key) > 3
        if part not in entry.strong or len(key) < 4 or not (capital or len(key) > 4):
            return False
        name, double = entry.word.kind == "name", key in PLAIN or key in SMALL
        if (name and (double or len(key) < _JOINABLE)) or (not capital and (name or double)):
            return False
        if entry.word.kind in ("workplace", "organisation") and rest in DEFINITE and capital:
            return True
        bare = rest[1:] if rest.startswith("s") and len(rest) > 3 else rest
        head = rest.startswith(HEADS) or bare.startswith(HEADS)
        return (entry.word.kind != "name" and rest in ENDINGS) or (len(rest) > 2 and head)

    def _misspelt(self, token: str, word: str) -> Reading | None:
        if len(word) < _NEAR or not token[0].isupper() or word in PLAIN or word in SMALL:
            return None
        for form in (word, word[:-1]) if word.endswith("s") else (word,):
            found = {
                key
                for slip in _slips(form)
                for key in self.near.get(slip, ())
                if _is_near(form, key)
            }
            if found:
                key = min(found)
                places = tuple(
                    (number, part)
                    for number, part in self.parts[key]
                    if part in self.entries[number].strong
                )
                return Reading(places, "near", key)
        return None


@dataclass(frozen=True)
class Known:
    """All that is known, made once and looked for in any number of texts.

    `allowed` are words that give nobody away, though they look so: pseudonyms, places that are
    shown, the researcher's own name. Of a name in several words ("Kari Nordmann") each part is
    looked for; what is allowed is left alone as it is given, with its genitive.
    """

    words: tuple[KnownWord, ...] = ()
    allowed: tuple[str, ...] = ()

    @cached_property
    def index(self) -> WordIndex:
        """The words ready to be looked up; made when first needed."""
        return _index(self.words, self.allowed)


def folded(token: str) -> str:
    """A word as it is compared: small letters, composed, without what is not seen."""
    if token.isascii():
        return token.lower()
    plain = unicodedata.normalize("NFC", token).casefold()
    return "".join(char for char in plain if char not in INVISIBLE)


def _without_accents(word: str) -> str:
    """ "andré" as "andre"; the letters å, ö and ä are kept."""
    if word.isascii():
        return word
    return "".join(
        char if char in "åöäøæ" else unicodedata.normalize("NFD", char)[0] for char in word
    )


def _index(words: Sequence[KnownWord], allowed: Sequence[str]) -> WordIndex:
    entries = tuple(entry for word in dict.fromkeys(words) if (entry := _entry(word)) is not None)
    entries = tuple(_without_shared(entries))
    parts: dict[str, list[tuple[int, int]]] = {}
    near: dict[str, set[str]] = {}
    signs: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for at, part in enumerate(entry.parts):
            bare = part[:-1] if _is_genitive(entry, at) else part
            for spelling in dict.fromkeys((*_all_spellings(part), *_all_spellings(bare))):
                if (number, at) not in parts.setdefault(spelling, []):
                    parts[spelling].append((number, at))
                if at in entry.strong and at not in entry.letters and len(spelling) > 3:
                    for slip in _slips(spelling):
                        near.setdefault(slip, set()).add(spelling)
        if entry.word.kind == "name" and is_initials(entry.word.words):
            signs.setdefault(entry.parts[0].upper(), []).append(number)
        if entry.word.kind == "name" and len(entry.parts) > 1:
            parts.setdefault("".join(entry.parts), []).append((number, -1))
            letters = "".join(part[0] for part in entry.parts).upper()
            for sign in {letters, *(letters[0] + letter for letter in letters[1:])}:
                signs.setdefault(sign, []).append(number)
    left: dict[str, list[tuple[str, ...]]] = {}
    for each in allowed:
        tokens = tuple(folded(token) for token in TOKEN.findall(each))
        if tokens:
            left.setdefault(tokens[0], []).append(tokens)
    return WordIndex(
        entries,
        {part: tuple(places) for part, places in parts.items()},
        {slip: frozenset(keys) for slip, keys in near.items()},
        {sign: tuple(numbers) for sign, numbers in signs.items()},
        {first: tuple(sorted(each, key=len, reverse=True)) for first, each in left.items()},
        max(map(len, allowed), default=0) + 3,
    )


def _is_genitive(entry: Entry, at: int) -> bool:
    """Whether a part may be a name in the genitive: "Olavs" of a workplace called after him."""
    part = entry.parts[at]
    inside = entry.in_order and at in entry.strong and at + 1 < len(entry.parts)
    return inside and len(part) > 4 and part.endswith("s")


def _entry(word: KnownWord) -> Entry | None:
    if word.kind == "name":
        tokens = _of_name(word.words)
        if not tokens and is_initials(word.words) and not generic(word.words):
            tokens = [re.sub(r"[. ]", "", word.words)]
        if generic(word.words):
            return None
        strong = {n for n, each in enumerate(tokens) if each.casefold() not in NEVER_ALONE}
    else:
        tokens = TOKEN.findall(word.words)
        strong = {n for n, each in enumerate(tokens) if _stands_alone(n, each, tokens, word.kind)}
    if not tokens or (len(tokens) == 1 and tokens[0].isdigit() and len(tokens[0]) < 4):
        return None
    letters = {
        n for n, each in enumerate(tokens) if each.isupper() and each.isalpha() and len(each) < 6
    }
    if len(tokens) > 1 and all(each.isupper() for each in tokens) and word.kind == "name":
        letters = set()  # "KARI NORDMANN"
    return Entry(word, tuple(map(folded, tokens)), frozenset(strong), frozenset(letters))


def _of_name(name: str) -> list[str]:
    """The words of somebody's name; "May", "Vår" and "Dag" may be one beside another."""
    words = words_of_name(name)
    if not words or any(char.isdigit() for char in name):
        return list(words)
    tokens = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", re.sub(r"\(.*?\)", "", name)))
    return [token for token in tokens if token in words or token.casefold() in _NAMES_TOO]


def _stands_alone(at: int, token: str, tokens: Sequence[str], kind: Kind) -> bool:
    word = folded(token)
    if not token[0].isupper() or len(token) < 2 or is_institution(word) or word in _WEAK:
        return False
    if token.isupper() and len(token) < 6:
        return True
    called = not word.endswith(_ADJECTIVES) and any(
        is_institution(folded(each)) for each in tokens[1:]
    )
    if kind in VALUES:  # "Rektor ved Nordvik": a first word has its capital without being a name
        return at > 0 or called
    if len(tokens) == 1 or kind == "place":
        return True
    if len(token) < 3 or at > 0:
        return at > 0 and len(token) > 2
    return called or any(each[0].isupper() for each in tokens[1:])


def _without_shared(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Letters such as "NAV" tell of nobody alone, where several people's workplaces have them."""
    whose: dict[str, set[str]] = {}
    for entry in entries:
        for part in entry.letters:
            whose.setdefault(entry.parts[part], set()).add(entry.word.whose)
    for entry in entries:
        shared = {part for part in entry.letters if len(whose[entry.parts[part]]) > 1}
        if entry.word.kind == "name" or not shared:
            yield entry
        else:
            yield Entry(entry.word, entry.parts, entry.strong - shared, entry.letters)


def _all_spellings(word: str) -> Iterator[str]:
    found = [*spellings(word)]
    for typed, letter in (("aa", "å"), ("ae", "æ"), ("oe", "ø")):
        if typed in word:
            found.append(word.replace(typed, letter))
    yield from dict.fromkeys(found)


def _slips(word: str) -> set[str]:
    """A word with one letter left out, each in turn, and as it is."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, min(len(word), 40)))}


def _is_near(word: str, key: str) -> bool:
    """Whether one letter is wrong, missing, added or two have changed places, behind the first."""
    if word[0] != key[0] or abs(len(word) - len(key)) > 1 or word == key:
        return False
    if undoubled(word) == undoubled(key):
        return True
    if min(len(word), len(key)) < _NEAR:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, key, strict=False)) if a != b), -1)
    if at < 0:
        return True
    turned = word[at : at + 2] == key[at : at + 2][::-1] and word[at + 2 :] == key[at + 2 :]
    one, other = word[at:], key[at:]
    return turned or one[1:] == other[1:] or one == other[1:] or one[1:] == other


def undoubled(word: str) -> str:
    """A word with each letter once where it is doubled: "karri" as "kari"."""
    return _DOUBLED.sub(r"\1", word)
