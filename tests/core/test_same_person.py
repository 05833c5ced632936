from __future__ import annotations

import pytest

from qualtool.core.same_person import known_as, may_be_one


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("INGRID", "Ingrid Moe Haugland"),
        ("Ingrid Haugland", "Ingrid Moe Haugland"),
        ("Haugland, Ingrid", "ingrid haugland"),
        ("Bjarne Holm", "BJARNE"),
    ],
)
def test_a_part_of_a_name_may_be_the_person(name: str, other: str) -> None:
    assert may_be_one(name, other)


@pytest.mark.parametrize(
    ("name", "other"), [("Ingrid Moe", "Ingrid Lie"), ("Intervjuer", "Ingrid"), ("", "Ingrid")]
)
def test_two_names_that_differ_are_two_people(name: str, other: str) -> None:
    assert not may_be_one(name, other)


def test_a_first_name_that_two_have_is_neither() -> None:
    people = ["Kari", "KARI", "Kari Nygård", "Kari Holm"]
    assert known_as("Kari", people) == ("Kari", "KARI")
    assert known_as("kari", people[2:]) == ()
    assert known_as("Kari", people[:3]) == ("Kari", "KARI", "Kari Nygård")
