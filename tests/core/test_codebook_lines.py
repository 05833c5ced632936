"""A codebook comes in by the names of its columns, and its paths become places in a tree."""

from __future__ import annotations

import pytest

from qualtool.core.codebook_lines import CodeLine, cleaned, from_rows, head_of


@pytest.mark.parametrize(
    ("said", "field"),
    [("Kode", "name"), ("TAG", "name"), ("Definisjon:", "description"), ("farge", "colour"),
     ("Parent", "under"), ("Omtale", "description"), ("vær og vind", "")],
)  # fmt: skip
def test_a_column_is_known_by_what_programs_and_people_call_it(said: str, field: str) -> None:
    assert head_of(said) == field


def test_codes_are_read_below_the_head_wherever_it_stands() -> None:
    table = [["Kodebok", ""], ["Kode", "Beskrivelse"], ["venting", "Å vente"], ["", "ingen"]]
    assert from_rows(table) == [CodeLine("venting", description="Å vente", row=3)]
    assert from_rows([["a", "b"], ["c", "d"]]) == []


@pytest.mark.parametrize("name", ["tid › venting", "Nodes\\tid\\venting", "tid > venting"])
def test_a_name_with_a_path_stands_under_what_comes_before(name: str) -> None:
    (line,) = from_rows([["Code"], [name]])
    assert (line.path, line.name) == (("tid",), "venting")


def test_what_guards_a_cell_in_a_spreadsheet_is_no_part_of_it() -> None:
    (line,) = from_rows([["Code"], ["'=sum"]])
    assert line.name == "=sum"


def test_only_colours_states_and_origins_that_there_are_come_in() -> None:
    line = CodeLine(" to \n navn ", ("", " a "), colour="BLUE", state="Retired", provenance="x")
    assert cleaned(line) == CodeLine("to navn", ("a",), colour="blue", state="retired")
    assert cleaned(CodeLine("a", colour="rosa", state="ny", provenance="theory")) == CodeLine(
        "a", provenance="theory"
    )
