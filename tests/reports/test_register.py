from __future__ import annotations

from datetime import date

import pytest

from qualtool.core.report import tables
from qualtool.core.table_mapping import Target, guess
from qualtool.formats.read_table import read_tables
from qualtool.operations import activities, attributes, cases, consent, table_import
from qualtool.reports import catalogue, register
from qualtool.store.project import Project


@pytest.fixture
def filled(project: Project) -> Project:
    with project.edit("x") as session:
        county = cases.add(session, "Fylket", kind="county", note="stort; og\nvidt")
        kari = cases.add(session, "Kari", parent_id=county)
        cases.add(session, "007", kind="Eget slag")
        attributes.add(session, "Alder", kind="number")
        for name, value in (
            ("Alder", "37"),
            ("Formel", "=SUM(A1)"),
            ("Minus", "-3,5"),
            ("Dag", "2024-03-02"),
            ("Ingen dag", "2024-02-31"),
            ("Null", "007"),
        ):
            cases.set_attribute(session, kari, name, value)
        activities.add(session, name="Oppstart", number="1", date="29.–30.9.2021")
        activities.add(session, name="@Møte", date="2021-11-04", content="=1", comment="a\nb")
    return project


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("target", ["cases", "activities"])
def test_a_table_that_is_written_and_taken_in_again_changes_nothing(
    filled: Project, target: Target, language: str, ending: str
) -> None:
    with filled.edit("x") as session:
        consent.note(session, [2], date="2.3.2024", scope="intervju")
        consent.note(session, [1], given=False)
        consent.withdraw(session, [3], "")
        build = register.cases if target == "cases" else register.activities
        data = catalogue.write(build(session, language=language), ending)
        (table,) = read_tables(data, f"x.{ending}")
        plan = table_import.plan(session, table, guess(table, target))
    assert [(row.action, row.problems) for row in plan.rows] == [("same", ())] * len(plan.rows)
    assert len(plan.rows) == (3 if target == "cases" else 2)


def test_consent_is_only_written_where_it_is_noted(filled: Project) -> None:
    with filled.read() as session:
        (table,) = tables(register.cases(session, language="en"))
    assert [column.title for column in table.columns] == [
        "Name", "Belongs to", "Kind",
        "Alder", "Formel", "Minus", "Dag", "Ingen dag", "Null",
        "Note",
    ]  # fmt: skip


def test_numbers_and_days_are_such_in_a_spreadsheet_and_nothing_else_is() -> None:
    assert register.written("37").value == 37
    assert register.written("2024-03-02").value == date(2024, 3, 2)
    assert register.written("2024-02-31").value is None
    assert register.written("007").value is None


def test_a_study_without_cases_gives_an_empty_table(project: Project) -> None:
    with project.read() as session:
        (table,) = tables(register.cases(session))
        (other,) = tables(register.activities(session))
    assert (table.groups, other.groups) == ((), ())
