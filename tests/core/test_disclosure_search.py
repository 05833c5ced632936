from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualtool.core.disclosure import KnownWord
from qualtool.core.disclosure_search import search
from qualtool.core.known_words import Known

KNOWN = Known(
    (
        KnownWord("Kari Nordmann", "name", "Informant 1"),
        KnownWord("Even Strand", "name", "Informant 2"),
        KnownWord("Hans Mo", "name", "Informant 3"),
        KnownWord("Bo", "name", "Informant 4"),
        KnownWord("André Sæbø", "name", "Informant 5"),
        KnownWord("Eidskog", "place", "Municipality"),
        KnownWord("Nordvik", "place", "Municipality"),
        KnownWord("NAV Eidskog", "workplace", "Informant 1"),
        KnownWord("Nordvik skole", "workplace", "Informant 2"),
        KnownWord("logoped", "attribute", "Informant 5"),
        KnownWord("SPEAKER_01", "name", "Speaker"),
        KnownWord("Informant 3", "name", "Case"),
    ),
    ("Kari Fjell", "Solvik", "kontakt@fjell.no"),
)


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.words, each.level) for each in search(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Det var Karis idé.", "name", "Karis"),
        ("Så sa Kari sin sjef nei.", "name", "Kari"),
        ("Det er Karis’ hatt.", "name", "Karis’"),
        ("Etter Kari's mening.", "name", "Kari's"),
        ("Det er Hans’ sak.", "name", "Hans’"),
        ("Vi spurte fru Nordmann om det.", "name", "Nordmann"),
        ("Jeg og Nordmann, Kari.", "name", "Nordmann, Kari"),
        ("MØTE MED KARI NORDMANN", "name", "KARI NORDMANN"),
        ("Så kom Kari M. Nordmann inn.", "name", "Kari M. Nordmann"),
        ("kari nordmann har sagt det", "name", "kari nordmann"),
        ("det sa karinordmann i chatten", "name", "karinordmann"),
        ("Kari\u00a0Nordmann", "name", "Kari\u00a0Nordmann"),
        ("Nord\u00admann", "name", "Nord\u00admann"),
        ("Det sa Nord-\nmann i går.", "name", "Nord-\nmann"),
        ("Andre\u0301 sa nei.", "name", "Andre\u0301"),
        ("Vi møtte Andre Saebo.", "name", "Andre Saebo"),
        ("Det sa Norrdmann.", "name", "Norrdmann"),
        ("Det sa Karri.", "name", "Karri"),
        ("Det mente K.N. også.", "name", "K.N."),
        ("Bo sier at det går.", "name", "Bo"),
        ("Even fortalte om det.", "name", "Even"),
        ("Eidskogs innbyggere", "place", "Eidskogs"),
        ("på Eidskog-kontoret", "place", "Eidskog-kontoret"),
        ("med Nordvikordføreren", "place", "Nordvikordføreren"),
        ("en ekte nordviking", "place", "nordviking"),
        ("EIDSKOG", "place", "EIDSKOG"),
        ("Da tar jeg på meg NAV-hatten min.", "workplace", "NAV-hatten"),
        ("hos nav Eidskog", "workplace", "nav Eidskog"),
        ("ved Nordvik skole.", "workplace", "Nordvik skole"),
        ("hos logopeden vår", "attribute", "logopeden"),
    ],
)
def test_what_a_project_knows_is_found_as_it_is_said(text: str, kind: str, words: str) -> None:
    assert (kind, words) in [each[:2] for each in _found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Vår rolle var hans, og vi må bo her, even though it is so.",
        "Even though the room is cold, we stay. Even more so here.",
        "Hans rolle er uklar. Strand er en slags natur, sier de andre.",
        "Informant 3 og SPEAKER_01 sier det samme.",
        "Kari Fjell fortalte om Solvik, Solviks skoler og Kari Fjells barn.",
        "Mail til kontakt@fjell.no.",
        "Karisma er en gave, og karikaturen er nordlig.",
        "Vi har en rektor ved en skole i en kommune i Norge.",
        "",
    ],
)
def test_words_that_only_look_so_are_left_alone(text: str) -> None:
    assert [each for each in _found(text) if each[1] != "Strand"] == []


def test_a_word_that_begins_a_sentence_is_only_possibly_a_name() -> None:
    assert _found("Bo er her.") == [("name", "Bo", "possible")]
    assert _found("Her er Bo.") == [("name", "Bo", "likely")]


def test_a_word_for_a_kind_of_thing_is_found_as_it_is_inflected_and_never_certain() -> None:
    known = Known((KnownWord("Rektor", "job", "1"), KnownWord("Kommunen", "workplace", "2")))
    found = search("Jeg er rektor, og rektoren i kommunen er stolt.", known)
    assert [(each.words, each.level) for each in found] == [
        ("rektor", "possible"),
        ("rektoren", "possible"),
        ("kommunen", "possible"),
    ]


@pytest.mark.parametrize(
    ("known", "text", "words"),
    [
        ("Solvang barne- og ungdomsskole", "Vi på Solvang har det slik.", "Solvang"),
        ("Kirkens Bymisjon", "i Bymisjonen", "Bymisjonen"),
        ("St. Olavs hospital", "på St. Olav i fjor", "Olav"),
        ("BUP Vestre", "hos BUP'en", "BUP"),
        ("NAV Eidskog", "der er NAVet", "NAVet"),
    ],
)
def test_a_workplace_is_found_as_people_call_it(known: str, text: str, words: str) -> None:
    found = search(text, Known((KnownWord(known, "workplace", "1"),)))
    assert [each.words for each in found] == [words]


def test_the_people_of_a_place_are_found() -> None:
    known = Known((KnownWord("Tolga", "place", "1"),))
    assert [each.words for each in search("Så sa tolgingene nei til Tolgas ordfører.", known)][
        :2
    ] == ["tolgingene", "Tolgas"]


def test_of_a_longer_name_only_what_tells_something_is_shown() -> None:
    known = Known((KnownWord("Barneskolen i Nordvik", "workplace", "1"),))
    assert [each.words for each in search("Vi bor i Nordvik nå.", known)] == ["Nordvik"]


def test_a_month_may_be_a_first_name() -> None:
    known = Known((KnownWord("May Strand", "name", "1"),))
    assert [each.words for each in search("Jeg så at May sin bil sto i mai.", known)] == ["May"]


def test_a_name_alone_in_a_cell_is_found_though_it_is_a_small_word() -> None:
    known = Known((KnownWord("Per Vår", "name", "1"),))
    for text in ("Per", "Vår", "Informant: Per", "«Per sin»", "Per’s"):
        assert len(search(text, known)) == 1
    assert search("Per i dag er vår rolle slik.", known) == ()


def test_a_name_in_a_reference_to_literature_is_only_possible() -> None:
    assert _found("Dette viser Nordmann (2019).") == [("name", "Nordmann", "possible")]
    assert _found("Slik er det (Nordmann & Berg, 2019).") == [("name", "Nordmann", "possible")]


def test_a_finding_says_what_known_thing_it_is() -> None:
    told = {each.words: each.known for each in search("Kari i NAV Eidskog", KNOWN)}
    assert told == {"Kari": "Informant 1", "NAV Eidskog": "Informant 1"}


def test_letters_that_several_workplaces_share_tell_of_none() -> None:
    both = Known(
        (KnownWord("NAV Eidskog", "workplace", "A"), KnownWord("NAV Nordvik", "workplace", "B"))
    )
    assert [each.words for each in search("NAV er stort, og Nordvik er lite.", both)] == ["Nordvik"]


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("Hun er rektor ved Nordvik skole.", "rektor ved Nordvik skole", "certain"),
        ("lederen i NAV Eidskog", "lederen i NAV Eidskog", "certain"),
        ("Som ordførar i Fjellby kommune", "ordførar i Fjellby kommune", "likely"),
        ("Fjellby skoles rektor kom.", "Fjellby skoles rektor", "likely"),
        ("the principal of Fjellby Primary School", "principal of Fjellby Primary School",
         "likely"),
        ("I Eidskog har vi bare én fastlege.", "Eidskog har vi bare én fastlege", "likely"),
        ("en avdelingsleder i Fjellby", "avdelingsleder i Fjellby", "possible"),
    ],
)  # fmt: skip
def test_a_job_beside_a_workplace_is_told(text: str, words: str, level: str) -> None:
    assert ("job", words, level) in _found(text)


def test_people_that_nobody_knows_are_told_of_where_asked() -> None:
    text = "Så sa Ingrid til Kari og til Kari Fjell."
    found = search(text, KNOWN, strangers=True)
    assert [(each.words, each.known) for each in found] == [("Ingrid", ""), ("Kari", "Informant 1")]
    assert [each.words for each in search(text, KNOWN)] == ["Kari"]


def test_a_link_that_holds_what_is_known_is_likelier() -> None:
    assert _found("Sida er www.eidskog.example.") == [("link", "www.eidskog.example", "likely")]
    assert _found("Sida er www.annet.example.") == [("link", "www.annet.example", "possible")]


def test_numbers_addresses_and_ages_are_among_the_findings() -> None:
    text = "Kari Nordmann, født 3.5.1971, bor i Storgata 12, tlf. 912 34 567, k@fjell.example."
    assert [each[0] for each in _found(text)] == ["name", "birth_date", "address", "phone", "email"]


_PIECES = st.sampled_from(
    ["Kari", "Nordmann", "Bo", "’s", "s", "-", "\n", " ", "NAV", "Eidskog", "\u00ad", "\u0301",
     "🙂", "rektor ved ", "12345678", "@", ".no", "(2019)", "\u200b", "İ", "ß", "K.N.",
     "født 3.5.71"]
)  # fmt: skip


@settings(max_examples=100)
@given(st.lists(_PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_the_places_are_those_of_the_words(text: str) -> None:
    found = search(text, KNOWN)
    for each in found:
        assert text[each.start : each.end] == each.words
        assert each.words
    assert list(found) == sorted(found, key=lambda each: (each.start, each.end))
    assert search(text, KNOWN) == found


@settings(max_examples=100)
@given(st.text())
def test_any_words_can_be_known(name: str) -> None:
    known = Known((KnownWord(name, "name", "x"), KnownWord(name, "workplace", "y")), (name[::-1],))
    for each in search(f"{name} og {name}s", known):
        assert each.level in ("certain", "likely", "possible")


@pytest.mark.parametrize(
    "piece",
    ["Kari ", "Kari-", "Kari\n", "K.", "A ", "rektor ved ", "Nordvik", "a-\n", "\u0301", "12 "],
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    started = time.process_time()
    search(piece * 4_000, KNOWN)
    assert time.process_time() - started < 5
