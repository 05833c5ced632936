"""What overlaps is packed so that nothing lies on anything else."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.packing import first_free, lanes, rows, stretches

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair))),
    max_size=25,
).map(sorted)


def test_the_first_free_column_fills_a_gap() -> None:
    assert first_free([0, 1, 3]) == 2
    assert first_free([]) == 0


@given(SPANS)
def test_spans_that_overlap_never_share_a_lane(spans: list[tuple[int, int]]) -> None:
    found = lanes(spans)
    for at, one in enumerate(spans):
        for beside, other in enumerate(spans[:at]):
            if one[0] < other[1] and other[0] < one[1]:
                assert found[at] != found[beside]


@given(SPANS)
def test_no_more_lanes_are_used_than_spans_lie_over_one_place(
    spans: list[tuple[int, int]],
) -> None:
    deepest = max((sum(one <= at < other for one, other in spans) for at in range(100)), default=0)
    assert max(lanes(spans), default=-1) + 1 == deepest


@given(SPANS, st.integers(0, 40), st.integers(1, 60))
def test_stretches_name_for_each_character_the_spans_that_lie_over_it(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    order = lanes(spans)
    over: dict[int, tuple[int, ...]] = dict.fromkeys(range(start, end), ()) | {
        at: each.numbers
        for each in stretches(spans, order, start, end)
        for at in range(each.start, each.end)
    }
    for at in range(start, end):
        wanted = [n for n, (one, other) in enumerate(spans) if one <= at < other]
        assert list(over[at]) == sorted(wanted, key=order.__getitem__)


WISHES = st.lists(st.integers(1, 3), min_size=1, max_size=9)
GROUPS = st.lists(st.tuples(st.integers(17, 90), WISHES), max_size=12).map(
    lambda steps: [
        (sum(gap for gap, _wishes in steps[: at + 1]), wishes)
        for at, (_gap, wishes) in enumerate(steps)
    ]
)
Groups = list[tuple[int, list[int]]]


@given(GROUPS)
def test_names_never_cover_each_other_and_none_is_lost(groups: Groups) -> None:
    found = rows(groups, row=17, drift=40)
    for one, other in pairwise(found):
        assert other.top >= one.top + 17 * one.rows
    numbers = [number for row in found for number in (row.number, *row.folded)]
    wishes = [wish for _place, these in groups for wish in these]
    assert numbers == list(range(len(wishes)))
    assert all(1 <= row.rows <= wishes[row.number] for row in found)


@given(GROUPS)
def test_a_second_row_pushes_nothing_down_that_would_not_be_there_anyway(groups: Groups) -> None:
    alone = [(place, [1] * len(wishes)) for place, wishes in groups]
    tops = {row.number: row.top for row in rows(alone, row=17, drift=40)}
    found = {row.number: row.top for row in rows(groups, row=17, drift=40)}
    first = 0
    for _place, wishes in groups:
        assert found[first] == tops[first]
        first += len(wishes)


@given(GROUPS)
def test_the_first_name_of_a_place_stands_at_it_or_a_little_below(
    groups: Groups,
) -> None:
    tops = {row.number: row.top for row in rows(groups, row=17, drift=40)}
    first = 0
    for place, wishes in groups:
        assert place <= tops[first] <= place + 40
        first += len(wishes)


def test_names_fold_only_where_the_next_place_leaves_no_room() -> None:
    found = rows([(0, [1] * 8), (30, [1])], row=17, drift=40)
    assert [len(row.folded) for row in found] == [0, 0, 0, 4, 0]
    assert all(not row.folded for row in rows([(0, [1] * 8)], row=17, drift=40))


def test_long_names_take_the_rows_that_are_free_below_them() -> None:
    found = rows([(0, [2, 3]), (100, [1])], row=17, drift=40)
    assert [(row.top, row.rows) for row in found] == [(0, 2), (34, 3), (100, 1)]
    found = rows([(0, [2, 3]), (52, [1])], row=17, drift=40)
    assert [(row.top, row.rows) for row in found] == [(0, 2), (34, 1), (52, 1)]
