"""Offsets in code points and in UTF-16 units are told from one another exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.offsets import offsets_of

TEXTS = st.text(alphabet="aå –😀👩\u200d👧𝔘\n", max_size=60)


@given(TEXTS)
def test_every_offset_is_what_utf_16_says(text: str) -> None:
    offsets = offsets_of(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.to_utf16(offset) == units
        assert offsets.to_code_points(units) == offset


@given(TEXTS, st.integers(-5, 200), st.integers(-5, 200))
def test_order_is_kept_and_nothing_falls_outside(text: str, one: int, other: int) -> None:
    offsets = offsets_of(text)
    low, high = sorted((one, other))
    assert 0 <= offsets.to_utf16(low) <= offsets.to_utf16(high) <= len(text.encode("utf-16")) // 2
    assert 0 <= offsets.to_code_points(low) <= offsets.to_code_points(high) <= len(text)


def test_the_middle_of_an_emoji_counts_as_before_it() -> None:
    assert offsets_of("a😀b").to_code_points(2) == 1


def test_plain_text_needs_nothing() -> None:
    assert offsets_of("På tur med ÆØÅ – ja").astral == ()
