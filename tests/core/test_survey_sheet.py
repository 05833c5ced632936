"""A table as text, and where its cells stand in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.survey_sheet import sheet_of

CELLS = st.lists(
    st.sampled_from(["", "Nei", "Ja da", "to\n\nlinjer", "Ja da Ja da", " x "]), max_size=4
)


@given(st.lists(CELLS, max_size=6))
def test_every_cell_is_found_in_its_own_place(table: list[list[str]]) -> None:
    sheet = sheet_of(table)
    for number, row in enumerate(table):
        for column, cell in enumerate(row):
            words = " ".join(cell.split())
            found = list(sheet.origins(words, number, column))
            assert "".join(words[one.start : one.start + one.length] for one in found).replace(
                " ", ""
            ) == words.replace(" ", "")
            for one in found:
                raw = sheet.text[one.raw_start : one.raw_start + one.length]
                assert raw == words[one.start : one.start + one.length]
            if found:
                line = sheet.text[: found[0].raw_start].rpartition(f"{number + 1} │ ")[2]
                assert line.count(" │ ") == column


def test_rows_keep_the_numbers_they_have_in_a_spreadsheet() -> None:
    sheet = sheet_of([["a", "b"], [], ["c", ""], ["", "d"]])
    assert sheet.text == "1 │ a │ b\n3 │ c │ \n4 │  │ d"
    assert list(sheet.origins("a", None, 0)) == list(sheet.origins("a", 0, 0))


def test_what_is_not_in_the_table_is_nowhere() -> None:
    sheet = sheet_of([["Spørsmål", "a"], ["x", "y"]])
    assert next(sheet.origins("Spørsmål (2)", None, 0)).length == len("Spørsmål")
    assert list(sheet.origins("z", 1, 5)) == []
    assert list(sheet.origins("z", 7, 0)) == []


def test_what_is_hidden_is_not_in_the_text() -> None:
    sheet = sheet_of([["Navn", "Svar"], ["Kari", "Nei"], ["", "Ja"]], {0})
    assert sheet.text == "1 │ Navn │ Svar\n2 │ … │ Nei\n3 │  │ Ja"
    assert list(sheet.origins("Kari", 1, 0)) == []
    assert sheet.text[next(sheet.origins("Nei", 1, 1)).raw_start :].startswith("Nei")
