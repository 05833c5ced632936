from __future__ import annotations

import json

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.operations import documents
from qualtool.store.project import Project
from qualtool.store.schema import Case, Coding, Document, DocumentCase, DocumentText, Memo, Speaker
from tests.operations.asking import excerpt_ids, row, rows
from tests.operations.rich import Rich, conversation

Furnished = tuple[Project, Rich]


def names(project: Project) -> list[str]:
    found = sorted(rows(project, Document), key=lambda each: each.position)
    assert [each.position for each in found] == list(range(len(found)))
    return [each.name for each in found]


def test_a_document_keeps_its_text_and_who_speaks_where(rich: Furnished) -> None:
    project, r = rich
    document = row(project, Document, r.interview)
    assert document is not None
    (kept,) = [each for each in rows(project, DocumentText) if each.document_id == r.interview]
    assert document.length == len(kept.text)
    assert document.words == 29
    assert (document.date, document.date_from, document.date_to, document.duration_ms) == (
        "4.–5.11.2021",
        "2021-11-04",
        "2021-11-05",
        60_000,
    )
    assert json.loads(kept.turns)[1] == [25, 89, 1, 5000, 9000]
    assert json.loads(kept.locators)[1] == [25, "line", "2"]
    assert json.loads(kept.anchors) == [[0, 0]]
    assert json.loads(kept.blocks) == [[0, 24, "paragraph", 0]]


def test_participants_get_cases_and_interviewers_none(rich: Furnished) -> None:
    project, r = rich
    cases = {case.id: case.name for case in rows(project, Case)}
    found = [
        (speaker.label, speaker.role, cases.get(speaker.case_id or 0))
        for speaker in rows(project, Speaker)
    ]
    assert found == [
        ("Intervjuer", "interviewer", None),
        ("R", "participant", "Intervju 1"),
        ("Leder", "interviewer", None),
        ("Berit", "participant", "Berit"),
        ("Carl", "participant", "Carl"),
    ]
    ties = [
        cases[each.case_id] for each in rows(project, DocumentCase) if each.document_id == r.group
    ]
    assert ties == ["Berit", "Carl"]


def test_a_document_without_speakers_has_a_case_only_as_an_interview(project: Project) -> None:
    with project.edit("x") as session:
        documents.add(session, Source("Ord.", "text"), name="Samtale 1")
        documents.add(session, Source("Ord.", "text"), name="Regn", kind="observation")
        documents.add(session, Source("Ord.", "text"), name="Ingen", case_for=())
        documents.add(session, conversation("Ja?", "Nei."), name="Delt", case_for=(None, "Kari"))
        documents.add(session, conversation("Ja?", "Nei."), name="Kort", case_for=("Kari",))
    assert [case.name for case in rows(project, Case)] == ["Samtale 1", "Kari"]


def test_two_documents_have_two_names(rich: Furnished) -> None:
    project, r = rich
    for act in (
        lambda s: documents.add(s, Source("x", "text"), name="notat"),
        lambda s: documents.rename(s, r.interview, "NOTAT"),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == "document_exists"
    with project.edit("x") as session:
        documents.rename(session, r.notes, "notat")
    assert names(project) == ["Intervju 1", "Fokusgruppe", "notat"]


def test_a_date_that_is_rewritten_is_understood_anew(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.describe(session, r.notes, date="våren 2024", checked=True)
    document = row(project, Document, r.notes)
    assert document is not None
    assert (document.date_from, document.checked) == ("2024-03-01", True)
    with project.edit("x") as session:
        documents.describe(session, r.notes, date="en gang")
    document = row(project, Document, r.notes)
    assert document is not None
    assert (document.date, document.date_from) == ("en gang", None)


def test_documents_move_in_the_list(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.move(session, [r.notes, r.group], 0)
        documents.move(session, [], 0)
    assert names(project) == ["Notat", "Fokusgruppe", "Intervju 1"]


def test_a_removed_document_takes_its_excerpts_but_no_memo_and_no_case(rich: Furnished) -> None:
    project, r = rich
    memos, cases = len(rows(project, Memo)), len(rows(project, Case))
    with project.edit("x") as session:
        documents.remove(session, [r.interview, r.group])
        documents.remove(session, [])
    assert names(project) == ["Notat"]
    assert excerpt_ids(project) == {r.direct}
    assert len(rows(project, Coding)) == 1
    assert (len(rows(project, Memo)), len(rows(project, Case))) == (memos, cases)


def test_a_speaker_who_turns_out_to_ask_has_no_case(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.set_speaker(session, r.answerer, role="interviewer")
    speaker = row(project, Speaker, r.answerer)
    assert speaker is not None
    assert (speaker.role, speaker.case_id) == ("interviewer", None)
    assert not [each for each in rows(project, DocumentCase) if each.document_id == r.interview]


def test_a_speaker_may_be_told_to_be_somebody(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.set_speaker(session, r.asker, label=" Kari ", role="participant")
        documents.set_speaker(session, r.asker, case_id=r.informant)
        documents.set_speaker(session, r.answerer, case_id=r.office)
    ties = {each.case_id for each in rows(project, DocumentCase) if each.document_id == r.interview}
    assert ties == {r.informant, r.office}
    speaker = row(project, Speaker, r.asker)
    assert speaker is not None
    assert (speaker.label, speaker.role) == ("Kari", "participant")


def test_a_role_is_one_of_three(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(ValueError, match="chief"), project.edit("x") as session:
        documents.set_speaker(session, r.asker, role="chief")
