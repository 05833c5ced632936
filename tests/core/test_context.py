from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.context import after, before, sentence_after, sentence_before

TEXT = "Vi er få, og alt tar tid."


def test_no_word_is_cut_in_two() -> None:
    assert before(TEXT, 13, 8) == "få, og "
    assert before(TEXT, 13, 9) == "få, og "
    assert after(TEXT, 9, 7) == " og alt"
    assert after(TEXT, 9, 9) == " og alt"


def test_the_whole_of_a_short_text_comes_along() -> None:
    assert before(TEXT, 5, 99) == "Vi er"
    assert after(TEXT, 17, 99) == "tar tid."


def test_nothing_asked_for_is_nothing() -> None:
    assert before(TEXT, 5, 0) == ""
    assert after(TEXT, 5, 0) == ""
    assert before("samarbeid", 8, 3) == ""
    assert after("samarbeid", 1, 3) == ""


@given(st.text("ab \n"), st.integers(0, 30), st.integers(0, 30))
def test_context_is_never_longer_than_asked_and_stands_beside(
    text: str, at: int, length: int
) -> None:
    at = min(at, len(text))
    assert len(before(text, at, length)) <= length
    assert len(after(text, at, length)) <= length
    assert before(text, at, length) in text[:at]
    assert after(text, at, length) in text[at:]


def test_a_sentence_before_and_after_stop_where_a_sentence_ends() -> None:
    said = "Det var før. Vi var få, og alt tok tid. Så kom de andre. Da gikk det."
    at, end = said.index("alt"), said.index(" tid.")
    assert sentence_before(said, at, 200) == "Vi var få, og "
    assert sentence_after(said, end, 200) == " tid."
    assert sentence_before(said, said.index("Så"), 200) == "Vi var få, og alt tok tid. "
    assert sentence_after(said, said.index(" Da"), 200) == " Da gikk det."
    assert sentence_before("Hva nå?\nIngenting.", 8, 200) == "Hva nå?\n"
    assert sentence_before(said, at, 4) == "og "
    assert sentence_after(said, end, 0) == ""
