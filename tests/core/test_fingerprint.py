from __future__ import annotations

from qualtool.core.fingerprint import fingerprint


def test_the_same_words_have_the_same_sign_however_they_are_set() -> None:
    assert fingerprint("«Vi er få»,  sa Kari.") == fingerprint("“vi er få”, sa kari…")
    assert len(fingerprint("")) == 16


def test_other_words_have_another_sign() -> None:
    assert fingerprint("Vi er få, sa Kari.") != fingerprint("Vi er få, sa Siri.")
    assert fingerprint("vier få") != fingerprint("vi er få")
