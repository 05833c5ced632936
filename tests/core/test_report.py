from __future__ import annotations

from dataclasses import replace

import pytest

from qualtool.core import report
from qualtool.core.report import (
    Cell,
    Column,
    Contents,
    Figure,
    Group,
    Heading,
    Margined,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
)
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


def figure(*, landscape: bool = False, cautions: tuple[Caution, ...] = ()) -> Figure:
    return Figure(
        "Figure", 2, "A map", b"<svg/>", b"", 3, 2, "Two.", landscape=landscape, cautions=cautions
    )


def test_the_caption_of_a_figure_reads_as_that_of_a_table() -> None:
    assert report.caption(figure()) == "Figure 2: A map"
    assert report.caption(replace(table(), label="")) == "What was said"


def test_a_heading_that_is_counted_reads_number_and_words() -> None:
    assert report.headline(Heading("Themes", number="Appendix 2")) == "Appendix 2  Themes"
    assert report.headline(Heading("Themes")) == "Themes"


@pytest.mark.parametrize(
    ("svg", "width", "told", "fault"),
    [
        (b"", 3, "Two.", "without a picture"),
        (b"<svg/>", 0, "Two.", "without a size"),
        (b"<svg/>", 3, " ", "without words"),
    ],
)
def test_a_figure_has_a_picture_a_size_and_words(
    svg: bytes, width: int, told: str, fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        Figure("Figure", 1, "", svg, b"", width, 2, told)


def test_a_chapter_of_text_alone_stands_upright_before_one_that_lies() -> None:
    said = Text((report.paragraph("Words."),))
    title, one, two, last = Heading("T", 0), Heading("one"), Heading("two"), Heading("last")
    under, lying = Heading("under", 2), figure(landscape=True)
    whole = Report("T", "en", (title, one, said, under, two, said, lying, last, said))
    assert report.sections(whole) == [
        (False, [title, one, said, under]),
        (True, [two, said, lying]),
        (False, [last, said]),
    ]


def test_the_contents_stand_upright_before_a_table_that_lies() -> None:
    contents, one, lying = Contents("Contents"), Heading("one"), figure(landscape=True)
    whole = Report("T", "en", (Heading("T", 0), contents, one, lying))
    assert report.sections(whole) == [
        (False, [Heading("T", 0), contents]),
        (True, [one, lying]),
    ]


def test_a_figure_and_a_margined_text_have_cautions_too() -> None:
    one, two = Caution("one", "First."), Caution("two", "Second.")
    text = Margined(("", "", "", ""), (), cautions=(two,))
    whole = Report("T", "en", (figure(cautions=(one,)), text))
    assert report.cautions(whole) == (one, two)
    assert list(report.figures(whole)) == [figure(cautions=(one,))]
