"""Moments of the history as local time."""

from __future__ import annotations

import time

import pytest

from qualtool.store import moments


def test_a_moment_is_shown_as_the_clock_here_shows_it() -> None:
    now = time.time_ns() // 1_000_000
    assert f"{moments.local(now):%Y-%m-%d %H.%M}" == time.strftime(
        "%Y-%m-%d %H.%M", time.localtime(now / 1000)
    )


@pytest.mark.parametrize("ms", [10**17, -(10**17), 2**63 - 1, -(2**63)])
def test_what_is_no_date_is_1970(ms: int) -> None:
    assert moments.local(ms).year == 1970
