from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from qualtool.core.report import Column, Group, Row, cell
from qualtool.formats.write_csv import WRITER, write
from tests.formats.invented import (
    HOSTILE,
    TAMED,
    excerpts,
    figure,
    full_report,
    merged,
    report,
    table,
    transcript,
)


def lines(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_norwegian_excel_opens_the_file_with_its_letters_and_columns() -> None:
    data = write(report(table(excerpts("Så ble det sånn."))))
    assert data == "\ufeffNr;Tema;Utdrag\r\n1;Kultur;Så ble det sånn.\r\n".encode()


@pytest.mark.parametrize(("said", "kept"), list(zip(HOSTILE, TAMED, strict=True)))
def test_what_was_said_comes_back_but_never_as_a_formula(said: str, kept: str) -> None:
    back = lines(write(report(table(excerpts(said)))))[1][2]
    assert back in (kept, f"'{kept}")
    assert not back.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert (back != kept) == kept.startswith(("=", "+", "-", "@", "\n"))


@pytest.mark.parametrize("said", ["= 1", "+1", "-1", "@a", "\tx", "\rx", "\nx", "＝1", "＠a"])
def test_everything_that_would_be_read_as_a_formula_has_an_apostrophe(said: str) -> None:
    assert lines(write(report(table(excerpts(said)))))[1][2].startswith("'")


@pytest.mark.parametrize("said", ["– ja", "1+1", "a=b", "'selv", ""])
def test_what_is_no_formula_is_left_alone(said: str) -> None:
    assert lines(write(report(table(excerpts(said)))))[1][2] == said


def test_numbers_and_dates_stand_as_such() -> None:
    columns = (Column("n", "n", kind="number"), Column("d", "Dato", kind="date"))
    row = Row((cell("minus fem", value=-5), cell("4.11.2021", value=date(2021, 11, 4))))
    data = write(report(table(Group("", (row,)), columns=columns)))
    assert lines(data)[1] == ["-5", "2021-11-04"]


def test_a_merged_cell_is_repeated_so_that_each_row_stands_alone() -> None:
    assert [row[0] for row in lines(write(report(merged())))] == ["Hovedtema", "Kultur", "Kultur"]


def test_headed_groups_keep_the_column_that_says_which_they_are() -> None:
    data = write(report(table(excerpts("Ja."), excerpts("Nei.", theme="Struktur"), headed=True)))
    assert [row[1] for row in lines(data)] == ["Tema", "Kultur", "Struktur"]


def test_several_tables_are_told_apart_by_an_empty_line() -> None:
    found = lines(write(full_report()))
    assert found.count([]) == 3


def test_an_empty_table_says_so() -> None:
    assert lines(write(report(table(empty="Ingen utdrag ennå.")))) == [
        ["Nr", "Tema", "Utdrag"],
        ["Ingen utdrag ennå.", "", ""],
    ]
    assert len(lines(write(report(table())))) == 1


def test_a_report_without_a_table_is_an_empty_file() -> None:
    assert lines(write(report())) == []


def test_the_writer_is_known_by_its_ending() -> None:
    assert (WRITER.ending, WRITER.write) == ("csv", write)


def test_a_figure_alone_is_told_in_words() -> None:
    rows = lines(write(report(figure(), title="Kart")))
    assert rows == [
        ["Kart"],
        ["Figur 1: Kart over temaene"],
        [figure().alternative],
        ["Tegnet for hånd."],
    ]


def test_a_coded_transcript_is_rows() -> None:
    rows = lines(write(report(transcript())))
    assert rows[2] == ["2", "Informant 1", "Vi ventet lenge.", "Tid\nTillit & tro"]
