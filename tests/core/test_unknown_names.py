from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.unknown_names import unknown_names


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("Så sa Ingrid til meg at det gikk.", "Ingrid", "possible"),
        ("Ingrids barn var der.", "Ingrids", "possible"),
        ("Vi ringte Ingrid Fjellrev i går.", "Ingrid Fjellrev", "likely"),
        ("with Kevin B. Foxhill at noon", "Kevin B. Foxhill", "likely"),
        ("Ingrid fortalte om det.", "Ingrid", "possible"),
        ("Det var Per Fjellrev.", "Per Fjellrev", "likely"),
    ],
)
def test_somebody_is_named_whom_the_project_does_not_know(
    text: str, words: str, level: str
) -> None:
    assert [(each.kind, each.words, each.level, each.known) for each in unknown_names(text)] == [
        ("name", words, level, "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Per i dag er det slik, og hans rolle er vår.",
        "Ingrid Fjellrev (2019) skriver at (Eva Berg, 2020).",
        "Vi var på Nordvik skole i Fjellby.",
        "ingrid",
        "",
    ],
)
def test_words_and_authors_are_left_alone(text: str) -> None:
    assert unknown_names(text) == ()


@given(st.text())
def test_the_places_are_those_of_the_words(text: str) -> None:
    told = f"{text} Ingrid {text} Kevin Foxhill"
    for each in unknown_names(told):
        assert told[each.start : each.end] == each.words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KARI: Jeg vet ikke.", ["KARI"]),
        ("Så kom KARI MYHRE inn.", ["KARI MYHRE"]),
        ("INTERVJU MED HEIDI TANGEN", ["HEIDI TANGEN"]),
        ("HEIDI OG MARIT", ["HEIDI", "MARIT"]),
        ("KARI KOMMER IKKE I DAG", ["KARI"]),
        ("EMILIE NAV", ["EMILIE"]),
        ("KOSTNAD PER DAG", []),
        ("JEG SÅ EN BJØRN DER", []),
    ],
)
def test_names_in_capitals_are_told_of_with_a_surname_that_is_one(
    text: str, names: list[str]
) -> None:
    found = unknown_names(text)
    assert [each.words for each in found] == names
    assert all(each.level == "possible" for each in found)
