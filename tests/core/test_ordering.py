from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.ordering import above, below, downwards, placed, top_of

ORDERS = st.lists(st.integers(0, 20), unique=True)


def test_what_moves_comes_before_what_stands_at_the_position() -> None:
    assert placed([1, 2, 3, 4], [4], 1) == [1, 4, 2, 3]
    assert placed([1, 2, 3, 4], [1], 3) == [2, 3, 1, 4]
    assert placed([1, 2, 3, 4], [3, 1], 2) == [2, 3, 1, 4]


def test_no_position_and_one_beyond_the_end_are_last() -> None:
    assert placed([1, 2, 3], [1], None) == [2, 3, 1]
    assert placed([1, 2, 3], [9], 99) == [1, 2, 3, 9]
    assert placed([1, 2, 3], [9], -5) == [9, 1, 2, 3]


@given(ORDERS, ORDERS, st.none() | st.integers(-3, 30))
def test_nothing_is_lost_or_doubled_and_the_rest_keeps_its_order(
    order: list[int], moving: list[int], position: int | None
) -> None:
    found = placed(order, moving, position)
    assert sorted(found) == sorted(set(order) | set(moving))
    assert [each for each in found if each not in moving] == [
        each for each in order if each not in moving
    ]
    assert [each for each in found if each in moving] == moving


TREE: dict[int, int | None] = {1: None, 2: 1, 3: 2, 4: None}


def test_what_goes_along_with_its_parent_is_not_moved_by_itself() -> None:
    assert top_of([3, 1, 4, 1], TREE) == [1, 4]
    assert top_of([3, 2], TREE) == [2]


def test_above_and_below_end_in_a_circle() -> None:
    circle: dict[int, int | None] = {1: 2, 2: 1}
    assert above(1, circle) == [2, 1]
    assert below([1], circle) == {1, 2}


def test_above_is_nearest_first_and_below_has_the_thing_itself() -> None:
    assert above(3, TREE) == [2, 1]
    assert below([2], TREE) == {2, 3}
    assert below([2, 4], TREE) == {2, 3, 4}


def test_a_tree_is_read_from_top_to_bottom() -> None:
    assert downwards([(4, None), (1, None), (3, 2), (2, 1)]) == [4, 1, 2, 3]
    assert downwards([(5, 99), (6, 5)]) == [5, 6]
