"""What differs between a quotation and what was said is marked word by word."""

from __future__ import annotations

from collections.abc import Sequence

from qualtool.core.word_marks import Mark, compared


def told(text: str, marks: Sequence[Mark]) -> list[tuple[str, str]]:
    return [(mark.kind, text[mark.start : mark.end]) for mark in marks]


def test_the_same_words_have_no_marks_whatever_their_signs() -> None:
    marks, passages = compared("Alt hang på telefonen!", ["alt hang på telefonen"])
    assert marks == []
    assert passages == [[]]


def test_another_word_is_put_in_and_the_one_that_was_said_left_out() -> None:
    quotation, said = "Vi hadde ikke noe godt rom der", "vi hadde ikke noe fast sted der"
    marks, (passage,) = compared(quotation, [said])
    assert told(quotation, marks) == [("put_in", "godt rom")]
    assert told(said, passage) == [("left_out", "fast sted")]


def test_what_the_quotation_tells_of_is_no_fault_of_it() -> None:
    quotation = "[N]oen tok telefonen […] til slutt [i mars]"
    said = "noen tok telefonen og så gikk det til slutt"
    marks, (passage,) = compared(quotation, [said])
    assert told(quotation, marks) == [("told", "i mars")]
    assert told(said, passage) == [("told", "og så gikk det")]


def test_words_of_two_passages_are_known_from_either() -> None:
    quotation = "Det gikk bra og alle kom hit"
    marks, passages = compared(quotation, ["det gikk bra", "alle kom hit"])
    assert told(quotation, marks) == [("put_in", "og")]
    assert passages == [[], []]


def test_where_nothing_was_found_nothing_is_marked() -> None:
    assert compared("Det gikk bra", []) == ([], [])
