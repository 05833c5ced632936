from __future__ import annotations

from qualtool.core.table_mapping import ColumnUse, TableMapping
from qualtool.core.table_plan import Line, Plan, PlannedRow, lines

MAPPING = TableMapping(
    "cases",
    1,
    (
        ColumnUse(0, "Navn", "name"),
        ColumnUse(1, "Alder", "attribute", "Alder ved start"),
        ColumnUse(2, "Bort"),
        ColumnUse(3, "Notat", "note"),
        ColumnUse(4, "Annet", "attribute"),
    ),
)


def test_rows_are_read_as_the_columns_are_taken_and_keep_their_number_in_the_file() -> None:
    table = [
        ["Oversikt"],
        ["Navn", "Alder", "Bort", "Notat", "Annet"],
        [" Kari ", "37", "x", "'=1", "ja"],
        [],
        ["", "", "bare dette", "", " "],
        ["Ola"],
    ]
    assert lines(table, MAPPING) == [
        Line(3, {"name": "Kari", "note": "=1"}, {"Alder ved start": "37", "Annet": "ja"}),
        Line(6, {"name": "Ola"}, {}),
    ]


def test_what_is_not_in_a_row_is_empty() -> None:
    (_kari, ola) = lines([[], [], ["Kari"], ["Ola"]], MAPPING)
    assert (ola.get("name"), ola.get("note")) == ("Ola", "")


def test_of_two_columns_for_the_same_the_first_that_says_anything_counts() -> None:
    mapping = TableMapping("cases", 0, (ColumnUse(0, "a", "name"), ColumnUse(1, "b", "name")))
    rows = lines([[], ["Kari", "Ola"], ["", "Per"]], mapping)
    assert [row.get("name") for row in rows] == ["Kari", "Per"]


def test_a_plan_is_counted_by_what_is_to_be_done() -> None:
    plan = Plan(MAPPING, (PlannedRow(3, "add", "Kari"), PlannedRow(4, "same", "Ola")))
    assert (plan.count("add"), plan.count("same"), plan.count("refuse")) == (1, 1, 0)
