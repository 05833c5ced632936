"""Names that several have are told apart by what stands above them, and no others."""

from __future__ import annotations

from qualtool.core.namesakes import told_apart, with_above

ABOVE = {
    1: ["Ledelse", "Kultur"],
    2: ["Rutiner", "Struktur"],
    3: ["Ledelse", "Struktur"],
    4: ["Ledelse"],
    5: [],
}


def told(names: dict[int, str]) -> dict[int, str]:
    return told_apart(names, ABOVE.__getitem__)


def test_a_name_of_its_own_needs_nothing() -> None:
    assert told({1: "møter", 2: "tid"}) == {}


def test_namesakes_are_told_apart_by_what_is_nearest_above_them() -> None:
    assert told({1: "møter", 2: "Møter"}) == {1: "Ledelse", 2: "Rutiner"}


def test_as_much_is_said_as_is_needed_and_the_farthest_first() -> None:
    assert told({1: "møter", 3: "møter"}) == {1: "Kultur › Ledelse", 3: "Struktur › Ledelse"}


def test_one_with_nothing_more_above_it_says_what_there_is() -> None:
    assert told({1: "møter", 4: "møter", 5: "møter"}) == {
        1: "Kultur › Ledelse",
        4: "Ledelse",
        5: "",
    }


def test_in_plain_words_it_stands_in_brackets() -> None:
    assert with_above("møter", "Kultur") == "møter (Kultur)"
    assert with_above("møter", "") == "møter"
