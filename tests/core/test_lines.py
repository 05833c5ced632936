"""Lines are cited alike whatever the width of a window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.lines import LONGEST, cited_lines, line_starts
from qualtool.core.source import Locator


def test_every_paragraph_begins_a_line() -> None:
    assert line_starts("en\nto\n\nfire") == [0, 3, 6, 7]
    assert line_starts("") == [0]


def test_a_line_is_broken_between_words() -> None:
    text = "ni tegn. " * 20
    starts = line_starts(text)
    assert starts[:3] == [0, 72, 144]
    assert all(text[at - 1] == " " for at in starts[1:])


def test_a_word_longer_than_a_line_is_broken_inside() -> None:
    assert line_starts("x" * 150) == [0, 72, 144]


@given(st.text(alphabet="abc de\n", max_size=600))
def test_no_line_is_longer_than_it_may_be(text: str) -> None:
    starts = line_starts(text)
    assert starts == sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        assert len(text[start:end].rstrip(" \n")) <= LONGEST


def test_a_file_with_lines_of_its_own_is_cited_by_those() -> None:
    own = [Locator(0, "line", "12")]
    assert cited_lines("line", "en\nto", own) == []
    assert cited_lines("line", "en\nto", []) == [0, 3]
    assert cited_lines("paragraph", "en\nto", []) == []


def test_lines_that_are_asked_for_again_are_those_of_the_text() -> None:
    first = line_starts("en\nto")
    first.append(99)
    assert line_starts("en\nto") == [0, 3]
    assert line_starts("en\n\nto") == [0, 3, 4]
