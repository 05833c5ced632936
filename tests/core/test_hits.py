"""Words are found whatever their case, and each place is a place of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.hits import Hits, Searchable


def found(text: str, words: str, *, whole: bool = False) -> list[str]:
    return [text[start:end] for start, end in Searchable(text).hits(words, whole=whole)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Møte og møter", "MØTE", ["Møte", "møte"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("ßß i ro", "i", ["i"]),
        ("İstanbul er langt", "langt", ["langt"]),
        ("ti\u00a0tusen", "ti tusen", ["ti\u00a0tusen"]),
        ("det’s", "det's", ["det’s"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("😀 ja 😀 ja", "ja", ["ja", "ja"]),
        ("ingenting", "", []),
        ("ingenting", "noe", []),
        ("cafe\u0301 og cafe", "cafe", ["cafe"]),
    ],
)
def test_words_are_found_whatever_their_case(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_part_of_a_letter_that_grows_is_a_hit_on_all_of_it() -> None:
    assert found("aßb", "s") == ["ß"]
    assert found("aßb", "as") == ["aß"]
    assert found("aßb", "sb") == ["ßb"]


def test_a_letter_with_a_mark_is_another_also_where_some_letter_grows() -> None:
    text = "Straße, lex\u0301 og lex"
    assert list(Searchable(text).hits("lex")) == [(16, 19)]
    assert list(Searchable(text).hits("lex\u0301")) == [(8, 12)]
    assert list(Searchable("İzmir").hits("i", whole=True)) == []
    assert list(Searchable("İzmir").hits("izm")) == []
    assert list(Searchable("İzmir").hits("i")) == [(0, 1), (3, 4)]


def test_whole_words_are_not_found_inside_longer_ones() -> None:
    assert found("Vi vikarierte, vi.", "vi") == ["Vi", "vi", "vi"]
    assert list(Searchable("Vi vikarierte, vi.").hits("vi", whole=True)) == [(0, 2), (15, 17)]
    assert found("på jobb på", "på ", whole=True) == ["på "]


def test_looking_from_an_offset_finds_what_comes_after() -> None:
    assert list(Searchable("ja ß ja").hits("ja", start=1)) == [(5, 7)]
    assert list(Searchable("ja ß ja").hits("ja", start=5)) == [(5, 7)]


@given(st.text(alphabet="aAsSßİiå \u0301😀ﬁ", max_size=60), st.text(alphabet="asiåf", min_size=1))
def test_places_are_in_order_and_never_overlap(text: str, words: str) -> None:
    until = 0
    for start, end in Searchable(text).hits(words):
        assert until <= start < end <= len(text)
        assert words.casefold() in text[start:end].casefold()
        until = end


def test_the_places_in_a_stretch_are_told() -> None:
    hits = Hits()
    for span in ((2, 4), (6, 8), (10, 12)):
        hits.add(span)
    assert hits.between(3, 7) == [(2, 4), (6, 8)]
    assert hits.between(4, 6) == []
    assert hits.any_between(11, 40)
    assert not hits.any_between(12, 40)
    assert [hits.from_place(at) for at in (0, 2, 3, 99)] == [0, 0, 1, 3]


def test_who_looks_may_pause_where_nothing_is_found() -> None:
    looked = list(Searchable("ene " * 500 + "e").looking("e", whole=True))
    assert looked[-1] == (2000, 2001)
    assert len(looked) == 6
    assert set(looked[:-1]) == {None}
