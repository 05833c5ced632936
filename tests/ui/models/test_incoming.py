from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualtool.core.source import Role
from qualtool.ui.incoming_words import counts_said, speakers_said, state_words
from qualtool.ui.models.incoming import (
    Entry,
    State,
    coming,
    date_of,
    dated,
    in_language,
    joined_cues,
    labelled,
    of_kind,
    read_anew,
    renamed,
    wanted,
    with_case,
    with_role,
)
from tests.ui.files import looked_at


@pytest.fixture
def found(tmp_path: Path) -> dict[str, Entry]:
    return {each.found.path.name: each for each in looked_at(tmp_path)}


def _labels(entry: Entry) -> list[str]:
    assert entry.source is not None
    return [each.label for each in entry.source.speakers]


def test_each_file_says_what_it_needs(found: dict[str, Entry]) -> None:
    assert {name: each.state for name, each in found.items()} == {
        "Samtale.vtt": State.READY,
        "Informant 3.txt": State.READY,
        "kopi.txt": State.THERE,
        "uten navn.srt": State.ASKS,
        "tom.txt": State.REFUSED,
    }
    said = counts_said(list(found.values()))
    assert said == "2 ready · 1 needs an answer · 1 is here already · 1 cannot be read"


def test_only_what_is_wanted_comes_in(found: dict[str, Entry]) -> None:
    names = [each.name for each in coming(list(found.values()))]
    assert names == ["Samtale", "Informant 3"]
    again = [wanted(each, True) for each in found.values()]
    assert [each.name for each in coming(again)] == ["Samtale", "Informant 3", "kopi", "uten navn"]


def test_a_copy_says_of_what_and_one_in_the_project_says_so(tmp_path: Path) -> None:
    copy = next(each for each in looked_at(tmp_path) if each.found.path.name == "kopi.txt")
    assert state_words(copy)[0] == "has the same content as “Informant 3.txt”"
    known = {copy.found.content_hash: "Nils"}
    first = looked_at(tmp_path, known)[1]
    assert state_words(first)[0] == "is in the project already, as “Nils”"
    assert first.state is State.THERE


def test_cues_that_were_joined_are_counted(found: dict[str, Entry]) -> None:
    entry = found["Samtale.vtt"]
    assert entry.source is not None
    assert joined_cues(entry.source) == 3
    assert "3 cues joined to 2 turns" in state_words(entry)[1]
    typed = found["Informant 3.txt"].source
    assert typed is not None
    assert joined_cues(typed) == 0


def test_who_is_who_is_answered_by_saying_who_asks(found: dict[str, Entry]) -> None:
    entry = found["uten navn.srt"]
    assert speakers_said(entry) == "unknown: 2 speakers"
    answered = with_role(entry, 0, "interviewer")
    assert answered.state is State.READY
    assert answered.chosen.wanted
    assert answered.chosen.cases == (None, "uten navn")
    assert _labels(answered) == ["Intervjuer", "uten navn"]
    assert answered.source is not None
    assert [each.role for each in answered.source.speakers] == ["interviewer", "participant"]


def test_one_who_answers_says_nothing_of_the_others(found: dict[str, Entry]) -> None:
    answered = with_role(found["uten navn.srt"], 1, "participant")
    assert answered.source is not None
    assert [each.role for each in answered.source.speakers] == ["other", "participant"]
    assert answered.state is State.READY


def test_a_speaker_whose_label_says_nothing_is_called_after_the_document(
    found: dict[str, Entry],
) -> None:
    entry = found["uten navn.srt"]
    assert entry.found.source is not None
    roles: tuple[Role, ...] = ("interviewer", "participant")
    speakers = tuple(
        replace(each, role=role)
        for each, role in zip(entry.found.source.speakers, roles, strict=True)
    )
    told = replace(
        entry.found,
        source=replace(entry.found.source, speakers=speakers, cautions=()),
        cases=(None, "uten navn"),
    )
    proposed = read_anew(entry, told)
    assert _labels(proposed) == ["Intervjuer", "uten navn"]
    assert _labels(renamed(proposed, "Informant 4")) == ["Intervjuer", "Informant 4"]
    assert renamed(proposed, "Informant 4").chosen.cases == (None, "Informant 4")


def test_a_pseudonym_for_a_speaker_is_the_name_of_the_case_too(found: dict[str, Entry]) -> None:
    entry = labelled(found["Samtale.vtt"], 1, " Informant 1 ")
    assert _labels(entry)[1] == "Informant 1"
    assert entry.chosen.cases[1] == "Informant 1"
    other = labelled(with_case(found["Samtale.vtt"], 1, "Gruppa"), 1, "Informant 1")
    assert other.chosen.cases[1] == "Gruppa"


def test_who_asks_has_no_case(found: dict[str, Entry]) -> None:
    entry = with_role(found["Samtale.vtt"], 1, "interviewer")
    assert entry.chosen.cases[1] is None
    assert with_role(entry, 1, "participant").chosen.cases[1] == "Ola Moen"


def test_an_empty_name_or_label_is_no_name(found: dict[str, Entry]) -> None:
    entry = found["Samtale.vtt"]
    assert renamed(entry, "  ") == entry
    assert labelled(entry, 0, " ") == entry


def test_kind_language_and_date_can_be_said(found: dict[str, Entry]) -> None:
    entry = dated(in_language(of_kind(found["Samtale.vtt"], "conversation"), "nn"), "høsten 2023")
    chosen = entry.chosen
    assert (chosen.kind, chosen.language, date_of(entry)) == ("conversation", "nn", "høsten 2023")
    assert date_of(found["tom.txt"]) == ""


def test_what_could_not_be_read_stays_out(found: dict[str, Entry]) -> None:
    entry = wanted(found["tom.txt"], True)
    assert not entry.chosen.wanted
    assert state_words(entry)[0] == "The file is empty: there is nothing to read."
    assert speakers_said(entry) == "–"


def test_a_file_read_anew_keeps_what_was_said_of_it(found: dict[str, Entry]) -> None:
    entry = dated(renamed(found["Informant 3.txt"], "Anna"), "2024")
    anew = read_anew(entry, replace(entry.found))
    assert (anew.chosen.name, date_of(anew)) == ("Anna", "2024")
    assert anew.found is not entry.found
