from __future__ import annotations

import pytest

from qualtool.core.coding_table import Line, lines
from qualtool.core.errors import QualtoolError


def read(*rows: tuple[str, ...]) -> list[Line]:
    return list(lines([rows], "t.csv"))


def test_columns_may_come_in_any_order_and_language() -> None:
    found = read(
        ("Valens", "Sitat", "Dokument", "Notert", "KODE", "Tema", "Undertema", "Koder", "Stjerne"),
        ("+", "vi er få", "Intervju 1", "?", "tid", "Ressurser", "Tid", "Kari", "ja"),
    )
    assert found == [
        Line(
            2,
            document="Intervju 1",
            code="tid",
            quote="vi er få",
            coder="Kari",
            theme="Ressurser",
            subtheme="Tid",
            valence="+",
            star="ja",
        )
    ]
    assert found[0].starred


def test_rows_keep_their_numbers_in_the_file() -> None:
    found = read((), ("document", "code", "quote"), ("a", "b", "c"), ("", " ", ""), ("d", "e", "f"))
    assert [(line.number, line.document) for line in found] == [(3, "a"), (5, "d")]


def test_a_short_row_lacks_its_last_cells() -> None:
    assert read(("document", "code", "quote", "comment"), ("a", "b")) == [
        Line(2, document="a", code="b")
    ]


def test_numbers_or_a_quotation_will_do() -> None:
    (line,) = read(("fil", "kode", "fra", "til"), ("a", "b", "3", "14"))
    assert line.span == (3, 14)
    assert read(("fil", "kode", "fra", "til"), ("a", "b", "-3", "−1"))[0].span == (-3, -1)
    assert read(("fil", "kode", "fra", "til"), ("a", "b", "3,5", "14"))[0].span is None


def test_koder_is_codes_where_no_other_column_is() -> None:
    assert read(("dokument", "koder", "sitat"), ("a", "tid", "c"))[0].code == "tid"
    (line,) = read(("dokument", "kode", "koder", "sitat"), ("a", "tid", "Kari", "c"))
    assert (line.code, line.coder) == ("tid", "Kari")


def test_the_first_sheet_that_has_the_columns_is_taken() -> None:
    sheets: list[list[tuple[str, ...]]] = [
        [("om", "dette")],
        [],
        [("document", "code", "quote"), ("a", "b", "c")],
    ]
    assert list(lines(sheets, "t.xlsx")) == [Line(2, document="a", code="b", quote="c")]


def test_missing_columns_are_counted_and_named() -> None:
    with pytest.raises(QualtoolError, match=r"lacks the column quote\. "):
        read(("document", "code"), ("a", "3"))
    with pytest.raises(QualtoolError, match=r"lacks the columns document, code, quote\. "):
        read(("noe", "annet"), ("a", "3"))


def test_a_missing_column_is_named() -> None:
    with pytest.raises(QualtoolError, match=r"t\.csv.*document, quote") as told:
        read(("code", "start"), ("a", "3"))
    assert told.value.key == "columns_missing"


def test_an_empty_table_is_said_to_be_empty() -> None:
    with pytest.raises(QualtoolError) as told:
        read((), (" ", ""))
    assert told.value.key == "file_empty"


@pytest.mark.parametrize("sign", ["x", "1", "JA", "true", "*"])
def test_a_star_may_be_said_in_many_ways(sign: str) -> None:
    assert Line(2, star=sign).starred


@pytest.mark.parametrize("sign", ["", "nei", "0", "-"])
def test_what_is_no_yes_is_no_star(sign: str) -> None:
    assert not Line(2, star=sign).starred


def test_a_row_with_nothing_but_a_box_that_is_not_ticked_is_empty() -> None:
    table = [["document", "code", "quote", "star"], ["", "", "", "FALSE"], ["A", "b", "c", "TRUE"]]
    (line,) = lines([table], "t.xlsx")
    assert (line.number, line.starred) == (3, True)
