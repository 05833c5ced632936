from __future__ import annotations

from qualtool.core.theme_words import FIELDS, FIT, FITS, STATES, TO_STATE


def test_each_fit_and_each_state_has_words_for_a_button_and_for_a_sentence() -> None:
    assert FITS.keys() == FIT.keys() == {"fits", "stretches", "against"}
    assert STATES.keys() == TO_STATE.keys()
    assert all(words[0].islower() for words in (*STATES.values(), *FIT.values()))
    assert all(words[0].isupper() for words in (*TO_STATE.values(), *FITS.values()))


def test_no_two_fields_bear_the_same_words() -> None:
    assert len(set(FIELDS.values())) == len(FIELDS)
