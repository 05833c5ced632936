from __future__ import annotations

from qualtool.core.folding import Folded
from qualtool.core.likeness import LONGEST, differences, likeness, likest
from qualtool.core.quotes import Difference

TEXT = "Vi var få, og vi hadde lite tid. " * 3 + "Samarbeidet mellom tjenestene stoppet opp."


def test_likeness_is_of_the_folded_forms() -> None:
    assert likeness("«Ja»", "'ja'") == 99.9  # never 100: what is alike is told by other means
    assert likeness("abc", "xyz") == 0


def test_misspelt_words_are_looked_for_among_those_there_are() -> None:
    found = likest("Samarbeidett melom tjenstene stopet", Folded(TEXT))
    assert found is not None
    assert TEXT[found.start : found.end] == "Samarbeidet mellom tjenestene stoppet"


def test_words_the_text_has_nothing_like_lead_nowhere() -> None:
    assert likest("xxxxxxxx yyyyyyyy zzzzzzzz", Folded(TEXT)) is None


def test_a_very_long_quotation_is_only_looked_for_word_for_word() -> None:
    assert likest("vi var få " * (LONGEST // 9), Folded(TEXT)) is None


def test_a_quotation_longer_than_the_text_is_set_against_all_of_it() -> None:
    found = likest("ja og nå var vi svært få, vi, og lite tid til alt sammen", Folded("Vi var få."))
    assert found is not None
    assert (found.start, found.end) == (0, 9)


def test_differences_side_by_side_are_told_as_one() -> None:
    assert differences("vi var mange og slitne", "vi var få") == (
        Difference("mange og slitne", "få"),
    )
    assert differences("vi var", "vi var") == ()


def test_differences_of_very_long_texts_are_not_told() -> None:
    assert differences("a " * 3000, "b " * 3000) == ()
