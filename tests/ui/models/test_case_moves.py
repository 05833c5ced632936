"""Where cases go in their tree."""

from __future__ import annotations

import pytest

from qualtool.store.describing_rows import GridRow
from qualtool.ui.models.case_moves import Move, Place, down, dropped, inwards, outwards, up


def _row(row_id: int, parent_id: int | None = None) -> GridRow:
    return GridRow(row_id, parent_id, 0, str(row_id), "participant", "", 0, "none", {}, frozenset())


# 1, 2 with 3 and 4 under it, 5
ROWS = [_row(1), _row(2), _row(3, 2), _row(4, 2), _row(5)]


def test_up_and_down_stay_among_those_of_the_same_case() -> None:
    assert up(ROWS, [4]) == Move((4,), 2, 0)
    assert up(ROWS, [3]) is None
    assert down(ROWS, [1]) == Move((1,), None, 2)
    assert down(ROWS, [4]) is None
    assert up(ROWS, [5, 2]) == Move((2, 5), None, 0)


def test_inwards_is_under_the_case_above_and_outwards_behind_the_one_it_was_under() -> None:
    assert inwards(ROWS, [5]) == Move((5,), 2, None)
    assert inwards(ROWS, [1]) is None
    assert outwards(ROWS, [3]) == Move((3,), None, 2)
    assert outwards(ROWS, [5]) is None


def test_nothing_chosen_goes_nowhere() -> None:
    assert [mover(ROWS, []) for mover in (up, down, inwards, outwards)] == [None] * 4


@pytest.mark.parametrize(
    ("moving", "onto", "place", "move"),
    [
        ([1], 5, Place.BEFORE, Move((1,), None, 2)),
        ([1], 5, Place.AFTER, Move((1,), None, 3)),
        ([1], 5, Place.UNDER, Move((1,), 5, None)),
        ([1], 2, Place.AFTER, Move((1,), 2, 0)),
        ([5, 1], 4, Place.AFTER, Move((1, 5), 2, 2)),
        ([4], None, Place.UNDER, Move((4,), None, None)),
        ([2], 3, Place.BEFORE, None),
        ([2], 2, Place.UNDER, None),
        ([9], 1, Place.UNDER, None),
    ],
)
def test_a_drop_goes_where_it_is_shown(
    moving: list[int], onto: int | None, place: Place, move: Move | None
) -> None:
    assert dropped(ROWS, moving, onto, place) == move
