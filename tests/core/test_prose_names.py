"""People named in the researcher's own prose are found; authors and methods are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.disclosure_search import search
from qualtool.core.known_words import Known
from qualtool.core.prose_names import named_in_prose


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kari Nordmann (41234567) bor her.", ["Kari Nordmann"]),
        ("Sykepleieren ringte Ola Hansen i NAV.", ["Ola Hansen"]),
        ("Pasienten Aisha Mohamed født 12.03.1987 går her.", ["Aisha Mohamed"]),
        ("Samboeren, Torbjørn Kvålsvoll, bor her.", ["Torbjørn Kvålsvoll"]),
        ("Kari Nordmann sa at Ola Hansen ringte.", ["Kari Nordmann", "Ola Hansen"]),
        ("We met Anne-Guri van der Velde at noon.", ["Anne-Guri van der Velde"]),
        ("Thomas Fjellrevs mor svarte.", ["Thomas Fjellrevs"]),
        ("Hun (Kari Nordmann, født 12.03.1987) lo.", ["Kari Nordmann"]),
        ("Nordmann, Kari Fjellrev, født i 1987.", ["Kari Fjellrev"]),
        ("Ring Ingrid på 412 34 567 i kveld.", ["Ingrid"]),
        ("Ingrid har fødselsnummer 13097248022.", ["Ingrid"]),
    ],
)
def test_somebody_named_in_prose_is_likely_told_of(text: str, named: list[str]) -> None:
    found = [each for each in search(text, Known(), prose=True) if each.kind == "name"]
    assert [(each.words, each.level) for each in found] == [(name, "likely") for name in named]


def test_initials_with_an_age_and_a_place_may_tell_who_somebody_is() -> None:
    (found,) = named_in_prose("Mobilen var stille. M.K., 17 år, Ytterbygda.")
    assert (found.words, found.level) == ("M.K.", "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Slik det er vist før (Clark, 2021) og av Braun og Clarke.",
        "Det følger Steinar Kvale og Svend Brinkmann, og Kirsti Malteruds tekstkondensering.",
        "Ingrid Fjellrev (2019) skriver det, og Ingrid Fjellrev og Ola Solvang (2020, s. 4) også.",
        "Annet er vist (se Ingrid Fjellrev mfl. og Ola Solvang, 2020).",
        "I Marit Fjellrev, Ola Solvang, Ida Vikdal og Kari Dalvik (2012) står det.",
        "Ingrid Fjellrev et al. viser det samme.",
        "Fjellrev, Ingrid og Solvang, Ola Marius. 2019. En bok. Forlaget.",
        "Kvale, S., & Brinkmann, S. (2015). Det kvalitative forskningsintervju.",
        "Fjellrev, I. (2019). Et kapittel. I Ola Solvang (Red.), En bok (s. 2–9).",
        "Even Though er en sang. Per Informant er det fire. Olavs Hospital er stort.",
        "Ingrid lo. Det var 412 personer der, og Ingrid gikk.",
        "Ingrid gikk. Nummeret er ukjent.\n41234567",
        "Artikkelen J. K. Larsen viser til er fra 17. mai.",
        "",
    ],
)
def test_authors_methods_and_first_names_alone_are_left_alone(text: str) -> None:
    assert [each for each in search(text, Known(), prose=True) if each.kind == "name"] == []


def test_pseudonyms_are_left_alone() -> None:
    known = Known((), ("Kari Fjellrev", "Ingrid"))
    text = "Kari Fjellrev lo, og Kari Fjellrevs mor også. Ingrid har 41234567."
    assert [each for each in search(text, known, prose=True) if each.kind == "name"] == []


@given(st.text())
def test_the_places_are_those_of_the_words(text: str) -> None:
    told = f"{text} Ingrid {text} Kevin Foxhill"
    for each in named_in_prose(told):
        assert told[each.start : each.end] == each.words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("INTERVJU MED KARI MYHRE", ["KARI MYHRE"]),
        ("Møte med TORGEIR LUNDAL om NAV", ["TORGEIR LUNDAL"]),
        ("HEIDI OG MARIT", []),
        ("JAN FEB MAR", []),
        ("KARI KOMMER IKKE I DAG", []),
        ("EMILIE SKOLE", []),
        ("MARTIN BRINKMANN (2015)", []),
        ("KOSTNAD PER DAG", []),
    ],
)
def test_whole_names_in_capitals_are_told_of_as_possible(text: str, names: list[str]) -> None:
    found = named_in_prose(text)
    assert [(each.words, each.level) for each in found] == [(each, "possible") for each in names]
