"""Every character lies in one piece, and a piece is never too long to be laid out at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.ui.reader.pieces import LONGEST, pieces_of


@given(st.lists(st.text(alphabet="ab c.é😀", max_size=40), min_size=1).map("\n".join))
def test_in_an_ordinary_text_the_pieces_are_its_paragraphs(text: str) -> None:
    pieces = pieces_of(text)
    parts = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert parts == text.split("\n")
    assert pieces.paragraphs == list(range(1, len(pieces) + 1))
    for number, (start, end) in enumerate(zip(pieces.starts, pieces.ends, strict=True)):
        assert pieces.at(start) == pieces.at(end) == number


def test_a_paragraph_of_a_hundred_thousand_characters_is_cut_after_sentences() -> None:
    long = "Så gikk vi hjem igjen og ventet. " * 3100
    pieces = pieces_of(f"Kort.\n{long}\nSlutt.")
    whole = [number for number, paragraph in enumerate(pieces.paragraphs) if paragraph == 2]
    assert len(whole) > 30
    assert (
        "".join(
            f"Kort.\n{long}\nSlutt."[pieces.starts[number] : pieces.ends[number]]
            for number in whole
        )
        == long
    )
    for number in whole:
        assert pieces.ends[number] - pieces.starts[number] <= LONGEST
        assert pieces.opens(number) == (number == whole[0])
        assert pieces.closes(number) == (number == whole[-1])
        assert pieces.paragraph(number) == (6, 6 + len(long))
        assert (pieces.starts[number] - 6) % 33 == 0, "a piece begins with a sentence"


def test_a_word_without_end_is_cut_but_never_inside_an_emoji() -> None:
    text = "👩🏽" * 4000
    pieces = pieces_of(text)
    assert len(pieces) > 1
    assert all(text[start] == "👩" for start in pieces.starts)
