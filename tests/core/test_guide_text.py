from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.guide_text import GuideQuestion, questions

GUIDE = """Intervjuguide for ledere

Del 1: Bakgrunn
1. Kan du fortelle litt om deg selv?
   a) Hvor lenge har du vært leder?
2. Hva er ditt ansvar i prosjektet, og
hvordan kom du med?

Samarbeid
3) Hvordan opplever du samarbeidet?
- Har du eksempler?
Spm 4: Hva har vært vanskelig?
"""


def test_a_pasted_guide_becomes_numbered_questions_in_blocks() -> None:
    assert questions(GUIDE) == (
        GuideQuestion("1", "Del 1: Bakgrunn", "Kan du fortelle litt om deg selv?"),
        GuideQuestion("1a", "Del 1: Bakgrunn", "Hvor lenge har du vært leder?"),
        GuideQuestion(
            "2", "Del 1: Bakgrunn", "Hva er ditt ansvar i prosjektet, og hvordan kom du med?"
        ),
        GuideQuestion("3", "Samarbeid", "Hvordan opplever du samarbeidet?"),
        GuideQuestion("", "Samarbeid", "Har du eksempler?"),
        GuideQuestion("4", "Samarbeid", "Hva har vært vanskelig?"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Hva nå?", [("", "", "Hva nå?")]),
        (
            "1. Bakgrunn\n1.1 Hvem er du?\n2. Veien videre:\n2.1 Hva nå?",
            [("1.1", "Bakgrunn", "Hvem er du?"), ("2.1", "Veien videre", "Hva nå?")],
        ),
        (
            "Bakgrunn\nHvem er du?\nFortell om en vanlig dag.\nVeien videre:\nHva nå?",
            [
                ("", "Bakgrunn", "Hvem er du?"),
                ("", "Bakgrunn", "Fortell om en vanlig dag."),
                ("", "Veien videre", "Hva nå?"),
            ],
        ),
        ("# Om jobben\nQ1 What do you do?", [("1", "Om jobben", "What do you do?")]),
        ("II. Ansvar\n1) Hvem bestemmer?", [("1", "Ansvar", "Hvem bestemmer?")]),
        ("Tema 2: Hverdagen:\n1. Hva?", [("1", "Tema 2: Hverdagen", "Hva?")]),
        ("1. Fortell!\nOg så?", [("1", "", "Fortell!"), ("", "", "Og så?")]),
        ("a) Hvem?\nb) Hva?", [("a", "", "Hvem?"), ("b", "", "Hva?")]),
        ("om arbeidet\n1. Hva?", [("1", "om arbeidet", "Hva?")]),
        ("1. Hva?\n  innrykket stikkord", [("1", "", "Hva?"), ("", "", "innrykket stikkord")]),
        ("2.1.3b Hva da?", [("2.1.3b", "", "Hva da?")]),
    ],
)
def test_numbers_headings_and_bullets_are_told_apart(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert [(each.number, each.block, each.text) for each in questions(text)] == found


@given(st.lists(st.text("Hhva ?.:1a)#-\tæ", max_size=12), max_size=8).map("\n".join))
def test_no_question_is_empty_and_no_word_is_invented(text: str) -> None:
    for each in questions(text):
        assert each.text.strip()
        assert all(word in text for word in each.text.split())
