from __future__ import annotations

import pytest

from qualtool.core import memo_kind
from qualtool.i18n import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_order_and_target_has_words(language: str) -> None:
    for names, said in (
        (memo_kind.KINDS, memo_kind.kind),
        (memo_kind.ORDERS, memo_kind.order),
        (memo_kind.TARGETS, memo_kind.target),
    ):
        words = [said(key, language) for key in names]
        assert all(words)
        assert len(set(words)) == len(words)


def test_a_kind_of_a_newer_program_is_shown_by_its_key() -> None:
    assert memo_kind.kind("dream", "en") == "dream"
    assert memo_kind.order("", "en") == ""
