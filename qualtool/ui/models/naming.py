"""Pseudonyms for the people in a drop of files: proposed, written, applied, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from qualtool.core.names import folded, tidy
from qualtool.core.person_words import is_name, name_in, words_of_name
from qualtool.core.pseudonyms import Naming, Place, places, pseudonymised, without_names
from qualtool.core.source import Source
from qualtool.core.speakers import generic
from qualtool.operations.importing import Incoming
from qualtool.operations.survey import Survey
from qualtool.ui.material_words import interviewer_label
from qualtool.ui.models.incoming import Entry, called, labelled

_ANSWERS = {"nb": "Informant", "nn": "Informant", "en": "Participant"}
_SOMEBODY = {"nb": "Person", "nn": "Person", "en": "Person"}
_UNCLEAR = {"nb": "[navn]", "nn": "[namn]", "en": "[name]"}


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What is chosen for the names of a drop.

    `said` are the pseudonyms written here or remembered, by the folded name; `others` are names
    of people who do not speak, `taken` what no new pseudonym may be called.
    """

    on: bool = False
    said: Mapping[str, Naming] = field(default_factory=dict)
    others: tuple[Naming, ...] = ()
    taken: frozenset[str] = frozenset()

    def saying(self, name: str, pseudonym: str) -> Pseudonyms:
        """With a pseudonym for somebody."""
        naming = Naming(name, tidy(pseudonym))
        return replace(self, said={**self.said, folded(name): naming})


def apply(entries: Sequence[Entry], chosen: Pseudonyms) -> list[Entry]:
    """The files as they come in with these pseudonyms, or with the names where that is off."""
    namings = people(entries, chosen) if chosen.on else ()
    return [_applied(entry, namings) for entry in entries]


def people(entries: Sequence[Entry], chosen: Pseudonyms) -> tuple[Naming, ...]:
    """Everybody who is named as a speaker or in a file's name, with a pseudonym for each."""
    met: dict[str, tuple[str, str, str]] = {}  # folded name: name, role, language
    kept = {folded(label) for entry in entries for label in _labels(entry) if not is_name(label)}
    for entry in entries:
        for name, role in _named(entry):
            before = met.get(folded(name))
            if before is None or (before[1] != "interviewer" and role == "interviewer"):
                met[folded(name)] = (name, role, entry.chosen.language)
    said = {key: chosen.said[key].pseudonym for key in met if key in chosen.said}
    asking = [key for key, (_n, role, _l) in met.items() if role == "interviewer"]
    taken = {*chosen.taken, *kept, *(folded(each.pseudonym) for each in chosen.said.values())}
    found: list[Naming] = []
    for key, (name, role, language) in met.items():
        words = said.get(key) or _proposal(role, language, taken, alone=len(asking) == 1)
        taken.add(folded(words))
        found.append(Naming(name, words))
    remembered = (each for key, each in chosen.said.items() if key not in met)
    return tuple(e for e in (*found, *remembered, *chosen.others) if not _same(e))


def coming_in(entries: Iterable[Entry], *, keep_originals: bool) -> list[Incoming]:
    """What comes in; the file itself of one whose names are replaced only if that is chosen."""
    return [
        replace(
            outcome(each),
            keep_original=keep_originals if each.namings else each.chosen.keep_original,
        )
        for each in entries
        if each.source is not None and each.chosen.wanted
    ]


def outcome(entry: Entry) -> Incoming:
    """A file as it goes into the project: without the names, if they are to be replaced."""
    source = outcome_source(entry)
    if source is None or not entry.namings:
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
    if source is None or not entry.namings:
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
    if entry.source is None or not entry.namings:
        return ()
    return _places(entry.source.text, entry.namings, _labels(entry), unclear(entry))


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
    return _UNCLEAR.get(entry.chosen.language, _UNCLEAR["en"])


def _applied(entry: Entry, namings: tuple[Naming, ...]) -> Entry:
    if entry.source is None or entry.found.source is None:
        return entry
    before = {folded(each.name): each.pseudonym for each in entry.namings}
    now = {folded(each.name): each.pseudonym for each in namings}
    entry = replace(entry, namings=namings)
    if not entry.named:
        name = without_names(entry.found.name, namings, unclear=unclear(entry))
        entry = called(entry, name)
    assert entry.source is not None
    for number, speaker in enumerate(entry.source.speakers):
        label = _labels(entry)[number]
        if generic(label):  # called after the document, or whoever its file is named after
            key, unnamed = folded(name_in(entry.found.name)), entry.chosen.name
        else:
            key, unnamed = folded(label), label
        wanted = speaker.label
        if not generic(label) or wanted in (unnamed, before.get(key)):
            wanted = now.get(key) or (unnamed if wanted == before.get(key) else wanted)
        if wanted != speaker.label:
            entry = labelled(entry, number, wanted)
    return entry


def _named(entry: Entry) -> list[tuple[str, str]]:
    """Who is named by a file: speakers with their part, and whoever its name tells of."""
    if entry.source is None:
        return []
    found: list[tuple[str, str]] = [
        (label, speaker.role)
        for label, speaker in zip(_labels(entry), entry.source.speakers, strict=True)
        if is_name(label)
    ]
    if entry.found.survey is not None:  # also those who have said nothing in words
        rows = entry.found.survey.answers
        found += [(e.case, "participant") for e in rows if not e.answers and is_name(e.case)]
    told = name_in(entry.found.name)
    spoken = {word.casefold() for label, _role in found for word in words_of_name(label)}
    if told and not spoken & {word.casefold() for word in words_of_name(told)}:
        found.append((told, "participant"))
    return found


def _labels(entry: Entry) -> tuple[str, ...]:
    source = entry.found.source
    return tuple(each.label for each in source.speakers) if source else ()


def _proposal(role: str, language: str, taken: Iterable[str], *, alone: bool) -> str:
    if role == "interviewer":
        word = interviewer_label(language)
        if alone:
            return word
    else:
        words = _ANSWERS if role == "participant" else _SOMEBODY
        word = words.get(language, words["en"])
    held = set(taken)
    number = 1
    while folded(f"{word} {number}") in held:
        number += 1
    return f"{word} {number}"


def _same(naming: Naming) -> bool:
    return not naming.pseudonym or folded(naming.name) == folded(naming.pseudonym)
