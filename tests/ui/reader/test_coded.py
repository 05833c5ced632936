"""Codings are found by place, by excerpt, and one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.ui.reader.coded import Coded
from tests.ui.reader.transcripts import coding_row

SPANS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))),
    max_size=15,
)


@given(SPANS)
def test_stepping_forth_and_back_visits_every_excerpt_once(spans: list[tuple[int, int]]) -> None:
    coded = Coded([coding_row(n, span, excerpt=n) for n, span in enumerate(spans)])
    visited: list[int] = []
    here = coded.next_excerpt(None, 0, 1)
    while here is not None:
        visited.append(here)
        here = coded.next_excerpt(here, 0, 1)
    assert sorted(visited) == list(range(len(spans)))
    assert [spans[n][0] for n in visited] == sorted(start for start, _end in spans)
    back: list[int] = []
    here = visited[-1] if visited else None
    while here is not None:
        back.append(here)
        here = coded.next_excerpt(here, 0, -1)
    assert back == visited[::-1]


def test_two_codes_of_one_excerpt_are_one_stop() -> None:
    coded = Coded(
        [
            coding_row(1, (5, 9), excerpt=1),
            coding_row(2, (5, 9), excerpt=2),
            coding_row(3, (5, 9), excerpt=1),
            coding_row(4, (20, 30), excerpt=4),
        ]
    )
    assert coded.next_excerpt(1, 0, 1) == 2
    assert coded.next_excerpt(2, 0, 1) == 4
    assert coded.next_excerpt(2, 0, -1) == 1
    assert coded.next_excerpt(None, 12, 1) == 4
    assert coded.next_excerpt(None, 12, -1) == 2
    assert coded.next_excerpt(None, 0, -1) is None


def test_what_covers_a_place_comes_shortest_first() -> None:
    coded = Coded([coding_row(1, (0, 50)), coding_row(2, (10, 20)), coding_row(3, (10, 30))])
    assert [each.id for each in coded.at(15)] == [2, 3, 1]
    assert coded.at(50) == []


def test_a_coding_is_found_by_its_exact_span() -> None:
    coded = Coded([coding_row(1, (0, 50)), coding_row(2, (0, 20))])
    found = coded.with_span(0, 20)
    assert found is not None
    assert found.id == 2
    assert coded.with_span(0, 21) is None
