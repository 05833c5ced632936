"""Which columns of a table may tell who somebody is."""

from __future__ import annotations

import pytest

from qualtool.core.private_columns import is_private


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("E-post", ["a@example.org"]),
        ("Epost:", ["a@example.org"]),
        ("Telefonnummer", ["900 00 000"]),
        ("Etternavn", ["Haugen"]),
        ("Navn", ["Siri Haugen"]),
        ("Fødselsnummer", ["-"]),
        ("Kontakt", ["a@example.org", "b@example.org", "vet ikke"]),
        ("Ring", ["+47 900 00 000"]),
    ],
)
def test_names_addresses_and_numbers_are_private(head: str, values: list[str]) -> None:
    assert is_private(head, values)


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("Kommunenavn", ["Fjordvik"]),
        ("Stilling", ["rektor"]),
        ("År", ["2015", "2016"]),
        ("E-post", []),
        ("Kommentar", ["skriv til a@example.org", "ingen", "ingen"]),
    ],
)
def test_what_describes_is_not(head: str, values: list[str]) -> None:
    assert not is_private(head, values)
