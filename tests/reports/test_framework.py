"""The framework matrix as a table: across for few themes, down for many, and who is left out."""

from __future__ import annotations

import pytest

from qualtool.analysis.matrix import matrix
from qualtool.core.report import Table, plain
from qualtool.operations import cases, consent, summaries, themes
from qualtool.reports import catalogue
from qualtool.reports.framework import ACROSS
from qualtool.reports.options import Options
from qualtool.store.project import Project
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    with project.edit("write_summary") as session:
        one = next(row.id for row in matrix(session).cases)
        two = cases.ensure(session, "Informant 2")
        summaries.write(session, one, made.culture, "Vanene styrer.\n\nIngen spør.")
        summaries.set_state(session, two, made.culture, "declined")
        summaries.write(session, two, made.structure, "Hun eier det selv.")
    return made


def built(project: Project, options: Options | None = None) -> Table:
    with project.read() as session:
        report = catalogue.build(session, "framework", options or Options(language="nb"))
    (table,) = [each for each in report.blocks if isinstance(each, Table)]
    return table


def rows(table: Table) -> list[list[str]]:
    return [
        [plain(each) if each is not None else "" for each in row.cells]
        for group in table.groups
        for row in group.rows
    ]


def test_few_themes_stand_side_by_side_on_a_page_across(project: Project, study: Study) -> None:
    table = built(project, Options(language="en"))
    assert [column.title for column in table.columns] == [
        "Case",
        "Vaner som holder igjen",
        "Ingen eier det",
    ]
    assert rows(table) == [
        ["Informant 1", "Vanene styrer.\nIngen spør.", ""],
        ["Informant 2", "Declined", "Hun eier det selv."],
    ]
    assert table.landscape


def test_many_themes_have_a_row_for_each_cell(project: Project, study: Study) -> None:
    with project.edit("write_summary") as session:
        one = next(row.id for row in matrix(session).cases)
        for number in range(ACROSS):
            theme = themes.add(session, f"Tema {number}")
            summaries.write(session, one, theme, f"Sagt {number}.")
    table = built(project, Options(language="en"))
    assert [column.key for column in table.columns] == ["case", "theme", "summary"]
    found = rows(table)
    assert found[0] == ["Informant 1", "Vaner som holder igjen", "Vanene styrer.\nIngen spør."]
    assert found[1][0] == ""
    assert len(found) == 3 + ACROSS
    assert not table.landscape


def test_where_nobody_is_named_cases_have_numbers(project: Project, study: Study) -> None:
    found = rows(built(project, Options(language="en", attribution="none")))
    assert [row[0] for row in found] == ["Case 1", "Case 2"]


def test_a_case_without_consent_is_left_out_and_told(project: Project, study: Study) -> None:
    with project.edit("withdraw_consent") as session:
        two = cases.ensure(session, "Informant 2")
        consent.withdraw(session, [two], "2024-03-01")
    table = built(project, Options(language="en"))
    assert [row[0] for row in rows(table)] == ["Informant 1"]
    assert [each.key for each in table.cautions] == ["no_consent"]
