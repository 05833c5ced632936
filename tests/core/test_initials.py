from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.initials import initials


def test_a_name_of_one_word_gives_two_letters_and_longer_ones_the_first_of_each_end() -> None:
    assert initials(["Marte", "Jonas Berg", "Kari Anne Lie"]) == ["Ma", "JB", "KL"]


def test_names_that_begin_alike_get_more_letters_or_a_number() -> None:
    assert initials(["Marte", "Mari", "Marte"]) == ["Ma", "Mar", "Mart"]
    assert initials(["Li", "li", "li"]) == ["Li", "Li2", "Li3"]
    assert initials(["", " "]) == ["?", "?2"]


@given(st.lists(st.text(max_size=6), max_size=8))
def test_no_two_signs_are_alike_and_none_is_empty(names: list[str]) -> None:
    found = initials(names)
    assert len(set(found)) == len(found) == len(names)
    assert all(found)
