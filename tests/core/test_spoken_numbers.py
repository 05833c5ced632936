from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.disclosure_search import search
from qualtool.core.known_words import Known
from qualtool.core.spoken_numbers import spoken_numbers


@pytest.mark.parametrize(
    "number",
    [
        "ni en to tre fire fem seks sju",
        "ni én to, tre fire, fem seks syv",
        "nittien tjuetre førtifem sekstisju",
        "Fire eitt null null, to tre fire fem",
        "four one two three, four five six seven",
    ],
)
def test_a_telephone_number_in_words_is_found(number: str) -> None:
    text = f"Ring meg på {number} da, så tar vi det."
    assert [(each.kind, each.words) for each in search(text, Known())] == [("phone", number)]


@pytest.mark.parametrize(
    "said",
    [
        "to tre fire fem seks sju åtte ni",
        "en to tre fire",
        "to eller tre ganger, fire eller fem",
        "en av to, ni av ti, tre av fire",
    ],
)
def test_counting_is_no_number(said: str) -> None:
    assert spoken_numbers(f"Vi teller {said} nå.") == ()


@given(st.lists(st.sampled_from("ni en to, tre fire. fem\n seks sju".split()), max_size=30))
def test_the_places_are_those_of_the_words(words: list[str]) -> None:
    text = " ".join(words)
    for each in spoken_numbers(text):
        assert text[each.start : each.end] == each.words
