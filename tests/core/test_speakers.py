from __future__ import annotations

import pytest

from qualtool.core.source import Role, Source, Speaker
from qualtool.core.speakers import case_names, generic


@pytest.mark.parametrize(
    "label",
    [
        *("SPEAKER_01", "S00", "R", "B", "I", "R1", "Taler 2", "Person 3", "Ukjent taler"),
        *("Informant", "Deltaker", "Svarperson", "respondent.", "Unknown", "Unknown Speaker"),
    ],
)
def test_what_any_file_might_say_names_nobody(label: str) -> None:
    assert generic(label)


@pytest.mark.parametrize("label", ["Informant 3", "Kari", "Prosjektleder", "Far", "Deltaker 2"])
def test_what_a_study_calls_people_names_them(label: str) -> None:
    assert not generic(label)


def source(*speakers: tuple[str, Role]) -> Source:
    return Source("x", "text", speakers=tuple(Speaker(label, role) for label, role in speakers))


def test_a_named_participant_has_a_case_of_the_name_and_an_interviewer_none() -> None:
    told = source(("Intervjuer", "interviewer"), ("Informant 3", "participant"), ("TV", "other"))
    assert case_names(told, "Intervju 7") == (None, "Informant 3", None)


def test_an_unnamed_participant_has_a_case_of_the_documents_name() -> None:
    told = source(("I", "interviewer"), ("R", "participant"))
    assert case_names(told, "Intervju 7") == (None, "Intervju 7")


def test_several_unnamed_participants_are_told_apart() -> None:
    told = source(("S00", "participant"), ("S01", "participant"), ("Kari", "participant"))
    assert case_names(told, "Gruppe") == ("Gruppe: S00", "Gruppe: S01", "Kari")


def test_a_document_without_speakers_has_a_case_if_it_is_an_interview() -> None:
    assert case_names(source(), "Intervju 7", "interview") == ("Intervju 7",)
    assert case_names(source(), "Feltnotat", "observation") == ()
