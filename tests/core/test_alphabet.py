from __future__ import annotations

from qualtool.core.alphabet import key


def test_numbers_in_names_are_sorted_by_their_value() -> None:
    names = ["Informant 10", "Informant 2", "informant 1"]
    assert sorted(names, key=key) == ["informant 1", "Informant 2", "Informant 10"]


def test_the_last_letters_come_last_and_accents_do_not_count() -> None:
    names = ["Ås", "Øst", "Ærlig", "Zoom", "Éva", "Eva B", "Öst"]
    assert sorted(names, key=key) == ["Éva", "Eva B", "Zoom", "Ærlig", "Öst", "Øst", "Ås"]


def test_a_number_stands_before_a_word() -> None:
    assert sorted(["to", "12", ""], key=key) == ["", "12", "to"]
