"""A few letters find the code that is meant, before those that are less likely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.fuzzy import Entry, Names, letters_of

CODES = (
    "det enkle ingen sier",
    "en kontaktperson",
    "faste møteplasser",
    "taushetsplikt stopper oss",
    "tid som ikke finnes",
    "manglende helhet",
    "Møte",
)


def found(query: str, *entries: Entry) -> list[str]:
    """The names that a query finds among the codes and what is given besides."""
    names = [*(Entry(name) for name in CODES), *entries]
    return [names[hit.number].name for hit in Names(names).find(query)]


def test_the_beginning_of_a_word_comes_before_letters_across_words() -> None:
    assert found("enk") == ["det enkle ingen sier", "en kontaktperson"]


def test_the_name_itself_comes_first() -> None:
    assert found("møte") == ["Møte", "faste møteplasser"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("plass fast", "faste møteplasser"),  # words in any order
        ("tsif", "tid som ikke finnes"),  # initials
        ("HELHET", "manglende helhet"),
        ("taushetspilkt", "taushetsplikt stopper oss"),  # misspelt
        ("møtepl", "faste møteplasser"),
    ],
)
def test_a_code_is_found_by(query: str, name: str) -> None:
    assert found(query)[0] == name


def test_a_word_of_the_description_finds_too_but_after_the_names() -> None:
    explained = Entry("kafeen", "Der folk møtes uten avtale")
    assert found("møte", explained) == ["Møte", "faste møteplasser", "kafeen"]


def test_among_equals_the_likelier_comes_first() -> None:
    names = Names([Entry("rolle a"), Entry("rolle b")])
    assert [hit.number for hit in names.find("rolle", [0.1, 0.9])] == [1, 0]


def test_nothing_typed_offers_all_by_their_weight() -> None:
    names = Names([Entry("a"), Entry("b"), Entry("sist brukt")])
    assert [hit.number for hit in names.find("", [0.2, 0.4, 1.0])] == [2, 1, 0]
    assert len(found("  ")) == len(CODES)


def test_what_is_nowhere_is_not_found() -> None:
    assert found("xqzw") == []


@pytest.mark.parametrize(
    ("name", "query", "bold"),
    [
        ("det enkle ingen sier", "enk", ["enk"]),
        ("en kontaktperson", "enk", ["en k"]),
        ("faste møteplasser", "plass fast", ["fast", "plass"]),
        ("tid som ikke finnes", "tsi", ["t", "s", "i"]),
        ("İstanbul kafé", "kafé", ["kafé"]),
        ("manglende helhet", "xyz", []),
        ("manglende helhet", "", []),
    ],
)
def test_the_letters_that_were_typed_are_shown(name: str, query: str, bold: list[str]) -> None:
    assert [name[start:end] for start, end in letters_of(name, query)] == bold


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8), st.text(max_size=8))
def test_whatever_is_typed_the_answer_names_entries_and_places_in_them(
    names: list[str], query: str
) -> None:
    hits = Names([Entry(name) for name in names]).find(query)
    assert len({hit.number for hit in hits}) == len(hits)
    for hit in hits:
        name = names[hit.number]
        assert all(0 <= start < end <= len(name) for start, end in letters_of(name, query))


@given(st.text(alphabet="abcdefæøåÆØÅ -", min_size=1, max_size=20))
def test_a_name_is_always_found_by_itself(name: str) -> None:
    assert name.strip() == "" or Names([Entry(name)]).find(name)
