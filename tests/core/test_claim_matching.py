"""Claims of an edited draft found again."""

from __future__ import annotations

from qualtool.core.claim_matching import matched

KNOWN = {
    3: "Alle informantene savnet tid til samarbeid.",
    5: "Flere av lederne pekte på manglende ressurser.",
    8: "Ingen av informantene nevnte lønn.",
}


def test_the_same_sentence_is_known_wherever_it_has_moved() -> None:
    assert matched(KNOWN, [KNOWN[8], "Noe helt annet her.", KNOWN[3]]) == {0: 8, 2: 3}


def test_typography_makes_no_other_sentence() -> None:
    assert matched({1: "Flere sa «nei» – og gikk."}, ['Flere  sa "nei" - og gikk.']) == {0: 1}


def test_an_edited_sentence_is_known_and_another_is_not() -> None:
    edited = "De fleste informantene savnet tid til samarbeid."
    assert matched(KNOWN, [edited, "Mange ansatte ville slutte i jobben."]) == {0: 3}


def test_each_claim_is_known_once_and_the_likest_sentence_has_it() -> None:
    nearly = "Alle informantene savnet tida til samarbeid."
    far = "Alle informantene savnet rom til samarbeidet."
    assert matched({3: KNOWN[3]}, [far, nearly]) == {1: 3}


def test_two_alike_are_known_in_their_order() -> None:
    assert matched({4: "Alle var enige.", 7: "Alle var enige."}, ["Alle var enige."] * 3) == {
        0: 4,
        1: 7,
    }
