from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.grouping import grouped, is_group, readable, shown


@pytest.mark.parametrize(
    ("kind", "grouping", "value", "group"),
    [
        ("number", "10", "37", "30–39"),
        ("number", "10", "39,9", "30–39"),
        ("number", "10", "40", "40–49"),
        ("number", "10", "-3", "-10–-1"),
        ("number", "1", "5", "5"),
        ("number", "20, 40; 60", "19", "under 20"),
        ("number", "60 40 20", "40", "40–59"),
        ("number", "20, 40, 60", "60", "60 or more"),
        ("number", "10", "mange", None),
        ("number", "omtrent", "37", None),
        ("number", "0", "37", None),
        ("number", "2,5", "37", "5 or more"),
        ("number", "10", "", None),
        ("date", "year", "4.3.2024", "2024"),
        ("date", "", "mars 2024", "2024"),
        ("date", "tiår", "1987", "1980–1989"),
        ("date", "5", "1987", "1985–1989"),
        ("date", "ofte", "1987", None),
        ("date", "year", "en gang", None),
        ("text", "leder = rektor, inspektør; lærer = lærer, lektor", "Lektor", "lærer"),
        ("choice", "leder = rektor\nlærer = lærer", "rektor", "leder"),
        ("text", "leder = rektor; = lærer; bare ord", "lærer", None),
    ],
)
def test_a_value_is_shown_by_its_group_only(
    kind: str, grouping: str, value: str, group: str | None
) -> None:
    assert grouped(kind, grouping, value) == group
    assert shown(kind, "grouped", grouping, value) == group


def test_what_is_for_analysis_is_not_shown() -> None:
    assert shown("number", "analysis", "10", "37") is None
    assert shown("number", "shown", "10", "37") == "37"


def test_a_grouping_is_readable_where_it_says_groups() -> None:
    assert readable("number", "10")
    assert readable("date", "year")
    assert readable("text", "a = b")
    assert not readable("number", "1,5 x")
    assert not readable("date", "1000 år")
    assert not readable("choice", "a, b")


@pytest.mark.parametrize(
    ("kind", "groups", "value"),
    [
        ("number", "10", "37"),
        ("number", "10", "-3"),
        ("number", "20, 40", "7"),
        ("number", "20, 40", "25"),
        ("number", "20, 40", "88"),
        ("date", "decade", "1984-03-14"),
        ("text", "leader = head, deputy", "deputy"),
    ],
)
def test_a_group_is_known_again_and_a_value_is_none(kind: str, groups: str, value: str) -> None:
    group = grouped(kind, groups, value, language="nb")
    assert group is not None
    assert is_group(kind, groups, group, language="nb")
    assert not is_group(kind, groups, value, language="nb")


def test_a_group_of_another_grouping_is_no_group() -> None:
    assert not is_group("number", "20", "30–39")
    assert not is_group("text", "staff = head", "leader")
    assert not is_group("date", "year", "1980–1989")


@given(st.integers(-500, 500), st.integers(2, 50))
def test_a_number_lies_in_its_group_and_its_neighbours_in_one_that_touches(
    value: int, width: int
) -> None:
    def ends(number: int) -> tuple[int, int]:
        low, high = (grouped("number", str(width), str(number)) or "").replace("–", " ").split()
        return int(low), int(high)

    low, high = ends(value)
    assert low <= value <= high
    assert high - low == width - 1
    assert ends(high + 1)[0] == high + 1
