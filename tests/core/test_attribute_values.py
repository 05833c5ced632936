from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.attribute_values import alike, fits, number, yes_no


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("37", "37"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("37,5", "37.5"),
        ("12 000", "12000"),
        ("1\u00a0200\u202f300,5", "1200300.5"),
        (" 4 ", "4"),
    ],
)
def test_numbers_are_read_as_they_are_written(written: str, value: str) -> None:
    assert number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "ca. 37", "37 år", "1 2", "1.2.3", "12,"])
def test_what_is_no_number_is_not_read_as_one(written: str) -> None:
    assert number(written) is None


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_is_itself_with_and_without_thousands(value: int) -> None:
    assert number(str(value)) == value
    assert number(f"{value:,}".replace(",", " ")) == value


@pytest.mark.parametrize(
    ("kind", "value", "fit"),
    [
        ("text", "hva som helst", True),
        ("number", "", True),
        ("number", "mange", False),
        ("date", "høsten 2023", True),
        ("date", "31.2.2022", False),
        ("date", "en gang", False),
        ("yes_no", "Ja", True),
        ("yes_no", "no", True),
        ("yes_no", "kanskje", False),
        ("choice", "LÆRER", True),
        ("choice", "rektor", False),
    ],
)
def test_a_value_fits_its_kind_or_does_not(kind: str, value: str, fit: bool) -> None:
    assert fits(kind, value, ("lærer",)) is fit


def test_yes_and_no_are_told_apart() -> None:
    assert [yes_no(each) for each in ("x", "nei", "?")] == [True, False, None]


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("number", "37,5", "37.5", True),
        ("number", "37", "38", False),
        ("number", "mange", "mange ", True),
        ("date", "4.11.2021", "2021-11-04", True),
        ("date", "4.11.2021", "nov. 2021", False),
        ("date", "31.2.2022", "31.2.2022", True),
        ("yes_no", "ja", "TRUE", True),
        ("yes_no", "ja", "nei", False),
        ("yes_no", "kanskje", "ja", False),
        ("text", "4.11.2021", "2021-11-04", False),
    ],
)
def test_values_are_alike_that_say_the_same(kind: str, one: str, other: str, same: bool) -> None:
    assert alike(kind, one, other) is same
