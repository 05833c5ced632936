"""Whom a draft names beside a quotation."""

from __future__ import annotations

import pytest

from qualtool.core.ascription import alone, behind, leading, named

PEOPLE = ("Informant 1", "Informant 3", "Informant 5", "Informant 11", "Leder Nord", "Leder")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hun sa «S» (Informant 5).", "Informant 5"),
        ("Hun sa «S.» [informant 5, 2024]", "informant 5, 2024"),
        ("Hun sa «S» da (Informant 5).", ""),
        ("Hun sa «S».", ""),
    ],
)
def test_brackets_right_after_a_quotation_say_whose_it_is(text: str, found: str) -> None:
    assert behind(text, text.index("S") + 1) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Informant 5 sier: «S»", "Informant 5 sier:"),
        ("Informant 3 kom. Informant 5 sier da: «S»", "Informant 5 sier da:"),
        ("Informant 5 sier at «S»", ""),
        ("Slik: Informant 5 sa «S»", ""),
    ],
)
def test_what_leads_to_a_quotation_ends_in_a_colon(text: str, found: str) -> None:
    assert leading(text, text.index("S»")) == found


def test_brackets_on_a_line_of_their_own_hold_nothing_else() -> None:
    assert alone("(Informant 5)") == "Informant 5"
    assert alone("(Informant 5) mente det.") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("informant  11", ["Informant 11"]),
        ("Informant 1", ["Informant 1"]),
        ("Informant 111 og Informant 2", []),
        ("Leder Nord", ["Leder Nord"]),
        ("Informant 3 og 5", ["Informant 3", "Informant 5"]),
        ("Informant 1, 3 og 5", ["Informant 1", "Informant 3", "Informant 5"]),
        ("Informant 1–5", ["Informant 1", "Informant 3", "Informant 5"]),
        ("Informant 3, 45 år", ["Informant 3"]),
        ("Lederne", []),
        ("", []),
    ],
)
def test_only_whole_names_are_named(text: str, found: list[str]) -> None:
    assert named(text, PEOPLE) == found


def test_nobody_is_named_where_nobody_is_known() -> None:
    assert named("Informant 1", ()) == []
