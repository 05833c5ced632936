"""Answers to a survey come in as turns under their questions, whatever the table looks like."""

from __future__ import annotations

import io

import openpyxl
import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import Choices
from qualtool.core.source import Source
from tests.formats.checking import check
from tests.formats.word_files import packed

LONG = "Det gikk bedre da vi fikk en fast dag å møtes på."
TABLE = f"Navn;Kontor;Hva hjalp?\nKari;Nord;{LONG}\nOla;Sør;{LONG} Også for meg.\n"


def read(text: str, **columns: str) -> Source:
    choices = Choices(columns=tuple(columns.items()))
    source = plugins.read(text.encode(), "svar.csv", choices=choices)
    check(source)
    return source


def test_each_answer_is_a_turn_of_its_case_under_its_question() -> None:
    source = read(TABLE.replace("Navn", "Deltaker"))
    assert source.text == f"Hva hjalp?\n{LONG}\n{LONG} Også for meg."
    assert [speaker.label for speaker in source.speakers] == ["Kari", "Ola"]
    assert [block.kind for block in source.blocks] == ["heading"]
    assert len(source.turns) == 2


def test_names_and_addresses_are_left_out_unless_they_are_asked_for() -> None:
    assert "Kari" not in str(read(TABLE))
    assert read(TABLE, Navn="case").speakers[0].label == "Kari"


def test_the_researcher_can_say_what_a_column_is() -> None:
    source = read(TABLE, Kontor="answer", **{"Hva hjalp?": "leave"})
    assert source.text == "Kontor\nNord\nSør"


def test_the_same_name_twice_is_two_cases_and_empty_rows_are_none() -> None:
    source = read(
        f"Deltaker;Hva?\nA;{LONG}\n;\nA;{LONG}\n;{LONG}\n", Deltaker="case", **{"Hva?": "answer"}
    )
    assert [speaker.label for speaker in source.speakers] == ["A", "A (2)", "Respondent 3"]


def test_a_table_without_answers_says_so() -> None:
    with pytest.raises(QualtoolError) as refused:
        read("Deltaker;Kontor\nA;Nord\nB;Sør\n")
    assert refused.value.key == "table_without_answers"


def test_the_fullest_sheet_is_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Om", "dette"])  # type: ignore[union-attr]
    sheet = book.create_sheet("Svar")
    for row in (("Id", "Hva hjalp?"), ("P1", LONG), ("P2", LONG + " Ja.")):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    assert plugins.read(buffer.getvalue(), "a.xlsx").speakers[0].label == "P1"


def test_running_text_with_commas_is_no_table() -> None:
    text = "Vi kom, vi så, vi gikk.\nSå ble det stille, lenge, der.\nJa, ja, sa hun.\nNei, nei, ja."
    assert plugins.read(text.encode(), "notat.txt").format == "text"


def test_a_broken_workbook_is_refused() -> None:
    for parts in ({"xl/workbook.xml": "x"}, {"xl/workbook.xml": "a" * 30_000_000}):
        with pytest.raises(QualtoolError) as refused:
            plugins.read(packed(parts), "a.xlsx")
        assert "a.xlsx" in str(refused.value)
