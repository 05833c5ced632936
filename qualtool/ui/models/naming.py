"""Pseudonyms for the people in a drop of files: proposed, written, applied, taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from qualtool.core.names import folded, tidy
from qualtool.core.person_words import name_in, tells_who, words_of_name
from qualtool.core.pseudonyms import Naming, Place, places, pseudonymised, without_names
from qualtool.core.same_person import known_as
from qualtool.core.source import Source
from qualtool.core.speakers import generic
from qualtool.operations.importing import Incoming
from qualtool.operations.survey import Survey
from qualtool.ui.material_words import interviewer_label
from qualtool.ui.models.identifying import number_places, together
from qualtool.ui.models.incoming import Entry, called, labelled

_ANSWERS = {"nb": "Informant", "nn": "Informant", "en": "Participant"}
_SOMEBODY = {"nb": "Person", "nn": "Person", "en": "Person"}
_UNCLEAR = {"nb": "[navn]", "nn": "[namn]", "en": "[name]"}


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What is chosen for the names of a drop.

    `said` are the pseudonyms written here or remembered, by the folded name; `others` are names
    of people who do not speak, `taken` what no new pseudonym may be called. `numbers` replaces
    telephone numbers, e-mail addresses and birth numbers, too.
    """

    on: bool = False
    said: Mapping[str, Naming] = field(default_factory=dict)
    others: tuple[Naming, ...] = ()
    taken: frozenset[str] = frozenset()
    numbers: bool = False

    def saying(self, name: str, pseudonym: str) -> Pseudonyms:
        """With a pseudonym for somebody."""
        naming = Naming(name, tidy(pseudonym))
        return replace(self, said={**self.said, folded(name): naming})


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who is met in a drop: the name, the part in the conversation, its language."""

    name: str
    role: str
    language: str


def apply(entries: Sequence[Entry], chosen: Pseudonyms) -> list[Entry]:
    """The files as they come in with these pseudonyms, or with the names where that is off."""
    namings = people(entries, chosen) if chosen.on else ()
    numbers = chosen.on and chosen.numbers
    return [replace(_applied(each, namings), without_numbers=numbers) for each in entries]


def people(entries: Sequence[Entry], chosen: Pseudonyms) -> tuple[Naming, ...]:
    """Everybody who is named as a speaker or in a file's name, with a pseudonym for each."""
    met: dict[str, _Person] = {}  # by the folded name
    kept = {folded(label) for entry in entries for label in _labels(entry) if not tells_who(label)}
    for entry in entries:
        for name, role in _named(entry):
            before = met.get(folded(name))
            if before is None or (before.role != "interviewer" and role == "interviewer"):
                met[folded(name)] = _Person(name, role, entry.chosen.language)
    said = {key: chosen.said[key].pseudonym for key in met if key in chosen.said}
    asking = [each.name for each in met.values() if each.role == "interviewer"]
    alone = bool(asking) and all(set(known_as(each, asking)) == set(asking) for each in asking)
    written = {each.name: each.pseudonym for each in (*chosen.said.values(), *chosen.others)}
    given_away = frozenset(folded(each) for each in written.values())
    taken = {*chosen.taken, *kept, *given_away}
    found: dict[str, Naming] = {}
    for key, who in met.items():
        others = [each for each in met.values() if _may_be(who, each)]
        names = [each.name for each in others]
        alike = {folded(each) for each in known_as(who.name, [*names, *written]) if each in names}
        given = [found[other].pseudonym for other in met if other in alike and other in found]
        given += [said[other] for other in met if other in alike and other in said]
        words = said.get(key) or next(iter(given), "")
        words = words or _remembered(who, [*names, *written], written)
        words = words or _proposal(who, taken, alone=alone, others=given_away)
        taken.add(folded(words))
        found[key] = Naming(who.name, words)
    remembered = (each for key, each in chosen.said.items() if key not in met)
    return tuple(e for e in (*found.values(), *remembered, *chosen.others) if not _same(e))


def _may_be(one: _Person, other: _Person) -> bool:
    """Whether the parts of two in their conversations let them be one person."""
    return {one.role, other.role} != {"interviewer", "participant"}


def _remembered(who: _Person, names: Sequence[str], written: Mapping[str, str]) -> str:
    """The pseudonym that was written or is remembered for somebody, by any part of the name."""
    alike = {each: written[each] for each in known_as(who.name, names) if each in written}
    asks = folded(interviewer_label(who.language))
    others = {
        pseudonym
        for pseudonym in alike.values()
        if not pseudonym.startswith("[")
        and (who.role != "participant" or not folded(pseudonym).startswith(asks))
    }
    return others.pop() if len(others) == 1 else ""


def coming_in(entries: Iterable[Entry], *, keep_originals: bool) -> list[Incoming]:
    """What comes in; the file itself of one whose names are replaced only if that is chosen."""
    return [
        replace(
            outcome(each),
            keep_original=keep_originals if each.replaces else each.chosen.keep_original,
        )
        for each in entries
        if each.source is not None and each.chosen.wanted
    ]


def outcome(entry: Entry) -> Incoming:
    """A file as it goes into the project: without the names, if they are to be replaced."""
    source = outcome_source(entry)
    if source is None or not entry.replaces:
        return entry.chosen
    facts = {
        key: without_names(each, entry.namings, unclear=unclear(entry))
        if isinstance(each, str) and key != "date"
        else each
        for key, each in entry.chosen.facts.items()
    }
    answers = entry.chosen.survey
    if answers is not None:
        answers = _answers_without_names(answers, entry)
    source = replace(source, repairs=())
    return replace(entry.chosen, source=source, facts=facts, survey=answers)


def _answers_without_names(survey: Survey, entry: Entry) -> Survey:
    """The rows of a survey without the names; who answers is known by their case already."""

    def plain(words: str) -> str:
        return without_names(words, entry.namings, unclear=unclear(entry))

    rows = tuple(
        replace(
            each,
            case=each.case if each.answers else plain(each.case),
            attributes=tuple((plain(name), plain(value)) for name, value in each.attributes),
        )
        for each in survey.answers
    )
    return replace(survey, answers=rows)


def outcome_source(entry: Entry) -> Source | None:
    """The text of a file as it goes into the project."""
    source = entry.source
    if source is None or not entry.replaces:
        return source
    # What stood in the file is not taken along: it is all names.
    made = pseudonymised(
        replace(source, raw="", origins=()),
        entry.namings,
        own=_labels(entry),
        unclear=unclear(entry),
        left_alone=entry.left_alone,
        taken_too=entry.taken_too,
        found=places_in(entry),
    )
    return replace(made, speakers=source.speakers)  # labelled as the researcher sees them


def places_in(entry: Entry) -> tuple[Place, ...]:
    """Where names stand in the text of a file; nothing where they are not replaced."""
    if entry.source is None or not entry.replaces:
        return ()
    return places_of(entry, entry.source.text)


def places_of(entry: Entry, text: str) -> tuple[Place, ...]:
    """Where what is replaced in a file stands in a text of it, such as the file itself."""
    names = _places(text, entry.namings, _labels(entry), unclear(entry))
    if not entry.without_numbers:
        return names
    return together(names, number_places(text, entry.chosen.language))


@lru_cache(maxsize=4)
def _places(
    text: str, namings: tuple[Naming, ...], own: tuple[str, ...], unclear: str
) -> tuple[Place, ...]:
    return places(text, namings, own=own, unclear=unclear)


def is_replaced(entry: Entry, place: Place) -> bool:
    """Whether the name at a place is replaced by what has been chosen."""
    return place.start not in entry.left_alone if place.sure else place.start in entry.taken_too


def switched(entry: Entry, chosen: Iterable[Place], on: bool) -> Entry:
    """Replace the names at these places, or leave them."""
    chosen = list(chosen)
    sure = {each.start for each in chosen if each.sure}
    other = {each.start for each in chosen if not each.sure}
    return replace(
        entry,
        left_alone=entry.left_alone - sure if on else entry.left_alone | sure,
        taken_too=entry.taken_too | other if on else entry.taken_too - other,
    )


def file_name_tells(entry: Entry) -> str:
    """What looks like a real name in the name the document will have; "" where nothing does."""
    if entry.named and without_names(entry.chosen.name, entry.namings) != entry.chosen.name:
        return entry.chosen.name  # written by hand, with a name that is replaced elsewhere
    name = name_in(entry.chosen.name)
    pseudonyms = {folded(each.pseudonym) for each in entry.namings}
    return "" if folded(name) in pseudonyms else name


def unclear(entry: Entry) -> str:
    """What stands for a name that could be several people's."""
    return unclear_in(entry.chosen.language)


def unclear_in(language: str) -> str:
    """The same in a text of some language."""
    return _UNCLEAR.get(language, _UNCLEAR["en"])


def _applied(entry: Entry, namings: tuple[Naming, ...]) -> Entry:
    if entry.source is None or entry.found.source is None:
        return entry
    before = entry.namings
    entry = replace(entry, namings=namings)
    if not entry.named:
        name = without_names(entry.found.name, namings, unclear=unclear(entry))
        entry = called(entry, name)
    assert entry.source is not None
    for number, speaker in enumerate(entry.source.speakers):
        label = _labels(entry)[number]
        if generic(label):  # called after the document, or whoever its file is named after
            name, unnamed = name_in(entry.found.name), entry.chosen.name
        else:
            name, unnamed = label, label
        was, now = (_standing_for(name, each, unclear(entry)) for each in (before, namings))
        wanted = speaker.label
        if not generic(label) or wanted in (unnamed, was):
            wanted = now or (unnamed if wanted == was else wanted)
        if wanted != speaker.label:
            entry = labelled(entry, number, wanted)
    return entry


def _standing_for(name: str, namings: Sequence[Naming], unclear: str) -> str:
    """What stands for a name, or for the names in it; "" where none of them is replaced."""
    key = folded(name)
    exact = next((each.pseudonym for each in namings if folded(each.name) == key), "")
    made = exact or without_names(name, namings, unclear=unclear)
    return "" if made == name else made


def _named(entry: Entry) -> list[tuple[str, str]]:
    """Who is named by a file: speakers with their part, and whoever its name tells of."""
    if entry.source is None:
        return []
    found: list[tuple[str, str]] = [
        (label, speaker.role)
        for label, speaker in zip(_labels(entry), entry.source.speakers, strict=True)
        if tells_who(label)
    ]
    if entry.found.survey is not None:  # also those who have said nothing in words
        rows = entry.found.survey.answers
        found += [(e.case, "participant") for e in rows if not e.answers and tells_who(e.case)]
    told = name_in(entry.found.name)
    spoken = {word.casefold() for label, _role in found for word in words_of_name(label)}
    if told and not spoken & {word.casefold() for word in words_of_name(told)}:
        found.append((told, "participant"))
    return found


def _labels(entry: Entry) -> tuple[str, ...]:
    source = entry.found.source
    return tuple(each.label for each in source.speakers) if source else ()


def _proposal(who: _Person, taken: Iterable[str], *, alone: bool, others: Collection[str]) -> str:
    if who.role == "interviewer":
        word = interviewer_label(who.language)
        if alone and folded(word) not in others:
            return word
    else:
        words = _ANSWERS if who.role == "participant" else _SOMEBODY
        word = words.get(who.language, words["en"])
    held = set(taken)
    number = 1
    while folded(f"{word} {number}") in held:
        number += 1
    return f"{word} {number}"


def _same(naming: Naming) -> bool:
    return not naming.pseudonym or folded(naming.name) == folded(naming.pseudonym)
