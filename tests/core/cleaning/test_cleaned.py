"""Cleaning is a function of the raw text and the choices, and keeps the way back."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from qualtool.core.cleaning import CHOOSABLE, KINDS, clean, clean_signs, title_of
from qualtool.core.tidying import tidy
from tests.core.cleaning.checking import check

PARTS = st.sampled_from(
    [
        "Hun sa at de skulle møtes i byg-",
        "gene på tirsdag, og at",
        "NAV-",
        "leder",
        "barne- og",
        "barne-",
        "og ungdomsarbeid.",
        "Møtet var langt.",
        "Intervjuer: Hva så?",
        "- et punkt",
        "\uf0b7 et punkt",
        "7",
        "8",
        "Side 9 av 12",
        "Rapport 2021",
        "______",
        "1 Se kapittel to.",
        "inkludering1",
        "ord\u00a0med\u00a0hull",
        "usyn\u00adlig",
        "usyn\u00ad",
        "\ufb01nt a\u030a",
        "\u0301\u0301",
        "\u1100-",
        "\u1161",
        "\x00\x07",
        "😀\u200d😀",
        "",
        " ",
        "\f",
        "\f\f",
        "ord\ford",
        "\ud800",
    ]
)
TEXTS = st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", "\v"]))).map(
    lambda parts: "".join(part + between for part, between in parts)
)
CHOICES = st.frozensets(st.sampled_from(sorted(CHOOSABLE)))


@settings(max_examples=300, deadline=None)
@given(TEXTS, CHOICES)
def test_every_character_comes_from_the_raw_text_or_from_a_repair(
    raw: str, left_alone: frozenset[str]
) -> None:
    cleaned = clean(raw, left_alone)
    check(cleaned)
    assert cleaned == clean(raw, left_alone)
    done = {repair.kind for repair in cleaned.repairs}
    assert not done & left_alone
    assert list(cleaned.counts) == [kind.key for kind in KINDS if kind.key in done]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters() | st.sampled_from("\r\n\f -\u00ad\u0301a1.")), CHOICES)
def test_it_holds_for_any_text(raw: str, left_alone: frozenset[str]) -> None:
    check(clean(raw, left_alone))
    check(clean_signs(raw, left_alone))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_with_all_left_alone_the_text_is_the_raw_one(raw: str) -> None:
    cleaned = clean(raw, CHOOSABLE)
    assert {repair.kind for repair in cleaned.repairs} <= {"signs"}
    plain = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    plain = plain.translate({0: None, 7: None, 0xD800: "\ufffd"})
    kept = unicodedata.normalize("NFC", plain)
    assert cleaned.text.replace("\n", "") == kept.replace("\n", "").replace("\f", "")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\r\u2028\u00a0\ufeff\u200b\u0301")))
def test_mending_signs_is_tidying_with_the_way_back(raw: str) -> None:
    ours = {*map(chr, range(0xF000, 0xF100)), "\u00ad"}
    if not ours & set(raw):
        assert clean_signs(raw).text == tidy(raw)


def test_a_clean_text_is_left_as_it_is() -> None:
    text = "«Ja», sa hun – og “nei”.\n\nDa va' det slik, på e' vis: ½ ² é."
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.repairs == ()


def test_each_kind_has_words() -> None:
    assert title_of("hyphens") == "Words divided at the end of a line joined"
    assert title_of("another") == "another"
    assert len({kind.title for kind in KINDS}) == len(KINDS)
