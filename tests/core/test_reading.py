from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.cleaning import CHOOSABLE
from qualtool.core.exchange import UNCHOSEN, Choices
from qualtool.core.reading import Reading, packed, unpacked

CHOICES = st.builds(
    Choices,
    encoding=st.sampled_from(["", "mac-roman"]),
    left_alone=st.frozensets(st.sampled_from(sorted(CHOOSABLE))),
    stamps_at=st.sampled_from(["", "start", "end"]),
    shift_ms=st.integers(-9_000_000, 9_000_000),
    columns=st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5))).map(tuple),
)


@given(st.sampled_from(["", "text", "vtt"]), CHOICES, st.none() | st.integers(0, 9_000))
def test_a_reading_comes_back_as_it_was_packed(
    reader: str, choices: Choices, speaker: int | None
) -> None:
    reading = Reading(reader, choices, speaker=speaker)
    assert unpacked(packed(reading)) == reading


def test_the_usual_takes_no_room() -> None:
    assert packed(Reading()) == ""
    assert packed(Reading("vtt")) == '{"reader":"vtt"}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"speaker": -1}',
        '{"speaker": true}',
        '{"reader": 3, "shift_ms": "x", "left_alone": 1, "new": 2}',
    ],
)
def test_what_cannot_be_understood_is_left_to_the_reader(text: str) -> None:
    assert unpacked(text) == Reading("", UNCHOSEN)
