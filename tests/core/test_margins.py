from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.margins import LEFT_OUT, Piece, Stretch, joined, line_ends, pieces

TEXT = "Det er aldri tid til noe."
SPANS = st.tuples(st.integers(0, 25), st.integers(0, 25)).map(lambda pair: (min(pair), max(pair)))


def test_words_have_the_colour_of_the_shortest_stretch_over_them() -> None:
    stretches = [Stretch(0, 25, "blue"), Stretch(7, 16, "rose")]
    assert pieces(TEXT, 0, 25, stretches, []) == [
        Piece("Det er ", "blue"), Piece("aldri tid", "rose"), Piece(" til noe.", "blue"),
    ]  # fmt: skip


def test_what_may_not_be_shown_is_left_out_once() -> None:
    stretches = [Stretch(7, 16, "rose"), Stretch(10, 12, "blue")]
    assert pieces(TEXT, 0, 25, stretches, [(7, 16)]) == [
        Piece("Det er "), Piece(LEFT_OUT), Piece(" til noe."),
    ]  # fmt: skip


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=4))
def test_no_hidden_letter_is_shown_and_no_other_is_lost(
    coded: list[tuple[int, int]], away: list[tuple[int, int]]
) -> None:
    hidden = [span for span in joined(away) if span[0] < span[1]]
    stretches = [Stretch(a, b, f"c{n}") for n, (a, b) in enumerate(coded)]
    shown = pieces(TEXT, 0, len(TEXT), stretches, hidden)
    rest = "".join(
        letter for at, letter in enumerate(TEXT) if not any(a <= at < b for a, b in hidden)
    )
    assert "".join(each.text for each in shown if each.text != LEFT_OUT) == rest
    for one, other in itertools.pairwise(shown):
        assert one.colour != other.colour or LEFT_OUT in (one.text, other.text)


def test_lines_reach_to_the_next_and_the_last_to_the_end() -> None:
    assert list(line_ends([0, 4, 9], 12)) == [(0, 4), (4, 9), (9, 12)]
    assert joined([(4, 6), (0, 2), (2, 3)]) == [(0, 3), (4, 6)]
