from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.variants import likeness, suggestions


def test_spellings_of_one_value_are_joined_into_the_most_frequent() -> None:
    found = suggestions({"lærer": 5, "Lærar": 1, "laerer": 2, "rektor": 3})
    assert [(each.into, each.variants) for each in found] == [("lærer", ("laerer", "Lærar"))]


def test_words_in_another_order_are_the_same_value() -> None:
    (found,) = suggestions({"Nord skole": 1, "Skole, nord": 2})
    assert (found.into, found.variants, found.score) == ("Skole, nord", ("Nord skole",), 100.0)


def test_values_that_differ_in_a_number_are_never_one() -> None:
    assert suggestions({"Videregående skole 1": 2, "Videregående skole 2": 2}) == ()


def test_a_short_word_with_another_first_letter_is_another_word() -> None:
    assert likeness("rektor", "lektor") == 0.0
    assert likeness("kommunedirektør", "rommunedirektør") > 90


def test_a_chain_of_spellings_is_one_group() -> None:
    found = suggestions({"avdelingsleder": 3, "avdelingsleiar": 2, "avdelinsleiar": 1})
    assert [(each.into, len(each.variants)) for each in found] == [("avdelingsleder", 2)]


def test_a_column_of_free_text_has_no_suggestions() -> None:
    assert suggestions({f"verdi {number}": 1 for number in range(600)}) == ()
    assert suggestions({"": 3, " ": 1}) == ()


@given(st.dictionaries(st.text("aåbæ 12.", max_size=5), st.integers(1, 9), max_size=8))
def test_every_value_is_suggested_at_most_once(values: dict[str, int]) -> None:
    found = suggestions(values)
    named = [name for each in found for name in (each.into, *each.variants)]
    assert len(named) == len(set(named))
    assert set(named) <= set(values)
    assert all(each.variants and 80 <= each.score <= 100 for each in found)
