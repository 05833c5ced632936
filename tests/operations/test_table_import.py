from __future__ import annotations

from dataclasses import replace

import pytest

from qualtool.analysis import activities as register
from qualtool.analysis import consent, grid
from qualtool.core.errors import QualtoolError
from qualtool.core.table_mapping import Target, guess
from qualtool.core.table_plan import Plan, Taken
from qualtool.operations import activities, table_import
from qualtool.store.describing_rows import GridRow
from qualtool.store.project import Project
from qualtool.store.schema import Activity
from tests.operations.asking import rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]
Table = list[list[str]]


def taken(project: Project, table: Table, target: Target) -> tuple[Plan, Taken]:
    with project.edit(f"import_{target}") as session:
        plan = table_import.plan(session, table, guess(table, target))
        return plan, table_import.take_in(session, plan, table="x.csv")


def told(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(row.action, [problem.key for problem in row.problems]) for row in plan.rows]


def cases(project: Project) -> dict[str, GridRow]:
    with project.read() as session:
        return {row.name: row for row in grid.cases_grid(session).rows}


def test_cases_are_added_and_brought_up_to_date_by_name(rich: Furnished) -> None:
    project, r = rich
    plan, done = taken(
        project,
        [
            ["Navn", "Tilhører", "Type", "Rolle", "Startet", "Merknad"],
            ["intervju 1", "Kontoret", "", "lærer", "", "rolig"],
            ["Dina", "Intervju 1", "informant", "rektor", "31.2.2022", ""],
            ["Elin", "Skolen", "", "", "høsten 2023", ""],
            ["BERIT", "", "participant", "", "", ""],
            ["Carl", "", "rådgiver", "", "", ""],
        ],
        "cases",
    )
    assert told(plan) == [
        ("update", []),
        ("add", []),
        ("add", ["parent_new"]),
        ("same", []),
        ("update", []),
    ]
    assert (len(done.added), done.updated[0]) == (2, r.informant)
    found = cases(project)
    assert found["Intervju 1"].parent_id == r.office
    assert found["Intervju 1"].note == "rolig"
    assert found["Dina"].parent_id == r.informant
    assert found["Elin"].parent_id == found["Skolen"].id
    assert (found["Skolen"].kind, found["Carl"].kind) == ("group", "rådgiver")
    assert sorted(found["Dina"].values.values()) == ["31.2.2022", "rektor"]
    project.undo()
    assert len(cases(project)) == 5


def test_the_same_table_again_changes_nothing(rich: Furnished) -> None:
    project, _r = rich
    table = [
        ["Navn", "Tilhører", "Type", "Alder", "Samtykke", "Samtykke dato", "Trukket"],
        ["Dina", "Fylket", "informant", "37", "ja", "3.4.2024", ""],
        ["Elin", "", "", "", "nei", "", ""],
        ["Frida", "", "", "", "5.6.2024", "", "ja"],
        ["Gro", "", "", "", "", "", "mai 2024"],
        ["Hege", "", "", "", "ja", "", "nei"],
    ]
    plan, _done = taken(project, table, "cases")
    assert [row.action for row in plan.rows] == ["add"] * 5
    with project.read() as session:
        known = {row.case: row for row in consent.consents(session).values()}
    assert {name: known[name].state for name in ("Dina", "Elin", "Frida", "Gro", "Hege")} == {
        "Dina": "given",
        "Elin": "refused",
        "Frida": "withdrawn",
        "Gro": "withdrawn",
        "Hege": "given",
    }
    assert (known["Dina"].date, known["Frida"].date) == ("3.4.2024", "5.6.2024")
    again, done = taken(project, table, "cases")
    assert [row.action for row in again.rows] == ["same"] * 5
    assert done == Taken((), ())


def test_a_value_put_in_another_way_is_the_same_and_stays_as_it_was(rich: Furnished) -> None:
    project, _r = rich
    head = ["Navn", "Ansatte", "Startet"]
    taken(project, [head, ["Kontoret", "37,5", "2.3.2024"]], "cases")
    plan, _done = taken(project, [head, ["Kontoret", "37.5", "2024-03-02"]], "cases")
    assert told(plan) == [("same", [])]
    plan, _done = taken(project, [head, ["Kontoret", "38", "2024-03-02"]], "cases")
    assert told(plan) == [("update", [])]
    assert sorted(cases(project)["Kontoret"].values.values()) == ["2.3.2024", "38"]


def test_what_is_odd_about_a_case_is_told(rich: Furnished) -> None:
    project, r = rich
    table = [
        ["Navn", "Tilhører", "Ansatte", "Samtykke", "Samtykke dato", "Oppstart"],
        ["Kontoret", "", "mange", "", "", ""],
        ["kontoret", "", "7", "", "", ""],
        ["", "", "7", "", "", ""],
        ["x" * 501, "", "", "", "", ""],
        ["Dina", "dina", "", "vet ikke", "31.2.2022", ""],
        ["Elin", "Frida", "", "ja", "en gang", ""],
        ["Frida", "Elin", "", "", "", "2.3.2024"],
        ["Gro", "", "", "", "", "30.2.2024"],
    ]
    plan, _done = taken(project, table, "cases")
    assert told(plan) == [
        ("update", ["value_unfit"]),
        ("refuse", ["duplicate"]),
        ("refuse", ["name_missing"]),
        ("refuse", ["name_long"]),
        ("add", ["parent_circle", "consent_unreadable", "date_impossible"]),
        ("add", ["parent_circle", "date_unreadable"]),
        ("add", ["parent_circle"]),
        ("add", []),
    ]
    assert [problem.column for problem in plan.rows[4].problems] == [1, 3, 4]
    assert plan.rows[0].problems[0].column == 2
    found = cases(project)
    assert found["Kontoret"].values[r.size] == "mange"
    assert {found[name].parent_id for name in ("Dina", "Elin", "Frida")} == {None}


def test_an_impossible_date_is_flagged_where_dates_are_expected(rich: Furnished) -> None:
    project, _r = rich
    table = [["Navn", "Oppstart"], ["Gro", "30.2.2024"], ["Hege", "2.3.2024"]]
    mapping = guess(table, "cases")
    name, start = mapping.columns
    mapping = replace(mapping, columns=(name, replace(start, kind="date", attribute="Start")))
    with project.read() as session:
        plan = table_import.plan(session, table, mapping)
    assert told(plan) == [("add", ["date_impossible"]), ("add", [])]


def test_a_case_may_move_above_the_one_it_stood_under(rich: Furnished) -> None:
    project, r = rich
    table = [["Navn", "Tilhører"], ["Fylket", "Kontoret"], ["Kontoret", "Berit"]]
    plan, _done = taken(project, table, "cases")
    assert told(plan) == [("update", []), ("update", [])]
    found = cases(project)
    assert found["Fylket"].parent_id == r.office
    assert found["Kontoret"].parent_id == found["Berit"].id
    assert [row.depth for row in found.values()] == [0, 0, 1, 2, 0]


def test_columns_that_are_left_out_are_left_out(rich: Furnished) -> None:
    project, _r = rich
    table = [["Navn", "Alder", "Merknad"], ["Gro", "37", "x"]]
    mapping = guess(table, "cases")
    kept = tuple(replace(use, field="") if use.at else use for use in mapping.columns)
    with project.edit("import_cases") as session:
        plan = table_import.plan(session, table, replace(mapping, columns=kept))
        table_import.take_in(session, plan)
    assert (cases(project)["Gro"].values, cases(project)["Gro"].note) == ({}, "")


def test_a_register_is_entered_and_brought_up_to_date_by_number(rich: Furnished) -> None:
    project, r = rich
    table = [
        ["Nr", "Hva", "Dato", "Deltakere", "Dokumenter"],
        ["1", "Oppstart", "29.–30.9.2021", "Berit, Carl og Kontoret", "Notat"],
        ["2", "Møte", "31.2.2022", "Ukjent", "Borte; Fokusgruppe"],
        ["", "Møte 1", "høsten 2023", "", ""],
        ["", "", "2.3.2024", "", ""],
        ["3", "x" * 501, "", "", ""],
        ["2", "Et annet møte", "en gang", "", ""],
        ["2", "møte", "31.2.2022", "", ""],
    ]
    plan, done = taken(project, table, "activities")
    assert told(plan) == [
        ("add", []),
        ("add", ["date_impossible", "participant_unknown", "document_unknown"]),
        ("same", []),
        ("refuse", ["name_missing"]),
        ("refuse", ["name_long"]),
        ("add", ["number_twice", "date_unreadable"]),
        ("refuse", ["duplicate"]),
    ]
    assert len(done.added) == 3
    with project.read() as session:
        found = {row.name: row for row in register.activities(session)}
    start = found["Oppstart"]
    assert (start.date, start.date_from, start.date_to) == (
        "29.–30.9.2021", "2021-09-29", "2021-09-30",
    )  # fmt: skip
    assert (len(start.case_ids), start.document_ids) == (3, (r.notes,))
    meeting = found["Møte"]
    assert (meeting.date, meeting.date_from, meeting.date_state) == (
        "31.2.2022", None, "impossible",
    )  # fmt: skip
    assert (meeting.participants, meeting.document_ids) == ("Ukjent", (r.group,))
    table = [["Nr", "Hva", "Dato"], ["1", "Oppstart", "29.–30.9.2021"]]
    table += [["2", "Møtet", "31.2.2022"]]
    plan, done = taken(project, table, "activities")
    assert told(plan) == [("same", []), ("update", ["date_impossible"])]
    with project.read() as session:
        found = {row.number: row for row in register.activities(session)}
    assert done.updated == (meeting.id,)


def test_a_second_register_that_counts_from_one_overwrites_nothing(rich: Furnished) -> None:
    project, _r = rich
    head = ["Nr", "Hva", "Dato", "Innhold"]
    taken(project, [head, ["1", "Oppstart", "2023", "a"], ["2", "Møte", "", "b"]], "activities")
    second = [head, ["1", "Befaring", "2024", "c"], ["2", "Kaffe", "", "d"], ["3", "Tur", "", ""]]
    plan, done = taken(project, second, "activities")
    assert told(plan) == [("add", ["number_taken"]), ("add", ["number_taken"]), ("add", [])]
    assert (len(done.added), done.updated) == (3, ())
    said = plan.rows[0].problems[0].message
    assert said == "“Oppstart” has the number 1 already; this is a new activity."
    found = {row.name: (row.number, row.content) for row in rows(project, Activity)}
    assert (found["Oppstart"], found["Befaring"]) == (("1", "a"), ("1", "c"))
    plan, done = taken(
        project,
        [head, ["1", "Befaring", "", "ny"], ["1", "Oppstarten", "2023", ""]],
        "activities",
    )
    assert [row.action for row in plan.rows] == ["update", "add"]  # the number twice in one table
    plan, done = taken(project, [head, ["1", "Oppstarten", "2023", ""]], "activities")
    assert [row.action for row in plan.rows] == ["same"]


def test_what_is_done_again_under_another_number_is_another_activity(rich: Furnished) -> None:
    project, _r = rich
    table = [["Nr", "Hva", "Dato"], ["1", "Møte", "2024"], ["2", "Møte", "2024"]]
    plan, _done = taken(project, table, "activities")
    assert [row.action for row in plan.rows] == ["add", "add"]
    plan, _done = taken(project, [["Nr", "Hva", "Dato"], ["7", "Møte", "2024"]], "activities")
    assert [row.action for row in plan.rows] == ["add"]
    plan, _done = taken(project, [["Nr", "Hva", "Dato"], ["4", "Møte 1", "høsten 2023"]],
                        "activities")  # fmt: skip
    assert [row.action for row in plan.rows] == ["update"]


def test_a_date_or_number_put_in_another_way_is_the_same_and_stays_as_it_was(
    rich: Furnished,
) -> None:
    project, _r = rich
    head = ["Nr", "Hva", "Dato"]
    taken(project, [head, ["1.", "A", "4.11.2021"], ["", "B", "4.–5.11.2021"]], "activities")
    again = [head, ["1", "A", "2021-11-04"], ["", "B", "4. og 5. november 2021"]]
    plan, _done = taken(project, again, "activities")
    assert told(plan) == [("same", []), ("same", [])]
    changed = [head, ["1", "A", "2021-11-05"]]
    plan, _done = taken(project, changed, "activities")
    assert told(plan) == [("update", [])]
    found = {row.name: (row.number, row.date) for row in rows(project, Activity)}
    assert (found["A"], found["B"]) == (("1.", "2021-11-05"), ("", "4.–5.11.2021"))


def test_in_a_study_without_cases_no_participant_is_unknown(project: Project) -> None:
    plan, _done = taken(project, [["Hva", "Hvem"], ["Møte", "Kari, Ola"]], "activities")
    assert told(plan) == [("add", [])]


def test_activities_are_described_moved_tied_and_removed(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        second = activities.add(session, name="To", date="2024", case_ids=[r.office])
        activities.move(session, [second], 0)
        activities.describe(session, r.meeting, name="Møtet", date="uke 14 2023")
        activities.tie_document(session, second, r.notes)
        activities.tie_document(session, second, r.notes)
        activities.untie_document(session, r.meeting, r.notes)
        activities.tie_case(session, second, r.office)
        activities.untie_case(session, second, r.office)
        found = register.activities(session)
        assert [(row.name, row.position, row.document_ids, row.case_ids) for row in found] == [
            ("To", 0, (r.notes,), ()),
            ("Møtet", 1, (), ()),
        ]
        assert found[1].date_from == "2023-04-03"
        activities.remove(session, [second])
        activities.remove(session, [])
    assert [(row.name, row.position) for row in rows(project, Activity)] == [("Møtet", 0)]
    with pytest.raises(QualtoolError), project.edit("x") as session:
        activities.describe(session, r.meeting, name=" ")
    with pytest.raises(QualtoolError), project.edit("x") as session:
        activities.describe(session, second, name="x")
