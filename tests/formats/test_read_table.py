from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from qualtool.core.errors import QualtoolError
from qualtool.formats import read_table
from qualtool.formats.read_table import read_tables

ROWS = (("dokument", "sitat"), ("Møte å", "«ja», sa hun"))


def xlsx(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_table_is_the_same_however_it_was_saved(separator: str, encoding: str) -> None:
    text = f'dokument{separator}sitat\r\nMøte å{separator}"«ja», sa hun"\r\n'
    assert read_tables(text.encode(encoding), "t.csv") == (ROWS,)


def test_a_quotation_may_hold_separators_marks_and_breaks() -> None:
    text = 'a,b\n"en; to; tre, ""fire""\nfem",x\n'
    assert read_tables(text.encode(), "t.csv") == ((("a", "b"), ('en; to; tre, "fire"\nfem', "x")),)


def test_the_note_a_spreadsheet_leaves_itself_is_followed_and_counts_as_a_row() -> None:
    assert read_tables(b"sep=|\na|b,c\n", "t.csv") == (((), ("a", "b,c")),)


def test_a_named_encoding_is_used() -> None:
    assert read_tables("a;ø".encode("cp850"), "t.csv", encoding="cp850") == ((("a", "ø"),),)


def test_every_sheet_of_a_spreadsheet_is_read_as_text() -> None:
    data = xlsx(
        Om=[["om"]],
        Koding=[
            ["a", 3.0, 2.5, None],
            [True, False, date(2024, 3, 1), datetime(2024, 3, 1, 12, 30)],  # noqa: DTZ001
        ],
    )
    about, table = read_tables(data, "t.xlsx")
    assert about == (("om",),)
    assert table == (
        ("a", "3", "2.5"),
        ("TRUE", "FALSE", "2024-03-01", "2024-03-01T12:30:00"),
    )


def test_a_whole_number_has_no_decimals() -> None:
    assert read_table._cell(12.0) == "12"


def test_a_break_inside_the_first_cell_ends_no_row() -> None:
    assert read_tables(b'"a,\nb";c\n', "t.csv") == ((("a,\nb", "c"),),)


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (b"PK\x03\x04cut off", "file_damaged"),
        (zipped({"word/document.xml": b"<x/>"}), "table_unreadable"),
        (zipped({"xl/workbook.xml": b"<broken"}), "file_damaged"),
        (zipped({"xl/workbook.xml": ENTITIES}), "file_damaged"),
        (zipped({"xl/workbook.xml": b"0" * 9_000_000}), "file_unpacks_too_large"),
        (b"a,b\n" + b'"' + b"x" * 200_000 + b'",y', "table_unreadable"),
        (bytes(range(256)) * 40, "file_not_text"),
    ],
)
def test_what_is_no_table_is_refused_by_name(data: bytes, key: str) -> None:
    with pytest.raises(QualtoolError, match=r"t\.xlsx") as told:
        read_tables(data, "t.xlsx")
    assert told.value.key == key


def test_a_table_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_table, "MOST_ROWS", 5)
    assert len(read_tables(b"a;b\n" * 5, "t.csv")[0]) == 5
    for data in (b"a;b\n" * 6, xlsx(A=[["a"]] * 6)):
        with pytest.raises(QualtoolError) as told:
            read_tables(data, "t.csv")
        assert told.value.key == "table_too_long"


def test_what_the_sample_study_is_made_of_can_be_read() -> None:
    folder = Path(__file__).parents[2] / "resources" / "sample"
    (table,) = read_tables((folder / "codings.csv").read_bytes(), "codings.csv")
    assert table[0][:3] == ("document", "quote", "code")
