from __future__ import annotations

import pytest

from qualtool.core import case_kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("", "participant"),
        ("Informant", "participant"),
        ("KOMMUNE", "municipality"),
        ("municipality", "municipality"),
        ("skule", "school"),
        (" Eget  slag ", "Eget slag"),
    ],
)
def test_a_kind_is_known_in_any_of_our_languages(said: str, kind: str) -> None:
    assert case_kind.key(said) == kind


def test_a_kind_has_a_name_and_ones_own_is_its_own() -> None:
    assert case_kind.name("county", "en") == "County"
    assert case_kind.name("Eget slag", "nb") == "Eget slag"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", case_kind.NAMES)
def test_the_name_of_a_kind_leads_back_to_it(kind: str, language: str) -> None:
    assert case_kind.key(case_kind.name(kind, language)) == kind
