"""Codings are found by place exactly as a look at each of them would find them."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.intervals import Intervals, intervals_like, intervals_of

SPANS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 80)).map(lambda pair: (pair[0], sum(pair))),
    max_size=200,
).map(sorted)


def prepared(spans: list[tuple[int, int]]) -> Intervals:
    return intervals_of([start for start, _end in spans], [end for _start, end in spans])


@given(SPANS, st.integers(-5, 400), st.integers(0, 60))
def test_just_the_spans_that_share_a_character_are_found(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    wanted = [n for n, (one, other) in enumerate(spans) if one < end and other > start]
    assert prepared(spans).overlapping(start, end) == wanted


def test_a_span_over_the_whole_document_is_found_among_thousands_of_short_ones() -> None:
    spans = [(0, 100_000), *((at, at + 3) for at in range(0, 100_000, 5))]
    assert prepared(spans).overlapping(50_000, 50_001) == [0, 10_001]


@given(SPANS, SPANS, st.data())
def test_spans_in_place_of_others_leave_the_rest_as_prepared(
    spans: list[tuple[int, int]], instead: list[tuple[int, int]], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(spans)))
    last = data.draw(st.integers(first, len(spans)))
    low = spans[first - 1][0] if first else 0
    high = spans[last][0] if last < len(spans) else 10_000
    between = [span for span in instead if low <= span[0] <= high]
    now = spans[:first] + between + spans[last:]
    starts, ends = (array("q", [span[edge] for span in now]) for edge in (0, 1))
    found = intervals_like(prepared(spans), starts, ends, first, len(spans) - last)
    assert found == prepared(now)


def test_no_spans_give_nothing() -> None:
    assert prepared([]).overlapping(0, 10) == []
