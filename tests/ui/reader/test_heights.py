"""Where a piece begins follows from the heights of all above it, however they are corrected."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualtool.ui.reader.heights import Heights

HEIGHTS = st.lists(st.integers(1, 90), min_size=1, max_size=60)
CHANGES = st.lists(st.tuples(st.integers(0, 59), st.integers(1, 300)), max_size=20)


@given(HEIGHTS, CHANGES)
def test_tops_are_the_sums_of_what_is_above(
    heights: list[int], changes: list[tuple[int, int]]
) -> None:
    tree = Heights(heights)
    for number, height in changes:
        at = number % len(heights)
        assert tree.correct(at, height) == height - heights[at]
        heights[at] = height
    tops = [0, *accumulate(heights)]
    assert [tree.top(number) for number in range(len(heights) + 1)] == tops
    assert tree.tops() == tops[:-1]
    assert tree.total == tops[-1]
    for number, (top, bottom) in enumerate(pairwise(tops)):
        assert tree.at(top) == tree.at(bottom - 1) == number


def test_above_all_is_the_first_and_below_all_the_last() -> None:
    tree = Heights([10, 20])
    assert tree.at(-5) == 0
    assert tree.at(500) == 1
