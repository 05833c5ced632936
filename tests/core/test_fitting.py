"""Values are let into the places that are meant for their kind, and into no others."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import pytest

from qualtool.core.fitting import fits


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (str, "a"),
        (int, 1),
        (float, 1),
        (float, 1.5),
        (bool, True),
        (int | None, None),
        (int | date | None, date(2024, 3, 14)),
        (Literal["theme", "code"], "code"),
        (Literal["«»", "“”"] | None, "“”"),
        (tuple[str, ...], ()),
        (tuple[str, ...], ("a", "b")),
        (tuple[str, int], ("a", 1)),
        (frozenset[str], frozenset({"a"})),
        (tuple[tuple[int, int], ...], ((1, 2), (3, 4))),
    ],
)
def test_a_value_of_the_kind_fits(hint: Any, value: object) -> None:
    assert fits(hint)(value)


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (str, 1),
        (int, True),
        (int, 1.0),
        (float, False),
        (float, "1"),
        (bool, 1),
        (str, None),
        (int | None, "1"),
        (Literal["theme", "code"], "case"),
        (tuple[str, ...], "ab"),
        (tuple[str, ...], ("a", 1)),
        (tuple[str, int], ("a",)),
        (tuple[str, int], ("a", 1, 2)),
        (tuple[str, int], (1, "a")),
        (frozenset[str], ("a",)),
        (frozenset[str], frozenset({1})),
        (tuple[tuple[int, int], ...], ((1, 2), (3,))),
    ],
)
def test_a_value_of_another_kind_does_not_fit(hint: Any, value: object) -> None:
    assert not fits(hint)(value)
