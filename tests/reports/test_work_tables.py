"""The tables about the work itself: history of the codebook, phase log, coverage, self-review."""

from __future__ import annotations

import io
from datetime import date

import docx
import openpyxl
import pytest

from qualtool.analysis.snapshot_list import kept_moment, snapshots
from qualtool.core.codebook_moment import compared
from qualtool.core.report import Report, plain, tables
from qualtool.operations import (
    codes,
    memos,
    reading_through,
    self_review,
    themes,
    work_phases,
)
from qualtool.operations import snapshots as taking
from qualtool.reports import catalogue, snapshot_changes
from qualtool.reports.options import Options
from qualtool.store.project import Project
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


def built(project: Project, name: str, language: str = "en") -> Report:
    with project.read() as session:
        return catalogue.build(session, name, Options(language=language))


def rows(report: Report) -> list[list[str]]:
    (table,) = tables(report)
    return [
        [plain(cell) if cell is not None else "" for cell in row.cells]
        for group in table.groups
        for row in group.rows
    ]


def test_the_history_of_the_codebook_says_what_when_why_and_who(
    project: Project, study: Study
) -> None:
    with project.edit("rename_code", reason="ordet er deres eget") as session:
        codes.rename(session, study.habits, "vaner")
    with project.edit("recolour_codes") as session:
        codes.recolour(session, [study.habits], "rose")
    with project.edit("rename_code") as session:
        codes.rename(session, study.habits, "angret")
    project.undo()
    with project.edit("merge_codes", reason="det samme") as session:
        codes.merge(session, [study.habits], study.places)
    found = rows(built(project, "codebook-history"))
    assert [row[1:] for row in found] == [
        [
            "Renamed the code “slik gjør vi det her” to “vaner”",
            "slik gjør vi det her\nvaner",
            "ordet er deres eget",
            "Marte",
        ],
        ["Merged “vaner” into “faste møteplasser”, 0 excerpts", "vaner\nfaste møteplasser",
         "det samme", "Marte"],
    ]  # fmt: skip
    assert rows(built(project, "codebook-history", "nb"))[0][1] == (
        "Ga koden «slik gjør vi det her» navnet «vaner»"
    )


def test_the_phase_log_is_in_the_words_of_the_language(project: Project, study: Study) -> None:
    assert rows(built(project, "phase-log")) == []
    with project.edit("enter_method_phase") as session:
        work_phases.enter(session, "coding", date_from="2024-03-01", note="Runde 1")
        work_phases.enter(session, "familiarisation", date_from="2024-02-01", date_to="2024-02-20")
        work_phases.enter(session, "unheard of", date_from="2024-04-01")
    assert [row[0] for row in rows(built(project, "phase-log", "nn"))] == [
        "Bli kjend med materialet",
        "Koding",
        "unheard of",
    ]
    assert rows(built(project, "phase-log"))[1] == [
        "Coding", "1 March 2024", "still going on", "Runde 1",
    ]  # fmt: skip
    assert rows(built(project, "phase-log", "nb"))[0][1:3] == ["1.2.2024", "20.2.2024"]
    sheet = openpyxl.load_workbook(
        io.BytesIO(catalogue.write(built(project, "phase-log"), "xlsx"))
    ).worksheets[0]
    values = [value for row in sheet.iter_rows(values_only=True) for value in row]
    assert any(isinstance(value, date) for value in values)


def test_coverage_counts_each_document_and_how_often_it_was_read(
    project: Project, study: Study
) -> None:
    with project.edit("read_through") as session:
        for kind in ("read", "read", "checked"):
            reading_through.note(session, study.document, kind=kind)
    (row,) = rows(built(project, "coverage"))
    assert row[0] == "Informant 1"
    assert row[2] == "1"
    assert row[-3:] == ["2", "0", "1"]
    assert int(row[4]) == 24  # four of the informant's seventeen words


def test_self_review_sets_what_the_project_says_beside_the_answer(
    project: Project, study: Study
) -> None:
    with project.edit("add_memo") as session:
        memos.add(session, text="Om meg.", kind="reflexive")
        self_review.answer(session, "reflexivity", "**Ja**, men sent.")
        themes.describe(session, study.culture, concept="Det vante.")
    found = {row[0]: row[1:] for row in rows(built(project, "self-review"))}
    asked = "Have I written about my own part in what I found?"
    assert found[asked] == ["1 reflexive memo has been written.", "Ja, men sent."]
    assert all(facts for facts, _answer in found.values())
    assert sum(answer == "Not answered" for _facts, answer in found.values()) == len(found) - 1
    norwegian = rows(built(project, "self-review", "nb"))
    assert norwegian[0][0] == "Kjente jeg hele materialet godt før jeg kodet?"


def test_two_moments_stand_side_by_side(project: Project, study: Study) -> None:
    with project.edit("take_snapshot") as session:
        first = taking.take(session, "Etter runde 1", note="Før møtet")
    with project.edit("x") as session:
        codes.merge(session, [study.habits], study.places)
        themes.rename(session, study.culture, "Det vante")
        themes.move(session, [study.culture], parent_id=study.structure)
        themes.describe(session, study.structure, state="kept")
    with project.read() as session:
        assert [(row.name, row.note) for row in snapshots(session)] == [
            ("Etter runde 1", "Før møtet")
        ]
        before = kept_moment(session, first)
        assert before is not None
        changes = compared(before, taking.moment(session))
    report = snapshot_changes.build(
        changes, "Etter runde 1", "Now", language="en", options=Options()
    )
    found = [tuple(row) for row in rows(report)]
    assert ("Merged", "Code", "slik gjør vi det her", "", "into “faste møteplasser”") in found
    assert ("State", "Theme", "Ingen eier det", "Candidate", "Kept") in found
    assert ("Moved", "Theme", "Det vante", "at the top", "Ingen eier det") in found


@pytest.mark.parametrize("name", ["codebook-history", "phase-log", "coverage", "self-review"])
def test_each_goes_to_word_with_its_caption(project: Project, study: Study, name: str) -> None:
    report = built(project, name, "nb")
    document = docx.Document(io.BytesIO(catalogue.write(report, "docx")))
    captions = [
        each.text for each in document.paragraphs if each.style and "Caption" in each.style.name
    ]
    assert len(captions) == 1
    assert captions[0].startswith("Tabell")
