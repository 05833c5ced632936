from __future__ import annotations

import pytest

from qualtool.core import report
from qualtool.core.report import Cell, Column, Group, Heading, Paragraph, Report, Row, Run, Table
from qualtool.core.source import Caution

TWO = (Column("theme", "Theme", grouping=True), Column("code", "Code"))


def table(*groups: Group, headed: bool = False, cautions: tuple[Caution, ...] = ()) -> Table:
    return Table("Table", 3, "What was said", TWO, groups, headed=headed, cautions=cautions)


def row(*words: str | None) -> Row:
    return Row(tuple(None if word is None else report.cell(word) for word in words))


def test_a_caption_reads_label_number_and_words() -> None:
    assert report.caption(table()) == "Table 3: What was said"


def test_the_words_of_a_cell_are_its_paragraphs_line_by_line() -> None:
    both = Cell((Paragraph((Run("one "), Run("two", italic=True))), report.paragraph("three")))
    assert report.plain(both) == "one two\nthree"


def test_a_cell_without_words_has_no_paragraph() -> None:
    assert report.cell() == Cell()
    assert report.plain(report.cell()) == ""


def test_a_table_without_a_column_to_show_is_refused() -> None:
    with pytest.raises(ValueError, match="without a column"):
        Table("Table", 1, "", TWO[:1], (), headed=True)


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="3 cells in a table of 2"):
        table(Group("", (row("a", "b", "c"),)))


def test_a_missing_cell_must_be_covered_from_above() -> None:
    with pytest.raises(ValueError, match="column 1"):
        table(Group("", (row(None, "b"),)))


def test_a_covered_cell_may_not_stand_in_its_row() -> None:
    tall = Row((report.cell("a", rows=2), report.cell("b")))
    with pytest.raises(ValueError, match="do not agree"):
        table(Group("", (tall, row("c", "d"))))


@pytest.mark.parametrize("rows", [0, 2, 5])
def test_a_cell_may_not_reach_out_of_its_group(rows: int) -> None:
    with pytest.raises(ValueError, match="reaches out"):
        table(Group("", (Row((report.cell("a", rows=rows), report.cell("b"))),)))


def test_a_merged_cell_fills_the_rows_it_covers_where_each_must_stand_alone() -> None:
    tall = Row((report.cell("a", rows=2), report.cell("b")))
    group = Group("", (tall, row(None, "c"), row("d", "e")))
    words = [[report.plain(each) for each in cells] for cells in report.filled(group)]
    assert words == [["a", "b"], ["a", "c"], ["d", "e"]]


def test_headed_groups_leave_out_the_column_that_says_the_same() -> None:
    assert report.shown(table()) == (0, 1)
    assert report.shown(table(headed=True)) == (1,)


def test_the_cautions_of_a_report_are_those_of_its_tables_in_order() -> None:
    one, two = Caution("one", "First."), Caution("two", "Second.")
    whole = Report("T", "en", (Heading("H"), table(cautions=(one,)), table(cautions=(two,))))
    assert report.cautions(whole) == (one, two)
    assert len(list(report.tables(whole))) == 2


def test_what_stands_before_a_table_lies_as_the_table_does() -> None:
    upright, wide = table(), Table("Table", 4, "", TWO, (), landscape=True)
    one, two, last = Heading("one"), Heading("two"), Heading("last")
    whole = Report("T", "en", (one, upright, two, wide, wide, last))
    assert report.sections(whole) == [(False, [one, upright]), (True, [two, wide, wide, last])]


def test_a_report_without_a_table_stands_upright() -> None:
    assert report.sections(Report("T", "en", ())) == [(False, [])]
    assert report.sections(Report("T", "en", (Heading("a"),))) == [(False, [Heading("a")])]
