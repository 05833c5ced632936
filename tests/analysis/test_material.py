"""What is read of documents, cases, memos and the study as a whole."""

from __future__ import annotations

import pytest

from qualtool.analysis import cases, documents, memos, overview, placing, study
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Anchor, Block, Locator, Turn
from qualtool.operations import memos as memo_operations
from qualtool.store.project import Project
from qualtool.store.schema import MemoLink
from tests.operations.rich import ANSWER, QUESTION, SECOND, Rich

Furnished = tuple[Project, Rich]


def test_documents_come_with_what_is_coded_in_them(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        found = documents.documents(session)
    assert [(row.name, row.excerpts, row.codings, row.cases) for row in found] == [
        ("Intervju 1", 2, 4, ("Intervju 1",)),
        ("Fokusgruppe", 3, 2, ("Berit", "Carl")),
        ("Notat", 1, 1, ("Kontoret",)),
    ]


def test_a_document_is_read_as_it_came_in(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        page = documents.reading(session, r.interview)
    assert page.text == "\n".join((QUESTION, ANSWER, "Mer?", SECOND))
    assert page.turns[1] == Turn(25, 25 + len(ANSWER), 1, 5000, 9000)
    assert page.anchors == (Anchor(0, 0),)
    assert page.locators[1] == Locator(25, "line", "2")
    assert page.blocks == (Block(0, 24, "paragraph"),)
    assert [(who.label, who.case) for who in page.speakers] == [
        ("Intervjuer", ""),
        ("R", "Intervju 1"),
    ]


def test_a_document_that_is_gone_is_said_to_be(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session, pytest.raises(QualtoolError) as told:
        documents.reading(session, 999)
    assert told.value.key == "gone"


def test_cases_come_with_documents_and_values(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = {row.name: row for row in cases.cases(session)}
    assert list(found) == ["Intervju 1", "Berit", "Carl", "Fylket", "Kontoret"]
    assert found["Intervju 1"].document_ids == (r.interview,)
    assert found["Intervju 1"].attributes == {"Rolle": "lærer"}
    assert (found["Kontoret"].parent_id, found["Kontoret"].document_ids) == (r.county, (r.notes,))


def test_memos_tell_what_they_are_tied_to(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = [(row.text, row.target, row.target_id) for row in memos.memos(session)]
        about_code = memos.memos(session, target="code", target_id=r.secrecy)
        about_other = memos.memos(session, target="code", target_id=r.time)
    assert found == [
        ("tanke", "", None),
        ("om stedet", "excerpt", r.starred),
        ("om kodinga", "coding", r.secrecy_coding),
        ("om koden", "code", r.secrecy),
        ("om temaet", "theme", r.structure),
    ]
    assert [row.text for row in about_code] == ["om koden"]
    assert about_other == []


def test_a_memo_tied_to_several_things_shows_the_first_tie(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        made = memo_operations.add(session, text="x", target="document", target_id=r.notes)
        session.add(MemoLink(memo_id=made, code_id=r.time))
        session.flush()
        (row,) = [row for row in memos.memos(session) if row.id == made]
    assert (row.target, row.target_id) == ("document", r.notes)


def test_the_study_and_its_tables_are_counted(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        row = study.study(session)
        counts = study.counts(session)
    assert (row.name, row.documents, row.codes, row.themes, row.excerpts) == (
        "En studie",
        3,
        5,
        5,
        6,
    )
    assert (counts["coding"], counts["document"], counts["snapshot"]) == (7, 3, 0)
    assert "step" not in counts


def test_nobody_speaks_where_there_are_no_turns() -> None:
    assert placing.main_speaker((), (), 0, 5) is None
    assert placing.main_speaker((Turn(0, 9, None), Turn(9, 12, 7)), (), 0, 12) is None


def test_the_project_as_data_names_parents_and_themes(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        data = overview.project(session)
    codes = {each["name"]: each for each in data["codes"]}
    assert codes["skjema"]["parent"] == "samtykke"
    assert codes["samtykke"]["themes"] == ["Kultur", "Struktur"]
    assert data["themes"][1]["parent"] == "Kultur"
    assert data["documents"][0]["length"] == len("\n".join((QUESTION, ANSWER, "Mer?", SECOND)))
    assert data["coders"][1] == {"name": "Bo", "codings": 3}
    assert data["counts"]["excerpt"] == 6


def test_a_document_as_data_has_turns_and_excerpts_that_fit_its_text(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        data = overview.document(session, r.interview)
        notes = overview.document(session, r.notes)
    assert [turn["speaker"] for turn in data["turns"]] == ["Intervjuer", "R", "Intervjuer", "R"]
    for excerpt in data["excerpts"]:
        assert data["text"][excerpt["start"] : excerpt["end"]] == excerpt["text"]
    first = data["excerpts"][0]["codings"][0]
    assert (first["code"], first["themes"], first["coder"], first["valence"]) == (
        "samtykke",
        ["Kultur", "Struktur"],
        "Anne",
        "barrier",
    )
    assert (notes["turns"], notes["excerpts"][0]["case"]) == ([], "Kontoret")
