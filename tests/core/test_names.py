from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.errors import QualtoolError
from qualtool.core.names import LONGEST, by_number, excerpted, folded, free, required, same, tidy


def test_a_name_loses_what_cannot_be_seen() -> None:
    assert tidy("  tid\u00a0og\n\tfolk\u200b\u0000 ") == "tid og folk"


def test_letters_of_two_signs_become_one() -> None:
    assert tidy("a\u030apen") == "åpen"


@given(st.text())
def test_a_tidied_name_stays_as_it_is(name: str) -> None:
    assert tidy(tidy(name)) == tidy(name)


def test_letter_case_and_spacing_do_not_make_another_name() -> None:
    assert same("Lokal  forankring", "lokal forankring ")
    assert not same("lokal forankring", "lokal forankra")


@given(st.text())
def test_a_name_is_the_same_as_itself_in_capitals_folded_twice(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\n"])
def test_a_name_must_have_a_sign(name: str) -> None:
    with pytest.raises(QualtoolError) as told:
        required(name)
    assert told.value.key == "name_empty"


def test_a_page_is_no_name() -> None:
    assert required("x" * LONGEST) == "x" * LONGEST
    with pytest.raises(QualtoolError, match="501") as told:
        required("x" * (LONGEST + 1))
    assert told.value.key == "name_long"


def test_a_taken_name_gets_a_number() -> None:
    assert free("Notat", ["Referat"]) == "Notat"
    assert free("Notat", ["notat"]) == "Notat (2)"
    assert free("Notat", ["notat", "NOTAT (2)"]) == "Notat (3)"


def test_a_long_name_is_cut_at_a_word() -> None:
    assert excerpted("kort") == "kort"
    assert excerpted("en ganske lang kode", 12) == "en ganske…"
    assert excerpted("samarbeidskompetanse", 8) == "samarbe…"


def test_numbers_in_names_are_sorted_by_their_value() -> None:
    names = ["Uke 10", "uke 9b", "Uke 9", "2 av 3", "Anna", "uke 9 10"]
    assert sorted(names, key=by_number) == [
        "2 av 3",
        "Anna",
        "Uke 9",
        "uke 9 10",
        "uke 9b",
        "Uke 10",
    ]
