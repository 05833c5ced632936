"""Long lists and tables are copied with a change, and the one before stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.blocks import Blocks, but, rows_of


@given(st.integers(0, 700), st.lists(st.tuples(st.booleans(), st.integers(0, 10_000)), max_size=30))
def test_rows_that_come_and_go_leave_the_list_a_list_would_be(
    count: int, steps: list[tuple[bool, int]]
) -> None:
    rows, plain = rows_of(list(range(count))), list(range(count))
    for number, (comes, where) in enumerate(steps):
        before, held = rows, list(plain)
        if comes:
            at = where % (len(plain) + 1)
            rows = rows.with_row(at, -number)
            plain.insert(at, -number)
        elif plain:
            at = where % len(plain)
            rows = rows.without(at)
            del plain[at]
        assert rows == plain
        assert list(rows) == plain
        assert before == held
    assert [rows[at] for at in range(len(plain))] == plain
    assert rows[3:9] == plain[3:9]


def test_a_list_that_grows_in_one_place_is_divided_again_and_again() -> None:
    rows: Blocks[int] = rows_of([])
    for number in range(3000):
        rows = rows.with_row(0, number)
    assert rows == list(range(2999, -1, -1))
    assert max(len(block) for block in rows._blocks) <= 512


def test_a_changed_copy_shares_all_rows_but_those_beside_the_change() -> None:
    rows = rows_of(list(range(20_000)))
    changed = rows.with_row(10_000, -1)
    assert sum(one is other for one in rows._blocks for other in changed._blocks) == 78


def test_there_is_no_row_past_the_ends() -> None:
    rows = rows_of([1, 2, 3])
    assert rows[-1] == 3
    for at in (3, -4):
        with pytest.raises(IndexError):
            rows[at]
    assert rows != [1, 2]
    assert rows != {1, 2, 3}


@given(
    st.lists(
        st.dictionaries(st.integers(0, 400), st.none() | st.integers(), max_size=90), max_size=9
    )
)
def test_a_table_with_changes_is_the_table_they_would_make(
    steps: list[dict[int, int | None]],
) -> None:
    plain = {number: number for number in range(0, 400, 2)}
    table = but(dict(plain), {})
    for changes in steps:
        before, held = table, dict(plain)
        table = but(table, changes)
        for key, found in changes.items():
            plain.pop(key, None)
            if found is not None:
                plain[key] = found
        assert dict(table) == plain
        assert len(table) == len(plain)
        assert [table.get(key) for key in range(401)] == [plain.get(key) for key in range(401)]
        assert dict(before) == held
