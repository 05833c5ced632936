from __future__ import annotations

from qualtool.core.refinding import found_again

SAID = "Det er lett å være modig i et møte når det er andre som skal gjøre jobben etterpå."
OTHER = "Vi bodde like ved skolen da, så jeg kjente alle sammen fra før av."


def test_the_same_words_are_found_however_they_are_set() -> None:
    texts = {
        "a": "«det er lett å være modig i et møte, når det er andre …»",
        "b": "Noe annet her nå.",
    }
    assert found_again(texts, [(1, OTHER), (2, SAID)]) == {"a": 2}


def test_seven_words_in_a_row_are_enough_and_six_are_not() -> None:
    long = "Et helt annet innhold ellers, men modig i et møte når det er."
    assert found_again({"x": long}, [(1, SAID)]) == {"x": 1}
    short = "Et helt annet innhold ellers, men modig i et møte når det gjaldt noe."
    assert found_again({"x": short}, [(1, SAID)]) == {}


def test_a_short_quotation_is_found_by_nearly_all_of_its_words() -> None:
    assert found_again({"x": "kjente alle sammen fra"}, [(1, OTHER)]) == {"x": 1}
    assert found_again({"x": "kjente alle"}, [(1, OTHER)]) == {}


def test_the_one_with_most_of_the_words_is_told() -> None:
    others = [(1, SAID[:50]), (2, SAID), (3, SAID[:60])]
    assert found_again({"x": SAID}, others) == {"x": 2}


def test_nothing_is_found_among_nothing() -> None:
    assert found_again({}, [(1, SAID)]) == {}
    assert found_again({"x": SAID}, []) == {}
