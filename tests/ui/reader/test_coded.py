"""Codings are found by place, by excerpt, and one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.store.rows import CodingRow
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


PLACES = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 200)), min_size=40, max_size=120)


def place(row: CodingRow) -> tuple[int, int, int]:
    return row.start, -row.end, row.id


@given(PLACES, st.data())
def test_codings_that_came_and_went_are_as_if_read_anew(
    places: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Each excerpt has one place; three have several codings; each step takes and brings some."""

    def row(number: int) -> CodingRow:
        excerpt = number % (len(places) - 5)
        start, length = places[excerpt]
        return coding_row(number, (start, start + length), excerpt=excerpt)

    shown = {n for n in range(len(places)) if n % 3}
    coded = Coded(sorted(map(row, shown), key=place))
    for _step in range(4):
        touched = data.draw(st.sets(st.integers(0, len(places) - 1), max_size=6))
        gone, fresh = touched & shown, touched - shown
        coded = coded.after(map(row, gone), map(row, fresh))
        shown ^= touched
        anew = Coded(sorted(map(row, shown), key=place))
        assert coded.codings == anew.codings
        assert vars(coded)["_index"] == vars(anew)["_index"]
        for excerpt in range(len(places)):
            assert coded.of_excerpt(excerpt) == anew.of_excerpt(excerpt)
            assert coded.next_excerpt(excerpt, 150, 1) == anew.next_excerpt(excerpt, 150, 1)
