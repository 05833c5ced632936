"""Dates at the heads of transcripts are understood, and impossible ones left alone."""

from __future__ import annotations

import pytest

from qualtool.formats.dates import iso_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10. mars 2026, 10:10a.m.", "2026-03-10"),
        ("2 mai 2024", "2024-05-02"),
        ("15 June 2026, 03:35am", "2026-06-15"),
        ("March 12, 2024, 10:10AM", "2024-03-12"),
        ("den 14.3.2024 kl. 9", "2024-03-14"),
        ("14/03/2024", "2024-03-14"),
        ("2024-03-14", "2024-03-14"),
        ("Møte-20240314_101010-Opptak", "2024-03-14"),
        ("31.2.2024", ""),
        ("10. smars 2026", ""),
        ("våren 2024", ""),
        ("", ""),
    ],
)
def test_a_date_is_found(text: str, day: str) -> None:
    assert iso_date(text) == day
