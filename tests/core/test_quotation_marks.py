from __future__ import annotations

import pytest

from qualtool import i18n
from qualtool.core.quotation_marks import quoted


@pytest.mark.parametrize(
    ("language", "shown"), [("nb", "«møter»"), ("nn", "«møter»"), ("en", "“møter”")]
)
def test_each_language_has_its_own_marks(language: str, shown: str) -> None:
    assert quoted("møter", language) == shown


def test_without_a_language_it_is_the_one_the_program_speaks() -> None:
    assert quoted("møter") == "“møter”"
    i18n.set_language("nb")
    assert quoted("møter") == "«møter»"


def test_a_language_without_marks_of_its_own_has_the_english_ones() -> None:
    assert quoted("møter", "se") == "“møter”"
