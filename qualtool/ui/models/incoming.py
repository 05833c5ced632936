"""Files on their way in, and what the researcher says of each before anything enters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from qualtool.core import counting
from qualtool.core.names import same, tidy
from qualtool.core.pseudonyms import Naming
from qualtool.core.source import Role, Source, Speaker
from qualtool.core.speakers import case_names, generic
from qualtool.operations.importing import Incoming
from qualtool.ui.material_words import interviewer_label


class State(Enum):
    """What a file needs before it can come in."""

    READY = auto()
    ASKS = auto()  # who is who?
    THERE = auto()  # the same content is here already
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was found, and as it comes in by what has been chosen so far."""

    found: Incoming
    chosen: Incoming
    words: int = 0
    in_project: bool = False  # rather than the same as another of these files
    answered: bool = False
    named: bool = False  # the document's name was written by the researcher
    namings: tuple[Naming, ...] = ()  # the names that are replaced; none where none are
    without_numbers: bool = False  # telephone numbers, e-mail and birth numbers are replaced too
    left_alone: frozenset[int] = frozenset()  # where a name in the text stays
    taken_too: frozenset[int] = frozenset()  # where what may be a name is replaced

    @property
    def source(self) -> Source | None:
        """The text as it comes in; None where the file could not be read."""
        return self.chosen.source

    @property
    def replaces(self) -> bool:
        """Whether anything that tells who somebody is is replaced."""
        return bool(self.namings) or self.without_numbers

    @property
    def asks(self) -> bool:
        """Whether it could not be told who asks and who answers."""
        cautions = self.found.source.cautions if self.found.source else ()
        return not self.answered and any(each.key == "roles_unknown" for each in cautions)

    @property
    def state(self) -> State:
        """What the file needs; a file that is wanted all the same is ready."""
        if self.source is None:
            return State.REFUSED
        if self.chosen.wanted:
            return State.READY
        if self.asks:
            return State.ASKS
        return State.THERE if self.found.duplicate_of else State.READY


def entries(found: Iterable[Incoming], known_hashes: Iterable[str] = ()) -> list[Entry]:
    """What was found, each as it is proposed to come in."""
    known = set(known_hashes)
    return [_entry(incoming, known) for incoming in found]


def renamed(entry: Entry, name: str) -> Entry:
    """Call the document what the researcher writes; cases and speakers called after it follow."""
    changed = called(entry, name)
    return entry if changed is entry else replace(changed, named=True)


def called(entry: Entry, name: str) -> Entry:
    """Call the document otherwise; cases and speakers called after it follow."""
    was, name = entry.chosen.name, tidy(name)
    if not name or name == was:
        return entry
    chosen = replace(
        entry.chosen,
        name=name,
        cases=tuple(name if case == was else case for case in entry.chosen.cases),
    )
    if chosen.source is not None:
        speakers = tuple(
            replace(each, label=name) if each.label == was else each
            for each in chosen.source.speakers
        )
        chosen = replace(chosen, source=replace(chosen.source, speakers=speakers))
    return replace(entry, chosen=chosen)


def wanted(entry: Entry, on: bool) -> Entry:
    """Let a file come in, or not."""
    if entry.source is None:
        return entry
    return replace(entry, chosen=replace(entry.chosen, wanted=on))


def of_kind(entry: Entry, kind: str) -> Entry:
    """Say what kind of document it is; one without speakers is a case only as an interview."""
    chosen = replace(entry.chosen, kind=kind)
    if chosen.source is not None and not chosen.source.speakers:
        chosen = replace(chosen, cases=case_names(chosen.source, chosen.name, kind))
    return replace(entry, chosen=chosen)


def made_per_case(entry: Entry, on: bool) -> Entry:
    """Let the answers to a survey become a document for each case, or one for all."""
    return replace(entry, chosen=replace(entry.chosen, per_case=on))


def in_language(entry: Entry, language: str) -> Entry:
    """Say which language the document is in."""
    return replace(entry, chosen=replace(entry.chosen, language=language))


def date_of(entry: Entry) -> str:
    """The date as it comes in, as it is written."""
    said = entry.chosen.facts.get("date")
    if said is None and entry.source is not None:
        said = entry.source.facts.get("date", "")
    return str(said or "")


def dated(entry: Entry, written: str) -> Entry:
    """Say when it was collected."""
    facts = {**entry.chosen.facts, "date": written}
    return replace(entry, chosen=replace(entry.chosen, facts=facts))


def labelled(entry: Entry, number: int, label: str) -> Entry:
    """Call a speaker otherwise; a case called after the speaker follows."""
    source, label = entry.source, tidy(label)
    if source is None or not label:
        return entry
    was = source.speakers[number].label
    entry = _with_speaker(entry, number, replace(source.speakers[number], label=label))
    case = entry.chosen.cases[number]
    return with_case(entry, number, label) if case is not None and same(case, was) else entry


def with_role(entry: Entry, number: int, role: Role) -> Entry:
    """Say what a speaker's part is: a participant has a case, others have none.

    Where nobody knew who is who, saying who asks says of all others that they answer.
    """
    if entry.source is None:
        return entry
    was_asking = entry.asks
    entry = _as_role(entry, number, role)
    assert entry.source is not None
    if was_asking and role == "interviewer":
        for other, speaker in enumerate(entry.source.speakers):
            if other != number and speaker.role == "other":
                entry = _as_role(entry, other, "participant")
        entry = replace(entry, chosen=replace(entry.chosen, source=_proposed(entry.chosen)))
    entry = replace(entry, answered=True)
    return wanted(entry, True) if was_asking and not entry.found.duplicate_of else entry


def with_case(entry: Entry, number: int, name: str | None) -> Entry:
    """Say which case is behind a speaker; None for none."""
    cases = list(entry.chosen.cases)
    cases[number] = tidy(name or "") or None
    return replace(entry, chosen=replace(entry.chosen, cases=tuple(cases)))


def read_anew(entry: Entry, found: Incoming) -> Entry:
    """The same file read in another way; what has been said of the document stays.

    So does what has been said of its speakers, where they are the same.
    """
    was = entry.chosen
    fresh = _entry(found, {found.content_hash} if entry.in_project else set())
    if entry.source is None or entry.found.source is None or found.source is None:
        return fresh
    chosen = replace(
        fresh.chosen,
        kind=was.kind,
        language=was.language,
        facts=was.facts,
        wanted=was.wanted,
        per_case=was.per_case,
    )
    fresh = replace(called(replace(fresh, chosen=chosen), was.name), named=entry.named)
    if fresh.source is None or entry.found.source.speakers != found.source.speakers:
        return fresh
    source = replace(fresh.source, speakers=entry.source.speakers)
    chosen = replace(fresh.chosen, source=source, cases=was.cases)
    fresh = replace(fresh, chosen=chosen, answered=entry.answered, namings=entry.namings)
    fresh = replace(fresh, without_numbers=entry.without_numbers)
    if found.source.text == entry.found.source.text:
        fresh = replace(fresh, left_alone=entry.left_alone, taken_too=entry.taken_too)
    return fresh


def joined_cues(source: Source) -> int:
    """How many cues of a subtitle file became turns; 0 where there were no cues to join."""
    cues = len(source.anchors) if source.format in ("vtt", "srt") else 0
    return cues if cues > len(source.turns) > 0 else 0


def coming(all_entries: Sequence[Entry]) -> list[Incoming]:
    """What comes in by what has been chosen."""
    return [each.chosen for each in all_entries if each.source is not None and each.chosen.wanted]


def _entry(found: Incoming, known: set[str]) -> Entry:
    if found.source is None:
        return Entry(found, replace(found, wanted=False))
    entry = Entry(
        found,
        replace(found, source=_proposed(found)),
        words=counting.words(found.source.text),
        in_project=found.content_hash in known,
    )
    return wanted(entry, False) if entry.asks else entry


def _proposed(incoming: Incoming) -> Source:
    """The text with names for speakers that have none: "SPEAKER_00" says nothing to a reader."""
    source = incoming.source
    assert source is not None
    askers = [each for each in source.speakers if each.role == "interviewer"]
    speakers: list[Speaker] = []
    for number, speaker in enumerate(source.speakers):
        label = speaker.label
        case = incoming.cases[number] if number < len(incoming.cases) else None
        if generic(label) and speaker.role == "interviewer" and len(askers) == 1:
            label = interviewer_label(incoming.language)
        elif generic(label) and case is not None:
            label = case
        speakers.append(replace(speaker, label=label))
    return replace(source, speakers=tuple(speakers))


def _as_role(entry: Entry, number: int, role: Role) -> Entry:
    assert entry.source is not None
    entry = _with_speaker(entry, number, replace(entry.source.speakers[number], role=role))
    assert entry.source is not None
    case = entry.chosen.cases[number]
    if role != "participant":
        case = None
    elif case is None:
        case = case_names(entry.source, entry.chosen.name, entry.chosen.kind)[number]
    return with_case(entry, number, case)


def _with_speaker(entry: Entry, number: int, speaker: Speaker) -> Entry:
    assert entry.source is not None
    speakers = list(entry.source.speakers)
    speakers[number] = speaker
    source = replace(entry.source, speakers=tuple(speakers))
    return replace(entry, chosen=replace(entry.chosen, source=source))
