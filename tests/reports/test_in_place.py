"""A block takes its place in a report: counted, opened in the researcher's words, told in one."""

from __future__ import annotations

from qualtool.core.report import (
    Block,
    Column,
    Figure,
    Group,
    Heading,
    Report,
    Row,
    Table,
    Text,
    caption,
    cell,
    paragraph,
    plain,
)
from qualtool.reports import in_place

TABLE = Table("Table", 1, "C", (Column("a", "A"),), (Group("", (Row((cell("x"),)),)),))
FIGURE = Figure("Figure", 1, "C", b"<svg/>", b"", 10, 10, "En strek.")
QUOTATION = Text((paragraph("Vi har møte om møta."),), "quotation")


def _said(*lines: str) -> Text:
    return Text(tuple(map(paragraph, lines)))


def _report(*blocks: Block) -> Report:
    return Report("Funn", "nb", blocks)


def test_the_heading_is_counted_and_those_below_it_stay_below_it() -> None:
    report = _report(Heading("Funn"), Heading("Kultur", 2), Heading("Vaner", 3))
    assert in_place.headed(report, "", "Vedlegg 3").blocks == (
        Heading("Funn", 1, "Vedlegg 3"),
        Heading("Kultur", 2),
        Heading("Vaner", 3),
    )


def test_headings_as_high_as_the_blocks_own_go_below_it() -> None:
    report = _report(Heading("Funn"), Heading("Kultur", 1), Heading("Vaner", 2), TABLE)
    placed = in_place.headed(report, "", "")
    assert [each.level for each in placed.blocks if isinstance(each, Heading)] == [1, 2, 3]


def test_the_researchers_own_heading_takes_the_place_of_the_blocks() -> None:
    placed = in_place.headed(_report(Heading("Funn"), TABLE), "Det vi så", "Vedlegg 1")
    assert placed.title == "Det vi så"
    assert placed.blocks == (Heading("Det vi så", 1, "Vedlegg 1"), TABLE)


def test_a_block_without_a_heading_gets_one() -> None:
    assert in_place.headed(_report(TABLE), "", "").blocks == (Heading("Funn"), TABLE)
    assert in_place.headed(_report(), "", "").blocks == (Heading("Funn"),)


def test_an_opening_takes_the_place_of_what_is_suggested() -> None:
    report = _report(Heading("Funn"), _said("Tabellen viser."), _said("Mer."), TABLE, _said("Sist"))
    opened = in_place.opened(report, "Slik ble det.\n\n  Og slik. \n")
    assert opened.blocks == (
        Heading("Funn"),
        _said("Slik ble det.", "Og slik."),
        TABLE,
        _said("Sist"),
    )


def test_an_opening_leaves_quotations_and_what_is_under_other_headings() -> None:
    blocks = (Heading("Funn"), QUOTATION, Heading("Kultur", 2), _said("Om vaner."))
    opened = in_place.opened(_report(*blocks), "Slik ble det.")
    assert opened.blocks == (blocks[0], _said("Slik ble det."), *blocks[1:])


def test_without_an_opening_the_block_says_what_it_suggests() -> None:
    report = _report(Heading("Funn"), _said("Tabellen viser."), TABLE)
    assert in_place.opened(report, " \n ") == report
    assert in_place.suggestion(report) == "Tabellen viser."
    again = in_place.opened(report, in_place.suggestion(report))
    assert again == report


def test_two_openings_that_say_the_same_are_both_replaced() -> None:
    same = _said("Tabellen viser.")
    report = _report(Heading("Funn"), same, TABLE, same)
    assert in_place.opened(report, "Slik.").blocks == (Heading("Funn"), _said("Slik."), TABLE, same)


def test_captions_are_counted_on_in_the_language_of_the_whole() -> None:
    report = _report(Heading("Funn"), TABLE, FIGURE, TABLE)
    placed = in_place.numbered(report, 4, 2, "en")
    found = [each for each in placed.blocks if isinstance(each, Table | Figure)]
    assert [caption(each) for each in found] == ["Table 5: C", "Figure 3: C", "Table 6: C"]
    assert in_place.counted(placed) == (2, 1)
    (only,) = in_place.numbered(_report(TABLE), 0, 0, "nb").blocks
    assert isinstance(only, Table)
    assert only.label == "Tabell"


def test_a_table_without_a_label_is_not_counted() -> None:
    bare = Table("", 0, "", TABLE.columns, TABLE.groups)
    report = _report(bare, TABLE)
    placed = in_place.numbered(report, 1, 0, "en")
    assert placed.blocks[0] == bare
    assert in_place.counted(placed) == (1, 0)
    assert plain(bare.groups[0].rows[0].cells[0] or cell()) == "x"
