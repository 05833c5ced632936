"""Text is evened out once and for all."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.tidying import tidy


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from("\r\u2028\u00a0\ufeff\u200b\u0301\x00"))
)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(alphabet="abcæøåÆØÅ «»–…\n\t.,0123456789½²é"))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert tidy(text) == text


@given(st.text(st.characters(min_codepoint=0xD7F0, max_codepoint=0xE010)))
def test_half_characters_never_come_through(text: str) -> None:
    assert tidy(text).encode("utf-8").decode("utf-8") == tidy(text)
