from __future__ import annotations

import pytest

from qualtool.core.person_words import is_name, name_in, tells_who, words_of_name


@pytest.mark.parametrize(
    "label",
    [
        *("Siri Haugen", "ola", "HANNE LIE", "Kari (gjest)", "Gunvor", "Jo", "Haugen, Siri"),
        *("BJARNE", "GUNVOR", "OLAV", "Kari 2", "Rektor BJARNE"),
    ],
)
def test_somebodys_name_is_known_as_one(label: str) -> None:
    assert is_name(label)


@pytest.mark.parametrize(
    "label",
    [
        *("SH", "I", "Informant 3", "Intervjuer", "Moderator", "SPEAKER_00", "S00", "Svarperson"),
        *("Unknown Speaker", "Leder Kommune", "Rektor", ""),
        *("Int.", "INT", "Intv.", "Interv.", "IV", "INFORMANT", "MODERATOR", "P1", "R", "Kvinne 2"),
        *("Intervjueren", "Svar", "TOLK", "Alle"),
    ],
)
def test_a_part_in_the_conversation_is_nobodys_name(label: str) -> None:
    assert not is_name(label)


@pytest.mark.parametrize("label", ["SH", "K.M.", "KMH", "BJARNE", "Siri"])
def test_initials_tell_who_somebody_is_as_a_name_does(label: str) -> None:
    assert tells_who(label)


@pytest.mark.parametrize("label", ["I", "R", "INT", "IP", "IV", "P1", "Informant 3", "NN", "S00"])
def test_letters_that_any_interview_has_tell_nothing(label: str) -> None:
    assert not tells_who(label)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Intervju Kari Moe 2024", "Kari Moe"),
        ("intervju_kari.vtt", "kari"),
        ("OlaNordmann_teams", "OlaNordmann"),
        ("Intervju med Gunvor Sletten", "Gunvor Sletten"),
        ("IntervjuKari", "Kari"),
        ("Intervju 3 opptak av møte", ""),
        ("Samtale nynorsk", ""),
        ("Informant 3", ""),
        ("Referat Ressursgruppe Nordvik", ""),
        ("", ""),
    ],
)
def test_what_looks_like_a_name_in_a_files_name_is_found(file: str, name: str) -> None:
    assert name_in(file) == name


def test_guests_and_titles_are_no_part_of_a_name() -> None:
    assert words_of_name("Dr. Siri K. Haugen (Gjest)") == ("Siri", "Haugen")
