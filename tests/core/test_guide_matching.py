from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.guide_matching import AHEAD, LEAST, SURE, matches

QUESTIONS = (
    "Kan du fortelle litt om deg selv og rollen din?",
    "Hvor lenge har du hatt den?",
    "Hva er ditt ansvar i prosjektet, og hvordan kom du med?",
    "Hvordan opplever du samarbeidet med kommunen?",
    "Hva har vært vanskelig med samarbeidet?",
    "Hva mener du skal til for at dere skal lykkes videre?",
)
SAID = (
    "Hei, og takk. Kan du begynne med å fortelle litt om deg selv, og hvilken rolle du har?",
    "Og hvor lenge har du hatt den rollen?",
    "Ja.",
    "Mhm, hva gjør det med deg?",
    "Hva er ansvaret ditt inn i dette prosjektet, og hvordan ble du med?",
    "Korleis opplever du samarbeidet med kommunen?",
    "Og hva har vært det vanskeligste med samarbeidet, da?",
    "Er det noe mer?",
    "Hva mener du må til for at dere skal lykkes framover?",
)


def test_questions_are_found_though_they_are_put_in_other_words() -> None:
    found = {match.said: match.question for match in matches(QUESTIONS, SAID)}
    assert found == {0: 0, 1: 1, 4: 2, 5: 3, 6: 4, 8: 5}


def test_a_question_read_out_is_sure_wherever_it_stands() -> None:
    said = [f"Da går vi videre. {question} Ta den tida du trenger." for question in QUESTIONS]
    found = matches(QUESTIONS, said)
    assert [match.question for match in found] == list(range(len(QUESTIONS)))
    assert all(match.sure and match.score > 90 for match in found)


def test_two_questions_that_are_alike_make_nothing_sure() -> None:
    asked = ("Hva er bra med møtene i dag?", "Hva er bra med møtene i går?")
    (match,) = matches(asked, ["Hva er bra med møtene?"])
    assert match.second is not None
    assert not match.sure


def test_where_nothing_is_asked_or_planned_nothing_is_found() -> None:
    assert matches((), SAID) == ()
    assert matches(QUESTIONS, ()) == ()
    assert matches(QUESTIONS, ["", "Ja?", "Nei, nei!"]) == ()
    assert matches(["?"], ["Hva er dette for noe?"]) == ()


def test_a_question_of_which_only_a_part_is_said_among_much_else_is_not_found() -> None:
    said = "Samarbeid og møter og budsjett og ferie og kaffe og strikking hos kommunen i går kveld."
    asked = ["Hvordan fungerer samarbeid med kommunen om budsjett og planer?"]
    assert matches(asked, [said]) == ()
    near = "Og budsjett og planer med kommunen, og mye annet som vi driver med her i året."
    assert matches(asked, [near], least=95) == ()


WORDS = st.sampled_from("hva hvem møtene skolen synes du om? ja. samarbeid samarbeidet å".split())
TALK = st.lists(WORDS, max_size=9).map(" ".join)


@given(st.lists(TALK, max_size=4), st.lists(TALK, max_size=4))
def test_a_score_is_a_share_of_a_hundred_and_the_best_comes_first(
    asked: list[str], said: list[str]
) -> None:
    for match in matches(asked, said):
        assert LEAST <= match.score <= 100.1
        assert match.second_score <= match.score
        assert match.second != match.question
        assert match.sure == (match.score >= SURE and match.score - match.second_score >= AHEAD)
