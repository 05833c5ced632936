from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core import expectation


@given(st.sampled_from(sorted(expectation.STANDS)), st.text(st.characters(codec="utf-8")))
def test_what_is_written_is_read_again(key: str, note: str) -> None:
    assert expectation.read(expectation.written(key, note.strip())) == (key, note.strip())


def test_what_stands_nowhere_is_nothing() -> None:
    assert expectation.read("") == expectation.read("met: yes") == ("", "")
    with pytest.raises(ValueError, match="met"):
        expectation.written("met")
