from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.sentence_edges import begins, is_cited, sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kari", True),
        ("Ja. Kari", True),
        ("«Kari", True),
        ("Slik: Kari", True),
        ("– Kari", True),
        ("linje\nKari", True),
        ("Ja, Kari", False),
        ("med Kari", False),
        ("jf. Kari", False),
        ("dr. Kari", False),
        ("K. Kari", False),
        ("                    Kari", True),
    ],
)
def test_where_a_sentence_begins(text: str, first: bool) -> None:
    assert begins(text, text.index("Kari")) is first


def test_a_sentence_ends_at_its_point_and_not_at_an_abbreviation() -> None:
    text = "Først dette. Så kom bl.a. Kari, jf. kap. 3. Og så?"
    start, end = sentence(text, text.index("Kari"))
    assert text[start:end].strip() == "Så kom bl.a. Kari, jf. kap. 3"


def test_an_author_is_told_from_a_person_by_the_year() -> None:
    for text in ("Berg (2019)", "Berg, 2019)", "Berg og Lie (2020a)", "Berg et al. (2021)"):
        assert is_cited(text, 4)
    for text in ("Berg sa det i 2019", "Berg (12)", "Berg"):
        assert not is_cited(text, 4)


@given(st.text(), st.integers(0, 50))
def test_the_sentence_holds_the_place(text: str, at: int) -> None:
    at = min(at, len(text))
    start, end = sentence(text, at)
    assert 0 <= start <= at
    assert start <= end <= len(text)
    begins(text, at)
