"""Moments are read as transcripts write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.times import length, milliseconds, monotone


@pytest.mark.parametrize(
    ("stamp", "ms"),
    [
        ("0:03", 3000),
        ("12:34", 754_000),
        ("1:02:03", 3_723_000),
        ("00:00:07,000", 7000),
        ("00:01:02.5", 62_500),
        ("00:00.031", 31),
        ("0:0:2.90", 2090),
        ("0:1:6.820", 66_820),
        ("0:1:-6.-820", 0),
    ],
)
def test_a_stamp_is_so_many_milliseconds(stamp: str, ms: int) -> None:
    assert milliseconds(stamp) == ms


@pytest.mark.parametrize(
    ("words", "ms"),
    [
        ("47m 23s", 2_843_000),
        ("1h 2m 3s", 3_723_000),
        ("2t 5m", 7_500_000),
        ("23s", 23_000),
        ("1h", 3_600_000),
        ("5min", 300_000),
        ("", None),
        ("hei", None),
        ("5", None),
        ("m", None),
    ],
)
def test_a_duration_is_so_many_milliseconds(words: str, ms: int | None) -> None:
    assert length(words) == ms


@given(st.lists(st.integers(0, 10_000)))
def test_monotone_moments_never_go_back_and_none_is_lost(moments: list[int]) -> None:
    kept = monotone(moments)
    assert kept == sorted(kept)
    assert len(kept) == len(moments)
    assert kept == moments if moments == sorted(moments) else True


def test_a_leap_ahead_is_held_back_and_a_step_back_waits() -> None:
    assert monotone([1, 99, 3, 4, 2, 6]) == [1, 1, 3, 4, 4, 6]
