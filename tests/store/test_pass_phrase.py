"""A pass phrase opens what it closed, however it was typed."""

from __future__ import annotations

import unicodedata

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.store import pass_phrase

SALT = bytes(range(16))


def test_a_key_holds_the_salt_and_is_another_for_another_salt() -> None:
    key = pass_phrase.key("ord", SALT)
    assert len(key) == 2 * (32 + 16)
    assert key.endswith(SALT.hex())
    assert pass_phrase.key("ord", bytes(16))[:64] != key[:64]


def test_a_letter_typed_as_two_is_the_same_letter() -> None:
    phrase = "blåbærøl"
    apart = unicodedata.normalize("NFD", phrase)
    assert apart != phrase
    assert pass_phrase.key(apart, SALT) == pass_phrase.key(phrase, SALT)


def test_every_letter_counts() -> None:
    phrases = ["ord", "Ord", "ord ", "'; --", "x'00'"]
    assert len({pass_phrase.key(phrase, SALT) for phrase in phrases}) == len(phrases)


@pytest.mark.parametrize("phrase", ["\ud800", "ord\x00", "ord\n", "\x1b"])
def test_what_cannot_be_typed_is_no_phrase(phrase: str) -> None:
    with pytest.raises(QualtoolError) as told:
        pass_phrase.key(phrase, SALT)
    assert told.value.key == "pass_phrase_impossible"
