from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.folding import Folded, alike, canonical, is_word_sign


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vi  er\nfå.", "vi er få."),
        ("«Det går jo bra»", "“det går jo bra”"),
        ("hun sa 'ja'", "hun sa «ja»"),
        ("ja – nei", "ja--nei"),
        ("ja — nei", "ja - nei"),
        ("vel … ja", "vel... ja"),
        ("vel. . . ja", "vel…ja"),
        ("sam\u00adarbeid", "samarbeid"),
        ("sam-\narbeid", "samarbeid"),
        ("NAV-\nleder", "NAV-leder"),
        ("barne-\nog ungdom", "barne- og ungdom"),
        ("a\u030apen", "Åpen"),
        ("straße", "STRASSE"),
        ("to\u00a0tre", "to tre"),
    ],
)
def test_these_differ_in_nothing_that_counts(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ja, vi er få", "Ja vi er få"),
        ("i dag", "idag"),
        ("apen", "åpen"),
        ("sam-arbeid", "samarbeid"),
        ("vi er få", "vi er så"),
        ("ja … nei", "ja nei"),
    ],
)
def test_these_are_not_the_same_words_or_signs(one: str, other: str) -> None:
    assert not alike(one, other)


@given(st.text())
def test_every_letter_of_the_skeleton_has_its_place(text: str) -> None:
    folded = Folded(text)
    assert len(folded.skeleton) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(st.text())
def test_composed_and_decomposed_letters_have_one_skeleton(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert Folded(composed).skeleton == Folded(apart).skeleton


@given(st.text())
def test_words_are_the_skeleton_cut_up(text: str) -> None:
    folded = Folded(text)
    assert "".join(word.folded for word in folded.words) == folded.skeleton
    assert folded.words == () or folded.between(0, len(folded.words)) == " ".join(
        word.folded for word in folded.words
    )


@given(st.text("aA«»\"'–-. \n…\u00ad"))
def test_the_canonical_form_is_its_own(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


def test_words_go_on_over_what_cannot_be_seen() -> None:
    assert [word.folded for word in Folded("sam\u00adarbeid i byen").words] == [
        "samarbeid",
        "i",
        "byen",
    ]


def test_a_mark_belongs_to_its_letter() -> None:
    assert is_word_sign("a")
    assert is_word_sign("\u030a")
    assert is_word_sign("7")
    assert not is_word_sign("«")


def test_a_heap_of_marks_is_one_sign() -> None:
    folded = Folded("a" + "\u0301" * 50 + "b")
    assert list(folded.ends)[-1] == 52
    assert folded.starts[-1] == 51
