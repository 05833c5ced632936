from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qualtool.core.folding import Folded, alike
from qualtool.core.likeness import likeness
from qualtool.core.quotes import Difference, Found, find, nearest

TEXT = (
    "Jeg tenker at «samtykke» er van\u00adskelig – vi er få … og\nslitne. Hun sa: «Det går jo "
    "bra», men det gjør det ikke. Tverr-\nfaglig samarbeid er vanskelig. Barne- og ungdomsarbeid. "
    "NAV-\nleder. Ja da. Alle kjenner alle 🐑 her ute i bygda, og det er både godt og vondt. "
    "Siste bussen ut går tjue på fire, og så er det ingen som kommer seg hjem etterpå."
)


def said(found: Found | None) -> str:
    assert found is not None
    return TEXT[found.start : found.end]


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("vi er få", "vi er få"),
        ("  og det er både godt og vondt. ", "og det er både godt og vondt."),
        ("🐑", "🐑"),
        ("…", "…"),
    ],
)
def test_what_stands_as_it_was_said_is_exact(quote: str, passage: str) -> None:
    found = find(quote, TEXT)
    assert said(found) == passage
    assert found is not None
    assert (found.kind, found.score, found.differences) == ("exact", 100, ())


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("VI ER FÅ ... og slitne.", "vi er få … og\nslitne."),
        ("at “samtykke” er vanskelig - vi", "at «samtykke» er van\u00adskelig – vi"),
        ("tverrfaglig samarbeid", "Tverr-\nfaglig samarbeid"),
        ("NAV-leder", "NAV-\nleder"),
        ("«vi er få»", "vi er få"),
        ("”Det går jo bra”", "«Det går jo bra»"),
        ("“og det er både godt og vondt.”", "og det er både godt og vondt."),
        ("BA\u030aDE godt", "både godt"),
        ("alle kjenner alle 🐑 her", "Alle kjenner alle 🐑 her"),
    ],
)
def test_what_differs_only_in_how_it_is_written_is_folded(quote: str, passage: str) -> None:
    found = find(quote, TEXT)
    assert said(found) == passage
    assert found is not None
    assert (found.kind, found.score) == ("folded", 100)


def test_a_changed_word_is_told_with_the_one_that_was_said() -> None:
    found = find("men det gjør hun ikke. Tverrfaglig samarbeid", TEXT)
    assert said(found) == "men det gjør det ikke. Tverr-\nfaglig samarbeid"
    assert found is not None
    assert found.kind == "approximate"
    assert 85 <= found.score < 100
    assert Difference("hun", "det") in found.differences


def test_a_left_out_and_an_added_word_are_told() -> None:
    left_out = find("Siste bussen går tjue på fire, og så er det ingen", TEXT)
    assert left_out is not None
    assert left_out.differences == (Difference("", "ut"),)
    added = find("Siste bussen ut går alltid tjue på fire, og så er det ingen", TEXT)
    assert added is not None
    assert added.differences == (Difference("alltid", ""),)


def test_other_punctuation_is_approximate_and_nearly_the_same() -> None:
    found = find("Siste bussen ut går tjue på fire og så er det ingen", TEXT)
    assert found is not None
    assert found.kind == "approximate"
    assert found.score > 95
    assert found.differences == (Difference("fire", "fire,"),)


def test_what_is_not_said_is_not_found_but_the_nearest_has_a_score() -> None:
    quote = "Vi har aldri hatt så mye penger som dette året"
    assert find(quote, TEXT) is None
    found = nearest(quote, TEXT)
    assert found is not None
    assert found.score < 85


def test_a_lower_threshold_takes_more() -> None:
    quote = "Siste toget ut går ti over fem, og så er det mange som kommer seg hjem"
    assert find(quote, TEXT) is None
    assert find(quote, TEXT, threshold=60) is not None


@pytest.mark.parametrize("quote", ["", "   ", "\u200b", "finnes ikke", "!!!"])
def test_nothing_comes_of_nothing_or_of_too_little(quote: str) -> None:
    assert nearest(quote, TEXT) is None


def test_a_few_letters_are_never_only_nearly_right() -> None:
    assert nearest("vi er så", TEXT) is None


def test_whole_words_come_before_parts_of_words() -> None:
    text = "Samarbeid er Arbeid, og arbeidet er arbeid."
    found = find("arbeid", text)
    assert found == Found(36, 42, "exact", places=2)
    assert find("Arbeid", text) == Found(13, 19, "exact", places=2)
    folded = find("ARBEID", text)
    assert folded is not None
    assert (folded.start, folded.places) == (13, 2)
    part = find("beide", text)
    assert part is not None
    assert text[part.start : part.end] == "beide"


def test_several_places_are_counted_and_the_first_is_given() -> None:
    text = "Ja da. Vi er få. Ja da, vi er få. Vi er få."
    found = find("i er få", text)
    assert found is not None
    assert (found.start, found.places) == (8, 3)
    found = find("VI ER FÅ", text)
    assert found is not None
    assert (found.start, found.places) == (7, 3)


def test_half_a_sign_is_not_found() -> None:
    assert find("s ist", "Spaß ist gut. Es ist so.") == Found(15, 20, "exact")
    assert find("S IST", "Spaß ist gut, ja.") is None
    assert find("가", "각") is None


def test_an_omission_mark_spans_what_was_left_out() -> None:
    for mark in ("[...]", "(…)", "[…]", "(...)", "[ ... ]"):
        found = find(f"vi er få {mark} Det går jo bra", TEXT)
        assert said(found) == "vi er få … og\nslitne. Hun sa: «Det går jo bra"
        assert found is not None
        assert (found.kind, found.score) == ("folded", 100)


def test_three_points_may_be_an_omission_too() -> None:
    found = find("Alle kjenner alle … godt og vondt", TEXT)
    assert said(found).startswith("Alle kjenner alle 🐑")
    assert said(found).endswith("både godt og vondt")


def test_a_mark_before_or_after_leaves_nothing_out() -> None:
    found = find("[…] vi er få", TEXT)
    assert said(found) == "vi er få"


def test_the_tightest_place_of_the_parts_is_taken() -> None:
    text = "Vi er få. " + "Noe annet. " * 50 + "Vi er få, og slitne."
    found = find("vi er få […] slitne", text)
    assert found is not None
    assert text[found.start : found.end] == "Vi er få, og slitne"


def test_parts_too_far_apart_or_in_another_order_are_not_one_quotation() -> None:
    text = "Alle kjenner alle. " + "Noe annet. " * 400 + "Det er både godt og vondt."
    assert find("Alle kjenner alle […] både godt og vondt", text) is None
    assert find("tjue på fire […] Alle kjenner alle", TEXT) is None


def test_parts_that_are_nearly_right_make_an_approximate_quotation() -> None:
    found = find("Alle kjenner alle her oppe i bygda […] ingen som kommer seg hjem etterpå", TEXT)
    assert said(found).startswith("Alle kjenner alle 🐑 her ute")
    assert said(found).endswith("kommer seg hjem etterpå")
    assert found is not None
    assert found.kind == "approximate"
    assert found.differences


def test_a_part_that_was_not_said_is_told() -> None:
    found = find("xx […] Alle kjenner alle her ute", TEXT)
    assert found is not None
    assert found.kind == "approximate"
    assert Difference("xx", "") in found.differences


def test_a_folded_text_gives_the_same_as_the_text() -> None:
    assert find("tverrfaglig samarbeid", Folded(TEXT)) == find("tverrfaglig samarbeid", TEXT)


CHANGES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title)
WORDS = [match.span() for match in re.finditer(r"\S+", TEXT)]


@st.composite
def passages(draw: st.DrawFn, least: int = 1) -> tuple[int, int]:
    first = draw(st.integers(0, len(WORDS) - least))
    last = draw(st.integers(first + least, len(WORDS)))
    return WORDS[first][0], WORDS[last - 1][1]


def mangle(passage: str, data: st.DataObject) -> str:
    """Write a passage otherwise, without changing a word or a sign of it."""
    for sign, others in {
        " ": (" ", "\n", "  ", "\u00a0"),
        "«": ("«", "“", '"', "‘"),
        "»": ("»", "”", '"', "’"),
        "–": ("–", "-", "—", "--"),
        "…": ("…", "...", ". . ."),
        "\u00ad": ("", "\u00ad", "\u200b"),
    }.items():
        passage = passage.replace(sign, data.draw(st.sampled_from(others)))
    change = data.draw(st.sampled_from(CHANGES))
    return unicodedata.normalize("NFD" if data.draw(st.booleans()) else "NFC", change(passage))


@given(st.data())
def test_a_passage_written_otherwise_is_found_exactly_where_it_was(data: st.DataObject) -> None:
    start, end = data.draw(passages(least=2))
    quote = mangle(TEXT[start:end], data)
    assume(any(map(str.isalnum, TEXT[start:end])))
    found = find(quote, TEXT)
    assert found is not None
    assert found.kind in ("exact", "folded")
    assert alike(TEXT[found.start : found.end].strip("«»,"), quote.strip("«»\"'“”‘’,"))
    if found.places == 1:
        # Signs at the edges that a quotation is wrapped in need not be part of it.
        assert start <= found.start <= start + 1
        assert end - 1 <= found.end <= end


@given(st.data())
def test_a_passage_with_a_word_changed_is_found_near_where_it_was(data: st.DataObject) -> None:
    start, end = data.draw(passages(least=9))
    said_words = TEXT[start:end].split()
    at = data.draw(st.integers(3, len(said_words) - 4))
    said_words[at] = data.draw(st.sampled_from(("ost", "", "kanskje")))
    quote = " ".join(said_words)
    found = find(quote, TEXT, threshold=70)
    assert found is not None
    near = abs(found.start - start) <= 12 and abs(found.end - end) <= 12
    # Where few words follow the one that is gone, the passage without them may be more like it.
    assert near or found.score >= likeness(quote, TEXT[start:end])


@given(st.text(max_size=60), st.text(max_size=200))
def test_whatever_is_asked_for_a_place_lies_in_the_text(quote: str, text: str) -> None:
    found = nearest(quote, text)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert 0 <= found.score <= 100
        assert (found.score == 100) == (found.kind != "approximate")


@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_what_stands_in_the_text_is_found(quote: str, before: str, after: str) -> None:
    text = before + quote + after
    found = nearest(quote, text)
    stripped = quote.strip("\u00ad\u200b\u200c\u200d\u2060\ufeff \n\t")
    if stripped.strip():
        assert found is not None
        assert found.score == 100


HOSTILE = {
    "one letter": ("a" * 100_000, "a" * 60_000),
    "one word": ("a " * 50_000, "a " * 30_000),
    "few words": ("ja da nei " * 1_900 + "cest", "da ja nei " * 6_000),
    "white space": (" " * 50_000 + "x" + " " * 50_000 + "y", TEXT),
    "marks": ("[...]" * 20_000, TEXT),
    "brackets": ("[" * 100_000, "[" * 50_000),
    "many parts": ("ja [...] " * 39, "ja " * 30_000),
    "points": (". " * 50_000, "." * 50_000),
    "quotation marks": ('"' * 100_000 + "a", '"' * 100_000),
    "accents": ("a" + "\u0301" * 50_000, "b" + "\u0301\u0300" * 50_000),
    "a long one": (TEXT * 30, TEXT.replace("det", "den") * 60),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_quotation_takes_long(name: str) -> None:
    quote, text = HOSTILE[name]
    found = nearest(quote, text)
    assert found is None or found.end <= len(text)
