from __future__ import annotations

import pytest

from qualtool.core.counting import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" … – ", 0),
        ("Vi er få.", 3),
        ("barne- og ungdomsarbeid", 3),
        ("NAV-leder, kl. 12.30", 3),
        ("don’t stop", 2),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, count: int) -> None:
    assert words(text) == count
