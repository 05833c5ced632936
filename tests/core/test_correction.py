"""A corrected text keeps every excerpt that the correction did not touch."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.correction import Edit, Movement, between, in_order, substituted

SIGNS = st.text(alphabet="ab æ\n.😀e\u0301", max_size=40).map(
    lambda text: unicodedata.normalize("NFC", text)
)


@st.composite
def _corrections(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    text = draw(SIGNS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    words = [draw(st.text(alphabet="xy æ\n😀\u0301", max_size=6)) for _ in pairs]
    made = [Edit(start, end, each) for (start, end), each in zip(pairs, words, strict=True)]
    return text, in_order(text, made)


@given(_corrections(), st.data())
def test_every_excerpt_outside_a_correction_keeps_its_words(
    made: tuple[str, tuple[Edit, ...]], data: st.DataObject
) -> None:
    text, edits = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = Movement(text, edits).excerpt(start, end)
    new = substituted(text, edits)
    assert 0 <= first <= last <= len(new)
    if start < end and all(each.end <= start or each.start >= end for each in edits):
        assert new[first:last] == text[start:end]


@given(_corrections(), st.data())
def test_places_never_cross(made: tuple[str, tuple[Edit, ...]], data: st.DataObject) -> None:
    text, edits = made
    low, mid, high = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 3)))
    movement = Movement(text, edits)
    assert movement.place(low) <= movement.place(mid) <= movement.place(high)
    first, second = movement.stretch(low, mid), movement.stretch(mid, high)
    assert first[0] <= first[1] <= len(substituted(text, edits))
    assert first[0] <= second[0]
    assert first[1] <= second[1]


@given(_corrections())
def test_a_correction_is_in_order_composed_and_leaves_no_new_empty_paragraph(
    made: tuple[str, tuple[Edit, ...]],
) -> None:
    text, edits = made
    assert all(one.end <= two.start for one, two in pairwise(edits))
    assert "\n\n" not in substituted(text, edits)


@given(SIGNS, SIGNS)
def test_what_is_between_two_texts_makes_the_one_of_the_other(old: str, new: str) -> None:
    assert substituted(old, between(old, new)) == new
    edits = between(old, new, 7)
    assert substituted("x" * 7 + old, edits) == "x" * 7 + new


def _moved(text: str, edits: list[Edit], words: str) -> str:
    start = text.index(words)
    fit = in_order(text, edits)
    first, last = Movement(text, fit).excerpt(start, start + len(words))
    return substituted(text, fit)[first:last]


def test_words_put_in_inside_an_excerpt_belong_to_it_and_at_its_edge_they_do_not() -> None:
    text = "Vi ser på ferja hver dag."
    assert _moved(text, [Edit(10, 10, "den gamle ")], "på ferja") == "på den gamle ferja"
    assert _moved(text, [Edit(7, 7, "opp ")], "på ferja") == "på ferja"
    assert _moved(text, [Edit(15, 15, " vår")], "på ferja") == "på ferja"


def test_an_excerpt_of_just_the_words_that_are_changed_follows_them() -> None:
    text = "Vi ser på ferja hver dag."
    assert _moved(text, [Edit(10, 15, "fergen")], "ferja") == "fergen"
    assert _moved(text, [Edit(10, 15, "fergen")], "ferja hver") == "fergen hver"
    assert _moved(text, [Edit(10, 15, "fergen")], "fer") == "fer"


def test_an_excerpt_keeps_the_rest_where_a_change_crosses_its_edge() -> None:
    text = "Vi ser på ferja hver dag."
    assert _moved(text, [Edit(3, 9, "venter")], "på ferja") == " ferja"
    assert _moved(text, [Edit(10, 20, "båten")], "på ferja") == "på "


def test_an_excerpt_whose_words_are_gone_is_empty() -> None:
    text = "Vi ser på ferja hver dag."
    assert _moved(text, [Edit(3, 20, "reiser")], "på ferja") == ""
    assert _moved(text, [Edit(7, 16, "")], "på ferja") == ""


def test_a_paragraph_without_words_goes_with_its_line_break() -> None:
    text = "En.\nTo.\nTre."
    assert substituted(text, in_order(text, [Edit(4, 7, "")])) == "En.\nTre."
    assert substituted(text, in_order(text, [Edit(0, 3, "")])) == "To.\nTre."
    assert substituted(text, in_order(text, [Edit(8, 12, "")])) == "En.\nTo."


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        in_order("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])
