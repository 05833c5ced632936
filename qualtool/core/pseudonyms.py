"""Real names found in a text and replaced by pseudonyms, before anything is stored.

Each part of a name is looked for: "Siri Haugen" is found as "Siri", "Haugen", "SIRI HAUGEN",
"Haugen, Siri", "siri.haugen" and, with its genitive, as "Siris". A place can be left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from qualtool.core.names import same
from qualtool.core.person_words import NEVER_ALONE, is_initials, words_of_name
from qualtool.core.source import Source
from qualtool.core.substituting import Edit, in_source, substituted
from qualtool.core.word_finding import keeps_its_capitals

_CAMEL: Final = re.compile(r"[A-ZÆØÅ][^\W\d_A-ZÆØÅ]+|[A-ZÆØÅ]{2,}(?![a-zæøå])|[^\W\d_A-ZÆØÅ]+")
_BETWEEN: Final = re.compile(r"[._+-]|[ \u00a0](?:[A-ZÆØÅ]\.?[ \u00a0])?")
_TURNED: Final = re.compile(r",[ \u00a0]")
_SPELT: Final = (("ø", ("o", "oe")), ("å", ("a", "aa")), ("æ", ("ae",)), ("ö", ("o", "oe")),
                 ("ä", ("a", "ae")))  # fmt: skip
_HISSING: Final = ("s", "x", "z")


@dataclass(frozen=True, slots=True)
class Naming:
    """A real name, and what stands for it."""

    name: str
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Place:
    """`text[start:end]` holds a name and becomes `words`.

    `sure` is False for a single word in small letters, which is as often a word as a name ("bo",
    "haugen"): such a place is shown, and only replaced when the researcher says so.
    """

    start: int
    end: int
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    key: str
    who: frozenset[int]
    genitive: bool


def places(
    text: str, namings: Sequence[Naming], *, own: Collection[str] = (), unclear: str = "[…]"
) -> tuple[Place, ...]:
    """Where the names stand in a text, in order.

    A part that several people share is taken for the one of them who speaks in the document
    (`own` names these); where that does not tell them apart it becomes `unclear`.
    """
    known = _known(tuple(namings))
    if not known:
        return ()
    words = _any_of(tuple(sorted(known, key=len, reverse=True)))
    found = (each for match in words.finditer(text) if (each := _named(text, match, known)))
    return tuple(
        place
        for run in _runs(text, found)
        if (place := _place(text, run, namings, own, unclear)) is not None
    )


def without_names(words: str, namings: Sequence[Naming], *, unclear: str = "[…]") -> str:
    """A short text such as a file's name or a title, with every name in it replaced."""
    known = _known(tuple(namings))
    if not known:
        return words
    found = (
        each
        for match in _CAMEL.finditer(words)
        if (each := _named(words, match, known)) is not None
    )
    edits = [
        Edit(place.start, place.end, place.words)
        for run in _runs(words, found)
        if (place := _place(words, run, namings, (), unclear)) is not None
    ]
    return substituted(words, edits)


def pseudonymised(
    source: Source,
    namings: Sequence[Naming],
    *,
    own: Collection[str] = (),
    unclear: str = "[…]",
    left_alone: Collection[int] = (),
    taken_too: Collection[int] = (),
    found: Iterable[Place] | None = None,
) -> Source:
    """A document without the names: in text, labels, raw text and what the file says of itself.

    `left_alone` are starts of sure places that stay, `taken_too` of unsure ones that go. In the
    raw text, which also holds labels and heads, the same places stay. `found` are the `places` of
    the text, where they have been looked for already.
    """
    if found is None:
        found = places(source.text, namings, own=own, unclear=unclear)
    edits = [
        Edit(each.start, each.end, each.words)
        for each in found
        if (each.start not in left_alone if each.sure else each.start in taken_too)
    ]
    in_raw = _raw_places(source, left_alone), _raw_places(source, taken_too)
    raw_edits = [
        Edit(each.start, each.end, each.words)
        for each in places(source.raw, namings, own=own, unclear=unclear)
        if (each.start not in in_raw[0] if each.sure else each.start in in_raw[1])
    ]
    made = in_source(source, edits, raw_edits)
    facts: Mapping[str, str | int] = {
        key: without_names(fact, namings, unclear=unclear) if isinstance(fact, str) else fact
        for key, fact in source.facts.items()
    }
    speakers = tuple(
        replace(each, label=_label(each.label, namings, unclear)) for each in source.speakers
    )
    return replace(made, speakers=speakers, facts=facts)


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of these words where it stands alone, in any case and with an -s behind it."""
    either = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![^\W\d_])(?:{either})s?(?![^\W\d_])", re.IGNORECASE)


def _label(label: str, namings: Sequence[Naming], unclear: str) -> str:
    for each in namings:
        if same(each.name, label):
            return each.pseudonym
    return without_names(label, namings, unclear=unclear)


def _raw_places(source: Source, starts: Collection[int]) -> set[int]:
    return {
        start + origin.raw_start - origin.start
        for origin in source.origins
        for start in starts
        if origin.start <= start < origin.start + origin.length
    }


@lru_cache(maxsize=8)  # the same people are looked for in every file
def _known(namings: tuple[Naming, ...]) -> Mapping[str, set[int]]:
    known: dict[str, set[int]] = {}
    for number, naming in enumerate(namings):
        for word in words_of_name(naming.name):
            for spelling in spellings(word.casefold()):
                known.setdefault(spelling, set()).add(number)
        whole = "".join(words_of_name(naming.name)).casefold()
        known.setdefault(whole, set()).add(number)
    return known


def spellings(word: str) -> Iterable[str]:
    """A word as it is, and as it is written where the letters are lacking: "Bjorn", "Haakon"."""
    found = [word]
    for letter, others in _SPELT:
        found += [each.replace(letter, other) for each in found for other in others]
    plain = unicodedata.normalize("NFD", word.replace("å", "\0")).replace("\0", "å")
    found.append("".join(char for char in plain if not unicodedata.combining(char)))
    return dict.fromkeys(found)


def _named(text: str, match: re.Match[str], known: Mapping[str, set[int]]) -> _Found | None:
    start, end = match.span()
    key = match[0].casefold()
    if key in known:
        owns = key.endswith(_HISSING) and text[end : end + 1] in ("'", "’")
        owns = owns and not text[end + 1 : end + 2].isalpha()
        return _Found(start, end + owns, key, frozenset(known[key]), owns)
    if len(key) > 2 and key.endswith("s") and key[:-1] in known:
        return _Found(start, end, key[:-1], frozenset(known[key[:-1]]), True)
    return None


def _runs(text: str, found: Iterable[_Found]) -> Iterable[list[_Found]]:
    """Parts that stand together: first names, surnames, an initial between them."""
    run: list[_Found] = []
    for each in found:
        if run and not _go_together(text, run, each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _go_together(text: str, run: Sequence[_Found], after: _Found) -> bool:
    last = run[-1]
    if last.genitive or any(each.key == after.key for each in run):
        return False
    between = text[last.end : after.start]
    if not between:
        return True
    if _BETWEEN.fullmatch(between):
        return True
    return _TURNED.fullmatch(between) is not None and bool(last.who & after.who) and len(run) == 1


def _place(
    text: str,
    run: Sequence[_Found],
    namings: Sequence[Naming],
    own: Collection[str],
    unclear: str,
) -> Place | None:
    start, end = run[0].start, run[-1].end
    stands = text[start:end]
    single = len(run) == 1
    if single and (len(run[0].key) < 2 or run[0].key in NEVER_ALONE):
        return None
    initials = single and all(is_initials(namings[number].name) for number in run[0].who)
    if initials and not stands.isupper():
        return None
    who = frozenset.intersection(*(each.who for each in run)) or _first_named(run, namings)
    meant = {namings[number].pseudonym for number in who}
    if len(meant) > 1:
        meant = {namings[n].pseudonym for n in who if any(same(namings[n].name, o) for o in own)}
    words = meant.pop() if len(meant) == 1 else unclear
    if run[-1].genitive:
        words += "’" if words.casefold().endswith(_HISSING) else "s"
    if len(stands) > 2 and stands.isupper() and not keeps_its_capitals(words):
        words = words.upper()
    doubtful = single and stands.islower() and not _written_together(run[0], namings)
    return Place(start, end, words, sure=not (doubtful or initials))


def _first_named(run: Sequence[_Found], namings: Sequence[Naming]) -> frozenset[int]:
    """Who is meant by a first name with a surname that was added by itself: the first name's.

    "Kari Nygård" is Kari, where she is known by no more than that and "Nygård" is "[navn]".
    """
    first, *added = (
        frozenset(n for n in each.who if len(words_of_name(namings[n].name)) == 1) for each in run
    )
    meant = {namings[number].pseudonym for number in first}
    others = {namings[number].pseudonym for who in added for number in who} - meant
    return first if all(added) and all(each.startswith("[") for each in others) else frozenset()


def _written_together(part: _Found, namings: Sequence[Naming]) -> bool:
    words = (words_of_name(namings[number].name) for number in part.who)
    return any(len(each) > 1 and "".join(each).casefold() == part.key for each in words)
