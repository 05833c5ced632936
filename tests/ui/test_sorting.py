from __future__ import annotations

from functools import cmp_to_key

from qualtool.ui.sorting import before


def _sorted(values: list[object]) -> list[object]:
    return sorted(values, key=cmp_to_key(lambda a, b: -1 if before(a, b) else int(before(b, a))))


def test_the_norwegian_letters_come_last() -> None:
    assert _sorted(["Å", "Z", "Ø", "a", "Æ"]) == ["a", "Z", "Æ", "Ø", "Å"]


def test_numbers_in_names_count_by_their_value() -> None:
    assert _sorted(["Informant 10", "informant 9", "Informant 1"]) == [
        "Informant 1",
        "informant 9",
        "Informant 10",
    ]


def test_what_is_not_known_comes_last() -> None:
    assert _sorted(["", "b", None, "a"])[:2] == ["a", "b"]
    assert _sorted([None, 3, 1]) == [1, 3, None]
    assert not before(None, None)
