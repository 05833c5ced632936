from __future__ import annotations

import pytest

from qualtool.core.cutting import between_words, inside_character

TEXT = "Vi er få, og alt tar tid."


@pytest.mark.parametrize(
    ("at", "cut"),
    [(1, 3), (4, 3), (5, 6), (7, 6), (14, 13), (16, 17), (24, 21), (0, 0), (25, 25), (40, 40)],
)
def test_a_passage_is_cut_where_the_nearest_word_begins(at: int, cut: int) -> None:
    assert between_words(TEXT, 0, len(TEXT), at) == cut


def test_one_word_is_cut_where_one_says() -> None:
    assert between_words(TEXT, 13, 16, 14) == 14
    assert between_words("研究者は話す", 0, 6, 3) == 3


@pytest.mark.parametrize(
    "character",
    ["e\u0301", "👩\u200d🏫", "👍🏽", "🇳🇴", "\u1112\u1161\u11ab", "❤\ufe0f", "n\u0303\u0323"],
)
def test_what_is_one_character_is_not_divided(character: str) -> None:
    text = f"a{character}b"
    inside = range(2, 1 + len(character))
    assert [at for at in range(len(text) + 1) if inside_character(text, at)] == list(inside)


def test_between_two_flags_there_is_a_place() -> None:
    assert [at for at in range(7) if inside_character("x🇳🇴🇸🇪y", at)] == [2, 4]
