from __future__ import annotations

from qualtool.core.places import (
    Place,
    clock,
    locator_at,
    paragraph_at,
    paragraph_starts,
    place_at,
    time_at,
    turn_at,
    turns_in,
    worded,
)
from qualtool.core.source import Anchor, Locator, Turn

TEXT = "Først.\nSå dette.\nTil slutt."
TURNS = (Turn(0, 6, 0, 1000, 2000), Turn(7, 16, 1), Turn(17, 27, 0, 61_000, None))


def test_paragraphs_are_counted_from_one() -> None:
    starts = paragraph_starts(TEXT)
    assert list(starts) == [0, 7, 17]
    assert [paragraph_at(starts, at) for at in (0, 6, 7, 16, 17, 999)] == [1, 1, 2, 2, 3, 3]
    assert paragraph_at(paragraph_starts(""), 0) == 1


def test_turns_share_at_least_a_character_with_the_passage() -> None:
    assert list(turns_in(TURNS, 6, 7)) == []
    assert list(turns_in(TURNS, 5, 8)) == list(TURNS[:2])
    assert list(turns_in(TURNS, 16, 18)) == [TURNS[2]]
    assert turn_at(TURNS, 7) == TURNS[1]
    assert turn_at(TURNS, 6) is None


def test_the_time_is_the_last_one_known_before() -> None:
    assert time_at(TURNS, (), 0) == 1000
    assert time_at(TURNS, (), 8) == 1000
    assert time_at(TURNS, (Anchor(8, 30_000),), 9) == 30_000
    assert time_at(TURNS, (Anchor(8, 30_000),), 20) == 61_000
    assert time_at((), (), 5) is None
    assert time_at(TURNS[1:], (), 8) is None


def test_a_locator_holds_from_its_offset_on() -> None:
    locators = (Locator(0, "page", "3"), Locator(4, "line", "9"), Locator(10, "page", "4"))
    assert locator_at(locators, "page", 9) == "3"
    assert locator_at(locators, "page", 10) == "4"
    assert locator_at(locators, "line", 2) is None


def test_a_clock_has_hours() -> None:
    assert clock(3_754_999) == "1:02:34"
    assert clock(-5) == "0:00:00"


def test_a_place_by_a_way_the_file_does_not_know_is_the_paragraph() -> None:
    starts = paragraph_starts(TEXT)
    locators = (Locator(0, "page", "3"), Locator(0, "line", "12"))
    known = [
        place_at(scheme, 8, starts=starts, turns=TURNS, locators=locators)
        for scheme in ("paragraph", "page", "line", "time")
    ]
    assert known == [
        Place("paragraph", "2"),
        Place("page", "3"),
        Place("line", "12"),
        Place("time", "0:00:01"),
    ]
    for scheme in ("page", "line", "time"):
        assert place_at(scheme, 8, starts=starts) == Place("paragraph", "2")


def test_a_place_is_worded_by_its_kind() -> None:
    assert worded(Place("paragraph", "13")) == "paragraph 13"
    assert worded(Place("page", "iv")) == "page iv"
    assert worded(Place("line", "7"), "en") == "line 7"
    assert worded(Place("time", "0:12:34"), "nb") == "0:12:34"
