from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from lxml import etree

from qualtool.core.report import Block, Column, Group, Heading, Report, Row, Table, cell
from qualtool.formats.write_xlsx import WRITER, cautions, write
from qualtool.formats.xlsx_parts import sheet_name
from tests.formats.invented import (
    HOSTILE,
    SVG,
    TAMED,
    excerpts,
    figure,
    full_report,
    illustrated,
    merged,
    report,
    table,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LIMIT = 32_767


def book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def only(*blocks: Block) -> Any:
    return book(write(report(*blocks))).worksheets[0]


def values(sheet: Any) -> list[list[Any]]:
    return [[each.value for each in row] for row in sheet.iter_rows()]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_words_are_words_and_numbers_numbers() -> None:
    sheet = only(table(excerpts("Ja.", "12")))
    assert values(sheet) == [["Nr", "Tema", "Utdrag"], [1, "Kultur", "Ja."], [2, "Kultur", "12"]]
    assert sheet["C3"].data_type == "s"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_date_is_a_date(language: str) -> None:
    columns = (Column("d", "Dato", kind="date"),)
    row = Row((cell("4.11.2021", value=date(2021, 11, 4)),))
    written = write(report(table(Group("", (row,)), columns=columns), language=language))
    found = book(written).worksheets[0]["A2"]
    assert found.value == datetime(2021, 11, 4)  # noqa: DTZ001 - a day has no zone
    assert found.number_format == ("d mmm yyyy" if language == "en" else "d\\.m\\.yyyy")


@pytest.mark.parametrize(("said", "kept"), list(zip(HOSTILE, TAMED, strict=True)))
def test_whatever_was_said_comes_back_as_text(said: str, kept: str) -> None:
    data = write(report(Heading(said), table(excerpts(said, theme=said)), title=said))
    sheet = book(data).worksheets[0]
    assert sheet["C2"].value == kept
    assert sheet["C2"].data_type == "s"
    assert sheet["B2"].value == kept


@pytest.mark.parametrize("said", ["=1+1", "+47", "-ja", "@a", "\ta", "\ra", "\na"])
def test_what_looks_like_a_formula_stays_text_after_editing_too(said: str) -> None:
    found = only(table(excerpts(said)))["C2"]
    assert found.data_type == "s"
    assert found.quotePrefix
    assert not only(table(excerpts("Ja.")))["C2"].quotePrefix


def test_a_text_that_says_an_escape_is_told_apart_from_one() -> None:
    data = write(report(table(excerpts("_x0041_ og _xZZZZ_ og x0041_"))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert "_x005F_x0041_ og _xZZZZ_ og x0041_" in strings


def test_the_head_is_frozen_and_filters() -> None:
    sheet = only(table(excerpts("a", "b")))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold


def test_text_is_wrapped_in_columns_of_sensible_widths() -> None:
    sheet = only(table(excerpts("ord " * 100, "Ja.")))
    assert sheet["C2"].alignment.wrap_text
    widths = {name: each.width for name, each in sheet.column_dimensions.items()}
    assert 5 <= widths["A"] <= 12
    assert 50 <= widths["C"] <= 150


def test_no_row_is_absurdly_high_and_a_short_one_has_no_height() -> None:
    sheet = only(table(excerpts("Ja.", "ord " * 100, "ord " * 3000, "a\nb\nc")))
    heights = {number: each.height for number, each in sheet.row_dimensions.items()}
    assert 2 not in heights
    assert 30 <= heights[3] <= 120
    assert heights[4] == 330
    assert heights[5] == 45


def test_a_merged_cell_is_repeated_so_that_rows_can_be_sorted() -> None:
    sheet = only(merged())
    assert [row[0] for row in values(sheet)] == ["Hovedtema", "Kultur", "Kultur"]
    assert sheet["C3"].value == "«Først.»\n«Så.»"


def test_one_sheet_for_each_table_named_by_its_heading() -> None:
    names = book(write(full_report())).sheetnames
    assert names == ["Temaer og eksempler", "Utdrag", "Utdrag 2", "Utdrag 3"]


def test_one_sheet_for_each_group_where_wanted() -> None:
    both = (excerpts("Ja."), excerpts("Nei.", theme="Struktur"), excerpts("?", theme=""))
    found = book(write(report(table(*both, apart=True))))
    assert found.sheetnames == ["Kultur", "Struktur", "Vedlegg"]
    assert values(found["Struktur"])[1] == [1, "Struktur", "Nei."]
    assert book(write(report(table(apart=True, empty="Tomt.")))).sheetnames == ["Vedlegg"]


def test_an_empty_table_says_so() -> None:
    assert values(only(table(empty="Ingen utdrag ennå.")))[1] == ["Ingen utdrag ennå.", None, None]
    assert len(values(only(table()))) == 1


def test_a_report_without_a_table_is_a_book_with_an_empty_sheet() -> None:
    assert book(write(report())).sheetnames == ["Vedlegg"]
    assert book(write(Report("", "nb", ()))).sheetnames == ["1"]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Kultur", "Kultur"),
        ("Hva? [Hvem/hvor]: \\alt*", "Hva Hvem hvor alt"),
        ("'sitert'", "sitert"),
        ("History", "History 2"),
        ("", "Tabell 1"),
        ("   ", "Tabell 1"),
        ("\x00\x07", "Tabell 1"),
        ("x" * 40, "x" * 31),
        ("🙂" * 20, "🙂" * 15),
        ("Kompetanse og motivasjon for ny læring", "Kompetanse og motivasjon for ny"),
    ],
)
def test_a_sheet_gets_a_name_that_excel_accepts(wanted: str, name: str) -> None:
    assert sheet_name(wanted, set(), "Tabell 1") == name


def test_two_sheets_never_share_a_name_in_any_letter_case() -> None:
    taken: set[str] = set()
    names = [sheet_name(name, taken, "1") for name in ("Kultur", "KULTUR", "kultur", "x" * 35)]
    names.append(sheet_name("x" * 35, taken, "1"))
    assert names == ["Kultur", "KULTUR 2", "kultur 3", "x" * 31, "x" * 29 + " 2"]


def test_a_cell_longer_than_excel_allows_goes_on_below_and_nothing_is_lost() -> None:
    said = "Ord nummer {} av mange. " * 3000
    long = report(table(excerpts(said, "Ja.")), language="en")
    found = values(book(write(long)).worksheets[0])
    parts = [row[2] for row in found[1:-1]]
    assert len(parts) == 3
    assert all(units(part) <= LIMIT for part in parts)
    on, again = " (continues in the row below)", "(continued) "
    assert "".join(part.removesuffix(on).removeprefix(again) for part in parts) == said
    assert [row[0] for row in found] == ["Nr", 1, None, None, 2]
    assert [caution.key for caution in cautions(long)] == ["long_cells"]
    assert "1 cell" in cautions(long)[0].message


def test_length_is_counted_as_excel_counts_it() -> None:
    fits, much = "🙂" * (LIMIT // 2), "🙂" * 20_000
    assert cautions(report(table(excerpts(fits)))) == ()
    found = values(only(table(excerpts(fits, much))))
    assert [units(row[2]) <= LIMIT for row in found] == [True] * 4
    assert found[1][2] == fits
    assert sum(row[2].count("🙂") for row in found[2:]) == 20_000


def test_merged_cells_are_counted_once_among_the_long_ones() -> None:
    assert cautions(report(merged())) == ()


def test_many_columns_have_names_of_two_letters() -> None:
    columns = tuple(Column(str(number), "x") for number in range(28))
    sheet = only(table(Group("", (Row(tuple(cell("y") for _each in columns)),)), columns=columns))
    assert sheet["AB2"].value == "y"


def test_a_caption_with_an_ampersand_is_printed_at_the_head() -> None:
    sheet = only(table(excerpts("a"), caption="Kultur & " + "&" * 300))
    assert sheet.oddHeader.left.text.startswith("Tabell 1: Kultur && ")
    data = write(report(table(excerpts("a"), caption="&" * 300)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert len(root.findtext(f"{MAIN}headerFooter/{MAIN}oddHeader") or "") in range(100, 256)


def test_nobody_and_no_machine_is_named() -> None:
    data = write(full_report())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"creator" not in b"".join(archive.read(name) for name in archive.namelist())
    assert book(data).properties.title == "Vedlegg"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write(full_report()) == write(full_report())


def test_the_writer_is_known_by_its_ending() -> None:
    assert isinstance(merged(), Table)
    assert (WRITER.ending, WRITER.write) == ("xlsx", write)


def test_a_figure_has_a_sheet_with_its_caption_its_words_and_the_picture() -> None:
    data = write(illustrated())
    made = book(data)
    assert made.sheetnames == [
        "Temaer",
        "Kart over temaene",
        "Kart over temaene 2",
        "Intervju",
    ]
    sheet = made["Kart over temaene"]
    assert [each.value for each in sheet["A"]] == [
        "Figur 1: Kart over temaene",
        figure().alternative,
        "Tegnet for hånd.",
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("xl/media/image2.png") == figure().png
        assert archive.read("xl/media/image2.svg") == SVG
        assert b"descr=" in archive.read("xl/drawings/drawing2.xml")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_a_figure_without_points_is_told_in_words_alone() -> None:
    data = write(report(figure(png=b"")))
    assert book(data).sheetnames == ["Kart over temaene"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any("media" in name for name in archive.namelist())


def test_a_coded_transcript_is_a_sheet() -> None:
    rows = values(book(write(illustrated()))["Intervju"])
    assert rows[0] == ["Linje", "Hvem", "Det som ble sagt", "Koder"]
    assert rows[2] == ["2", "Informant 1", "Vi ventet lenge.", "Tid\nTillit & tro"]
