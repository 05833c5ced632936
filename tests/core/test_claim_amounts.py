"""Whether a count bears out what a sentence says."""

from __future__ import annotations

import pytest

from qualtool.core.claim_amounts import held, impossible
from qualtool.core.claims import amounts


@pytest.mark.parametrize(
    ("sentence", "agrees", "disagrees"),
    [
        ("Alle informantene savnet tid.", [(6, 6)], [(5, 6), (0, 6)]),
        ("Ikke alle informantene savnet tid.", [(5, 6), (0, 6)], [(6, 6)]),
        ("De fleste informantene savnet tid.", [(4, 6), (6, 6)], [(3, 6)]),
        ("Halvparten av informantene savnet tid.", [(3, 6), (3, 7), (4, 7)], [(4, 6), (2, 7)]),
        ("Flere informanter savnet tid.", [(2, 6), (5, 6)], [(1, 6), (0, 6)]),
        ("Noen informanter savnet tid.", [(2, 6)], [(1, 6)]),
        ("Mange informanter savnet tid.", [(3, 6), (5, 8)], [(2, 6), (2, 2)]),
        ("Få informanter savnet tid.", [(1, 6), (2, 6)], [(3, 6)]),
        ("Ingen av informantene savnet tid.", [(0, 6)], [(1, 6)]),
        ("Én informant savnet tid.", [(1, 6)], [(0, 6), (2, 6)]),
        ("Et par av informantene savnet tid.", [(2, 6), (3, 6)], [(1, 6), (4, 6)]),
        ("Fire av seks informanter savnet tid.", [(4, 6)], [(3, 6), (4, 7)]),
        ("Minst tre av informantene savnet tid.", [(3, 6), (5, 6)], [(2, 6)]),
        ("Flere enn tre av informantene savnet tid.", [(4, 6)], [(3, 6)]),
        ("Alle åtte informantene savnet tid.", [(8, 8)], [(7, 8), (7, 7)]),
        ("Begge informantene savnet tid.", [(2, 2)], [(1, 2), (1, 5)]),
        ("50 % av informantene savnet tid.", [(3, 6), (3, 7)], [(4, 6), (1, 6)]),
        ("33 percent of the participants wanted time.", [(2, 6)], [(3, 6)]),
        ("En tredel av informantene savnet tid.", [(2, 6), (2, 7), (3, 8)], [(3, 6), (0, 6)]),
        ("Four of the six participants wanted time.", [(4, 6)], [(5, 6), (4, 5)]),
    ],
)
def test_a_claim_agrees_with_the_count_it_says(
    sentence: str, agrees: list[tuple[int, int]], disagrees: list[tuple[int, int]]
) -> None:
    told = amounts(sentence)
    assert told
    assert {held(told, *each).stands for each in agrees} == {"agrees"}
    assert {held(told, *each).stands for each in disagrees} == {"disagrees"}


def test_between_few_and_half_nobody_can_say_what_many_is() -> None:
    assert held(amounts("Mange informanter savnet tid."), 3, 8).stands == "unsaid"


def test_what_is_said_of_a_part_is_not_held_against_all() -> None:
    told = held(amounts("Alle lederne savnet tid."), 3, 8)
    assert told.stands == "unsaid"
    assert "lederne" in told.reason


def test_a_part_that_nobody_is_behind_cannot_be_several() -> None:
    assert held(amounts("Flere av lederne savnet tid."), 1, 8).stands == "disagrees"
    assert held(amounts("Alle lederne savnet tid."), 0, 8).stands == "disagrees"


def test_a_sentence_of_two_amounts_is_left_to_the_reader() -> None:
    told = amounts("Fire av seks informanter var fornøyd, mens to av informantene savnet tid.")
    assert held(told, 4, 6).stands == "unsaid"


def test_nothing_is_held_against_nobody() -> None:
    assert held(amounts("Alle informantene savnet tid."), 0, 0).stands == "unsaid"


def test_a_sentence_without_amount_is_not_judged() -> None:
    assert held((), 3, 6).stands == "unsaid"


def test_the_reason_names_both_numbers() -> None:
    reason = held(amounts("De fleste informantene savnet tid."), 2, 6).reason
    assert "6" in reason
    assert "2" in reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Sju av seks informanter savnet tid.",
        "120 % av informantene savnet tid.",
        "120 prosent av lederne savnet tid.",
        "Fem firedeler av informantene savnet tid.",
        "Seven of the six participants wanted time.",
    ],
)
def test_more_than_there_are_cannot_be_right_whatever_the_count(sentence: str) -> None:
    told = impossible(amounts(sentence))
    assert told is not None
    assert told.stands == "disagrees"
    assert held(amounts(sentence), 6, 6) == told
    assert held(amounts(sentence), 0, 0) == told


@pytest.mark.parametrize(
    "sentence", ["Seks av seks informanter savnet tid.", "100 % av informantene savnet tid."]
)
def test_all_of_them_is_not_more_than_there_are(sentence: str) -> None:
    assert impossible(amounts(sentence)) is None
    assert held(amounts(sentence), 6, 6).stands == "agrees"
