"""Quotation marks of every kind, and signs that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.quotation_spans import marked_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in marked_spans(text)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("«", "»"),
        ("»", "«"),
        ("“", "”"),
        ("”", "”"),
        ("„", "“"),
        ("„", "”"),
        ('"', '"'),
        ("“", '"'),
        ("‘", "’"),
        ("'", "'"),
        ("’", "’"),
        ("‹", "›"),
        ("‚", "‘"),
        ("`", "´"),
    ],
)
def test_each_kind_of_marks(opening: str, closing: str) -> None:
    assert cut(f"Hun sa {opening}vi fikk det til{closing}, og gikk.") == ["vi fikk det til"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("«Hun sa “nei” til meg», sa han.", ["Hun sa “nei” til meg"]),
        ("«Hun sa «nei» til meg», sa han.", ["Hun sa «nei» til meg"]),
        ("“He said ‘no’ to me”, she said.", ["He said ‘no’ to me"]),
        ("«en» og «to»", ["en", "to"]),
        ("It’s the team's view, and the others' too.", []),
        ("It’s ‘don’t ask’ here.", ["don’t ask"]),
        ("'I don't know' she said", ["I don't know"]),
        ('en skjerm på 24" og en på 27" til', []),
        ("«uten slutt på det hele", ["uten slutt på det hele"]),
        ("rock ’n roll", []),
        ("tomt «» her", []),
        ("et » alene", []),
        ("slutter med «", []),
        ("(«slik») og –«sånn»", ["slik", "sånn"]),
        ('Han sa "ja" og "nei".', ["ja", "nei"]),
        ('say "one "two three" four', ['one "two three']),
    ],
)
def test_nested_open_and_other_signs(text: str, spans: list[str]) -> None:
    assert cut(text) == spans


@given(st.text(alphabet="ab «»“”\"'’‘„.\n", max_size=60))
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for start, stop in marked_spans(text):
        assert end <= start < stop <= len(text)
        end = stop
