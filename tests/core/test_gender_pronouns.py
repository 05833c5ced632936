from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.gender_pronouns import pronouns


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Hun sa at henne og hennes må vi høre på.", "nb", ["Hun", "henne", "hennes"]),
        ("Ho var der, og me kjenner hennar sak og honom.", "nn", ["Ho", "hennar", "honom"]),
        ("She’s kind, and his work is hers.", "en", ["She", "his", "hers"]),
        ("Hans rolle er uklar, sier hun.", "nb", ["Hans", "hun"]),
        ("Som mor til to og som en ung mann.", "nb", ["mor", "mann"]),
        ("I’m a father, and as a single mother it is hard.", "en", ["father", "mother"]),
    ],
)
def test_what_tells_a_gender_is_found(text: str, language: str, told: list[str]) -> None:
    assert [each.words for each in pronouns(text, language)] == told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi snakket med Hans om det som skjer her.", "nb"),  # a name, and "here"
        ("Handa, hunden og hanskene ligger her, og hun-kjønn er et ord.", "nb"),
        ("The theme of the shelter is there: it is theirs.", "en"),
        ("Mannen i gata og mor jord.", "nb"),
        ("", "nn"),
    ],
)
def test_words_that_only_look_so_are_left_alone(text: str, language: str) -> None:
    assert pronouns(text, language) == ()


@given(st.text(), st.sampled_from(["nb", "nn", "en", "other"]))
def test_the_places_are_those_of_the_words(text: str, language: str) -> None:
    told = f"{text} hun {text} she’s {text}"
    for each in pronouns(told, language):
        assert told[each.start : each.end] == each.words
