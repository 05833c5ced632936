from __future__ import annotations

import pytest

from qualtool.core.disclosure import KnownWord
from qualtool.core.known_places import known_findings
from qualtool.core.known_words import Known

_KNOWN = Known(
    (
        KnownWord("Ragnvald Tysseland", "name", "Informant 1"),
        KnownWord("May Even", "name", "Informant 2"),
        KnownWord("SH", "name", "A label"),
        KnownWord("Ida Lo", "name", "Informant 3"),
        KnownWord("NAV", "organisation", "Informant 4"),
        KnownWord("IT", "organisation", "Informant 5"),
        KnownWord("Berg", "place", "A place"),
        KnownWord("Øverås", "place", "A place"),
    )
)


def _levels(text: str) -> list[tuple[str, str]]:
    return [(each.words, each.level) for each in known_findings(text, _KNOWN)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Det sa Tyseland.", "Tyseland"),  # a letter is missing
        ("Det sa Tyssselands.", "Tyssselands"),  # one too many
        ("Det sa Tysselnad.", "Tysselnad"),  # two have changed places
        ("Det sa Tysselund.", "Tysselund"),  # one is wrong
        ("Det sa Tysselan.", "Tysselan"),
        ("Hvem: Raggnvald", "Raggnvald"),
        ("Tyseland sa det.", "Tyseland"),
    ],
)
def test_a_name_with_one_wrong_letter_is_only_possible(text: str, words: str) -> None:
    assert _levels(text) == [(words, "possible")]


@pytest.mark.parametrize(
    "text",
    [
        "Det sa Tisselund.",  # two letters
        "Det sa Kysseland.",  # another first letter
        "tyseland",  # small letters
        "May even be so, lo og ida.",
        "THE MAY BE EVEN",
        "Solem, S. H. (2019) og Berg, S.H. (2020).",
        "it is not so",
        "Bergverket er stengt.",  # begins a sentence
        "",
    ],
)
def test_what_is_too_far_from_a_name_is_left_alone(text: str) -> None:
    assert [each for each in _levels(text) if each[0] != "Berg"] == []


def test_letters_are_found_as_they_are_said() -> None:
    assert _levels("hos NAV") == [("NAV", "certain")]
    assert _levels("hos Nav") == [("Nav", "likely")]
    assert _levels("i nav-systemet") == [("nav-systemet", "likely")]
    assert _levels("hos nav") == [("nav", "possible")]
    assert _levels("på navkontoret") == [("navkontoret", "possible")]


def test_a_label_of_initials_is_found_in_capitals_and_with_points() -> None:
    assert _levels("SH: Ja.") == [("SH", "possible")]
    assert _levels("Det mente S.H. også") == [("S.H.", "likely")]
    assert _levels("sh og Sh") == []


def test_a_small_word_is_a_name_where_its_place_in_the_sentence_says_so() -> None:
    assert _levels("Da møtte jeg Even.") == [("Even", "likely")]
    assert _levels("The Case For Even More Support") == [("Even", "possible")]
    assert _levels("Slik var det. Even sa nei.") == [("Even", "possible")]
    assert _levels("Slik var det. Evens bil er rød.") == [("Evens", "possible")]
    assert _levels("Even if it rains") == []


def test_a_word_that_is_a_place_too_is_joined_only_inside_a_sentence() -> None:
    assert _levels("Så kom Bergkommunen.") == [("Bergkommunen", "possible")]
    assert _levels("i bergkommunen") == []


def test_a_place_typed_without_its_letters_is_found() -> None:
    assert _levels("på Overaas og i Øverås") == [("Overaas", "certain"), ("Øverås", "certain")]
    assert _levels("Overas er fint.") == [("Overas", "possible")]


def test_nothing_is_found_where_nothing_is_known() -> None:
    assert known_findings("Kari i Oslo", Known()) == ()


def test_a_word_that_a_line_divides_is_found_and_others_are_left() -> None:
    text = "Så sa Tysse-\nland til oss-\nelv at Ragnvald var der."
    assert _levels(text) == [("Tysse-\nland", "likely"), ("Ragnvald", "likely")]
