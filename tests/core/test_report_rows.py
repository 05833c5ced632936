from __future__ import annotations

from qualtool.core import report, report_rows
from qualtool.core.report import (
    Figure,
    Heading,
    Line,
    Margined,
    Mark,
    Report,
    Run,
    Table,
    Text,
    paragraph,
)

HEADS = ("Line", "Who", "What was said", "Codes")
SAID = Margined(
    HEADS,
    (
        Line("1", "Informant 1", (Run("It took "), Run("time", tint="blue"))),
        Line("2", "", (Run("to agree."),), (Mark("Time", "blue"), Mark("Trust", "rose"))),
    ),
)
MAP = Figure("Figure", 2, "The map", b"<svg/>", b"", 300, 200, "Two themes.", note="As it was.")


def words(table: Table) -> list[list[str]]:
    (group,) = table.groups
    return [[report.plain(each) for each in cells] for cells in report.filled(group)]


def test_a_margined_text_becomes_a_row_for_each_line() -> None:
    table = report_rows.as_table(SAID)
    assert tuple(column.title for column in table.columns) == HEADS
    assert words(table) == [
        ["1", "Informant 1", "It took time", ""],
        ["2", "", "to agree.", "Time\nTrust"],
    ]
    assert report.caption(table) == ""


def test_a_figure_alone_is_told_in_words() -> None:
    found = report_rows.in_rows(Report("T", "en", (Heading("Map", number="Appendix 2"), MAP)))
    (table,) = report.tables(found)
    assert words(table) == [["Figure 2: The map"], ["Two themes."], ["As it was."]]


def test_text_alone_becomes_a_table_of_one_column() -> None:
    blocks = (Heading("One"), Text((paragraph("said"),)), Heading("Two", number="2"))
    (table,) = report.tables(report_rows.in_rows(Report("T", "en", blocks)))
    assert words(table) == [["said"], ["2  Two"]]


def test_a_report_with_a_table_keeps_its_other_blocks() -> None:
    found = report_rows.in_rows(Report("T", "en", (Heading("One"), SAID, MAP)))
    assert found.blocks == (Heading("One"), report_rows.as_table(SAID), MAP)
