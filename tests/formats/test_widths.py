from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.report import Column, Group, Row, Table, cell
from qualtool.formats.widths import fitted

LONG = "Hadde vi ikke hatt torsdagene, hadde vi aldri visst om hverandre. " * 5


def table(columns: list[tuple[str, float]], *rows: list[str]) -> Table:
    return Table(
        "Table",
        1,
        "",
        tuple(Column(title, title, width) for title, width in columns),
        (Group("", tuple(Row(tuple(cell(text) for text in row)) for row in rows)),),
    )


def widths(
    columns: list[tuple[str, float]], *rows: list[str], total: int = 9000, room: int = 100
) -> list[int]:
    return fitted(table(columns, *rows), range(len(columns)), total, room, 200)


def test_columns_of_running_text_follow_their_shares() -> None:
    assert widths([("A", 1), ("B", 2)], [LONG, LONG]) == [3000, 6000]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    narrow, wide = widths([("Kompetanseutvikling", 0.1), ("B", 9)], ["x", LONG])
    assert narrow >= len("Kompetanseutvikling") * 100
    assert narrow + wide == 9000


def test_a_line_may_end_at_a_slash_so_that_each_part_counts_alone() -> None:
    narrow, _wide = widths([("Undertema/kode", 0.1), ("B", 9)], ["", LONG])
    assert narrow < len("Undertema/kode") * 100


def test_no_column_is_wider_than_what_it_holds() -> None:
    _wide, comment = widths([("A", 1), ("Kommentar", 1)], [LONG, "Se\nnotat"])
    assert comment < 1500


def test_where_all_is_short_the_table_still_fills_the_page() -> None:
    assert sum(widths([("A", 1), ("B", 1)], ["x", "y"])) == 9000


def test_where_there_is_no_room_for_the_words_they_are_broken() -> None:
    found = widths([("Kompetanseutvikling", 1)] * 4, ["x"] * 4, total=4000)
    assert found == [1000] * 4


def test_where_not_even_parts_of_words_fit_the_shares_decide() -> None:
    assert widths([("Kompetanse", 1), ("Kultur", 3)], ["x", "y"], total=400) == [100, 300]


@given(
    st.lists(st.tuples(st.text(max_size=30), st.floats(0.1, 10)), min_size=1, max_size=9),
    st.data(),
)
def test_widths_add_up_to_the_page_and_none_is_empty(
    columns: list[tuple[str, float]], data: st.DataObject
) -> None:
    row = data.draw(st.lists(st.text(), min_size=len(columns), max_size=len(columns)))
    found = widths(columns, row, total=14002)
    assert sum(found) == 14002
    assert min(found) > 0


def test_long_words_in_narrow_columns_leave_a_wide_one_most_of_its_share() -> None:
    columns = [("Kommunikasjonsutfordring", 1.0)] * 3 + [("Utdrag", 4.0)]
    *_narrow, wide = widths(columns, ["x", "x", "x", LONG], total=7000)
    assert wide >= 0.7 * 4000


def test_a_word_of_broad_letters_gets_more_room() -> None:
    broad, _wide = widths([("A", 0.1), ("B", 9)], ["Kommunikasjon", LONG])
    usual, _wide = widths([("A", 0.1), ("B", 9)], ["Konnunikasjon", LONG])
    assert broad == usual + 100


def test_a_short_head_in_bold_is_not_broken() -> None:
    narrow, _wide = widths([("Hvem", 0.1), ("B", 9)], ["Bo", LONG])
    assert narrow >= 6 * 100 + 200
