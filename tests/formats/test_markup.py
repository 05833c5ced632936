from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.formats.markup import escaped, language_tag, permitted
from tests.formats.invented import HOSTILE, TAMED


@pytest.mark.parametrize(("said", "kept"), list(zip(HOSTILE, TAMED, strict=True)))
def test_only_what_no_file_may_hold_is_taken_out(said: str, kept: str) -> None:
    assert permitted(said) == kept


@given(st.text(st.characters(codec=None)))
def test_any_text_becomes_one_that_can_be_written(text: str) -> None:
    written = permitted(text)
    written.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", written)
    assert permitted(written) == written


def test_escaping_leaves_nothing_a_tag_or_an_attribute_could_end_on() -> None:
    assert escaped('a < b > c & "d"') == "a &lt; b &gt; c &amp; &quot;d&quot;"


@pytest.mark.parametrize(
    ("language", "tag"),
    [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB"), ("sv", "sv"), ('x" y', "")],
)
def test_a_language_is_named_as_programs_know_it(language: str, tag: str) -> None:
    assert language_tag(language) == tag
