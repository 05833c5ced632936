from __future__ import annotations

import pytest

from qualtool.analysis import guide as shown
from qualtool.analysis.texts import readings
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.operations import answers, documents, guides
from qualtool.operations.answers import Suggested
from qualtool.store.project import Project
from qualtool.store.schema import Answer, Question
from tests.operations.asking import rows
from tests.operations.rich import ANSWER, QUESTION, SECOND, Rich, conversation

Furnished = tuple[Project, Rich]


def texts(project: Project, guide_id: int) -> list[tuple[str, str, str]]:
    found = [each for each in rows(project, Question) if each.guide_id == guide_id]
    found.sort(key=lambda each: each.position)
    assert [each.position for each in found] == list(range(len(found)))
    return [(each.number, each.block, each.text) for each in found]


def test_a_guide_is_pasted_added_to_and_put_in_order(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        made = guides.add(session, "Fokusgruppe", "Del 1\n1. Hvem er dere?")
        guides.paste(session, made, "2. Hva gjør dere?")
        first = guides.add_question(
            session, made, " Hvorfor? ", number=" 0 ", block="Før", position=0
        )
        guides.describe_question(session, first, text="Hvorfor da?", block="")
        guides.describe_question(session, first, number=" 00 ")
        guides.move_questions(session, [first], None)
        guides.move_questions(session, [], None)
        guides.rename(session, made, "Gruppe")
    assert texts(project, made) == [
        ("1", "Del 1", "Hvem er dere?"),
        ("2", "", "Hva gjør dere?"),
        ("00", "", "Hvorfor da?"),
    ]
    with project.edit("x") as session:
        guides.remove_questions(session, [first])
        guides.remove_questions(session, [])
        guides.remove(session, [r.guide])
        guides.remove(session, [])
        found = shown.guides(session)
    assert [(row.name, row.position, len(row.questions)) for row in found] == [("Gruppe", 0, 2)]
    assert rows(project, Answer) == []


def test_two_guides_have_two_names_and_a_question_has_words(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        other = guides.add(session, "Annen")
    for key, act in (
        ("guide_exists", lambda s: guides.add(s, "GUIDE")),
        ("guide_exists", lambda s: guides.rename(s, other, "guide")),
        ("name_empty", lambda s: guides.add_question(s, r.guide, " ")),
        ("name_empty", lambda s: guides.describe_question(s, r.question, text="")),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == key


def test_the_same_answer_twice_is_one_and_may_be_turned_down(rich: Furnished) -> None:
    project, r = rich
    passage = Suggested(r.question, r.group, 25, 60)
    with project.edit("x") as session:
        answers.set_state(session, r.question, r.group, "not_asked")
        (one,) = answers.accept(session, [passage])
        assert answers.accept(session, [passage]) == [one]
        assert [(row.state, row.answers) for row in shown.asked(session, r.guide)] == [
            ("answered", 1),
            ("answered", 1),
        ]
        assert answers.reject(session, [passage]) == [one]
        assert [row.document_id for row in shown.asked(session, r.guide)] == [r.interview]
        answers.remove(session, [one])
        answers.remove(session, [])
        assert answers.accept(session, []) == []
    assert [row.state for row in rows(project, Answer)] == ["answered"]


def test_a_passage_that_is_none_answers_nothing(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        answers.accept(session, [Suggested(r.question, r.group, 5, 5)])
    assert told.value.key == "range"


def test_a_question_is_marked_as_not_asked_or_declined_by_a_document_or_a_case(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.edit("x") as session:
        answers.set_state(session, r.question, r.notes, "not_asked")
        answers.set_state(session, r.question, r.notes, "declined")
        answers.set_state(session, r.question, r.group, "declined", case_id=r.office)
        assert answers.set_state(session, r.question, r.group, "", case_id=r.office) is None
        answers.set_state(session, r.question, r.interview, "declined")
        found = {row.document_id: row for row in shown.asked(session, r.guide)}
    assert (found[r.notes].state, found[r.notes].answers) == ("declined", 0)
    assert (found[r.interview].state, found[r.interview].answers) == ("declined", 1)
    assert r.group not in found
    with pytest.raises(ValueError, match="later"), project.edit("x") as session:
        answers.set_state(session, r.question, r.notes, "later")


def test_what_is_found_in_the_transcripts_waits_for_a_decision(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = shown.review(session, r.guide)
    assert [(each.document_id, each.turn, each.question_id) for each in found] == [
        (r.group, 0, r.question)
    ]  # in the interview it has been accepted already
    (place,) = found
    assert place.said == QUESTION
    assert place.score > 90
    text = "\n".join((QUESTION, ANSWER, SECOND))
    assert text[place.start : place.end] == f"{ANSWER}\n{SECOND}"
    passage = Suggested(place.question_id, place.document_id, place.start, place.end)
    with project.edit("x") as session:
        answers.reject(session, [passage])
        assert shown.review(session, r.guide) == []
        answers.accept(session, [passage])
        assert shown.review(session, r.guide) == []
        row = next(row for row in shown.guides(session) if row.id == r.guide)
    assert [(each.answers, each.documents) for each in row.questions] == [(2, 2), (0, 0)]


def test_an_answer_ends_where_the_next_question_is_found(project: Project) -> None:
    talk = (
        "Hva tenker du om møtene?",
        "De er lange.",
        "Ja?",
        "Veldig lange.",
        "Hvordan kom du med i arbeidet?",
        "Hvem spurte deg om å bli med i dette?",
        "Sjefen.",
        "Hva tenker du om møtene nå?",
    )
    with project.edit("x") as session:
        page = documents.add(session, conversation(*talk[:5], labels=("I", "R")), name="A")
        other = documents.add(session, Source(text="Uten replikker?", format="text"), name="B")
        free = documents.add(
            session,
            conversation("Hvem spurte deg om å bli med?", "Sjefen.", labels=("A", "B")),
            name="C",
        )
        for row in readings(session, [free])[free].speakers:
            documents.set_speaker(session, row.id, role="other")
        guide = guides.add(
            session, "G", "1. Hva tenker du om møtene?\n2. Hvordan kom du med i arbeidet?\n"
            "3. Hvem spurte deg om å bli med?",
        )  # fmt: skip
        found = shown.review(session, guide, [page, other, free, 99])
        text = readings(session, [page])[page].text
        assert [(each.document, text[each.start : each.end]) for each in found[:1]] == [
            ("A", "De er lange.\nJa?\nVeldig lange.")
        ]
        assert [(each.document, each.turn) for each in found[1:]] == [("C", 0)]
        answers.accept(
            session,
            [Suggested(e.question_id, e.document_id, e.start, e.end) for e in found],
        )
        first, _second, _third = (row.id for row in shown.guides(session)[0].questions)
        assert shown.questions_of_turns(session, page) == (first, first, first, first, None)
        assert shown.questions_of_turns(session, 99) == ()
        assert shown.questions_of_turns(session, other) == ()
