from __future__ import annotations

import pytest

from qualtool.core.attribute_meaning import meaning


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kjønn", "gender"),
        ("Gender", "gender"),
        ("Arbeidssted", "workplace"),
        ("Arbeidsgiver", "workplace"),
        ("Arbeidsplass", "workplace"),
        ("Arbeidsstad", "workplace"),
        ("Skule", "workplace"),
        ("Sektor", "workplace"),
        ("employer", "workplace"),
        ("Rolle", "job"),
        ("Stillingstittel", "job"),
        ("Job title", "job"),
        ("Bosted", "place"),
        ("Heimkommune", "place"),
        ("Town", "place"),
        ("Fullt navn", "name"),
        ("År i stillingen", "attribute"),
        ("Antall skoler", "attribute"),
        ("Alder", "attribute"),
        ("Møtedag", "attribute"),
        ("", "attribute"),
    ],
)
def test_what_an_attribute_is_about_is_told_from_its_name(name: str, expected: str) -> None:
    assert meaning(name) == expected
