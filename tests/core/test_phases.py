from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.phases import Bounds, Place, places

FIRST = Bounds(1, "2021-08-01", "2021-12-31")
SECOND = Bounds(2, "2021-12-01", "2022-05-31")  # overlaps the first
REST = Bounds(3, "2022-06-15", None)
BEFORE = Bounds(4, None, "2021-07-31")
UNDATED = Bounds(5, None, None)
ALL = (FIRST, SECOND, REST, BEFORE, UNDATED)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2021-09-01", "2021-09-01", [(1, False)]),
        ("2021-12-05", "2021-12-06", [(1, False), (2, False)]),
        ("2021-11-01", "2021-12-31", [(1, False), (2, True)]),
        ("2021-01-01", "2021-12-31", [(1, True), (2, True), (4, True)]),
        ("2022-06-01", "2022-06-10", []),
        ("2022-06-01", "2022-06-30", [(3, True)]),
        ("2030-01-01", "2030-01-01", [(3, False)]),
        ("1999-01-01", "1999-12-31", [(4, False)]),
        (None, None, []),
    ],
)
def test_a_date_falls_into_each_phase_that_holds_a_day_of_it(
    first: str | None, last: str | None, found: list[tuple[int, bool]]
) -> None:
    assert places(first, last, ALL) == tuple(Place(*each) for each in found)


DAYS = st.integers(0, 60).map(lambda days: date(2024, 1, 1) + timedelta(days=days))
ENDS = st.tuples(DAYS, DAYS).map(sorted)


@given(ENDS, st.lists(ENDS, max_size=4))
def test_every_day_of_a_span_is_looked_at(span: list[date], phases: list[list[date]]) -> None:
    bounds = [Bounds(at, a.isoformat(), b.isoformat()) for at, (a, b) in enumerate(phases)]
    found = places(span[0].isoformat(), span[1].isoformat(), bounds)
    days = {span[0] + timedelta(days=at) for at in range((span[1] - span[0]).days + 1)}
    for at, (a, b) in enumerate(phases):
        inside = {day for day in days if a <= day <= b}
        assert (Place(at, inside != days) in found) == bool(inside)
