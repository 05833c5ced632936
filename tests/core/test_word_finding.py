from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.word_finding import Wanted, places, replaced, worded


def found(text: str, wanted: Wanted) -> list[str]:
    return [text[start:end] for start, end in places(text, wanted)]


KARI = Wanted("Kari", endings=True)


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("Kari, kari og KARIN", Wanted("kari"), ["Kari", "kari", "KARI"]),
        ("Kari, kari og Karin", Wanted("Kari", match_case=True), ["Kari", "Kari"]),
        ("Kari, Kari-Anne, Karin, Kari2, x_Kari", Wanted("Kari", whole_words=True), ["Kari"] * 4),
        ("Karis hund", Wanted("Kari", whole_words=True), []),
        ("Kari, Karis, Kari’s, Kari's, KARIS", KARI,
         ["Kari", "Karis", "Kari’s", "Kari's", "KARIS"]),
        ("Karin, Karist og Okari", KARI, []),
        ("Jonas’ bil, Jonas", Wanted("Jonas", endings=True), ["Jonas’", "Jonas"]),
        ("sa 'Jonas' og ‘Jonas’", Wanted("Jonas", endings=True), ["Jonas", "Jonas"]),
        ("Ola  Nordmann, Ola\u00a0Nordmann, Ola\nNordmann", Wanted("Ola Nordmann"),
         ["Ola  Nordmann", "Ola\u00a0Nordmann"]),
        ("Tom. Tomt (tom) tom", Wanted("tom", whole_words=True), ["Tom", "tom", "tom"]),
        ("rom 12, 112, 12a", Wanted("12", whole_words=True), ["12"]),
        ("a.b a+b axb", Wanted("a.b"), ["a.b"]),
        ("(se her)", Wanted("(se", whole_words=True), ["(se"]),
        ("Åse", Wanted("A\u030ase"), ["Åse"]),
        ("İ dag kom KARI", Wanted("kari"), ["KARI"]),
        ("hva som helst", Wanted("  "), []),
        ("aaaa", Wanted("aa"), ["aa", "aa"]),
    ],
)  # fmt: skip
def test_words_are_found_as_exactly_as_asked(text: str, wanted: Wanted, hits: list[str]) -> None:
    assert found(text, wanted) == hits


@pytest.mark.parametrize(
    ("stands", "wanted", "replacement", "becomes"),
    [
        ("Kari", KARI, "Anne", "Anne"),
        ("KARI", KARI, "Anne", "ANNE"),
        ("KARI", KARI, "Informant 5", "Informant 5"),
        ("KARIS", KARI, "Informant 5", "Informant 5s"),
        ("KARI", KARI, "Anne Moe", "Anne Moe"),
        ("KARI", KARI, "[navn]", "[navn]"),
        ("DEN GAMLE SKOLEN", Wanted("den gamle skolen"), "det nye huset", "DET NYE HUSET"),
        ("KARIS", KARI, "Anne", "ANNES"),
        ("kari", KARI, "Anne", "Anne"),
        ("Karis", KARI, "Anne", "Annes"),
        ("Karis", KARI, "Lars", "Lars’"),
        ("Kari’s", KARI, "Lars", "Lars’s"),
        ("Karis'", KARI, "Anne", "Annes'"),
        ("Jonas’", Wanted("Jonas", endings=True), "Anne", "Annes"),
        ("Jonas’", Wanted("Jonas", endings=True), "Lars", "Lars’"),
        ("Karis", KARI, "", ""),
        ("Fisk", Wanted("fisk"), "torsk", "Torsk"),
        ("FISK", Wanted("FISK"), "torsk", "torsk"),
        ("I", Wanted("i"), "på", "På"),
        ("Fisk", Wanted("fisk"), "", ""),
    ],
)
def test_a_place_keeps_its_capitals_and_its_genitive(
    stands: str, wanted: Wanted, replacement: str, becomes: str
) -> None:
    assert worded(stands, wanted, replacement) == becomes


def test_a_short_text_is_replaced_throughout() -> None:
    assert replaced("Karis bil og KARI", KARI, "Anne") == "Annes bil og ANNE"
    assert replaced("uten", KARI, "Anne") == "uten"


@given(
    st.text("kariKARI s'’ \n_-", max_size=30),
    st.builds(Wanted, st.text("kari s", max_size=6), st.booleans(), st.booleans(), st.booleans()),
)
def test_places_are_in_order_and_never_cross_a_line(text: str, wanted: Wanted) -> None:
    at = 0
    for start, end in places(text, wanted):
        assert at <= start < end <= len(text)
        assert "\n" not in text[start:end]
        at = end
