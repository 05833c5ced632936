from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.attribute_values import fits, number, yes_no


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
