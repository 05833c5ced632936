from __future__ import annotations

import pytest

from qualtool.core.valence import Choice, recognised, word

CHOICES = (
    Choice("barrier", "-", "Hemmer", {"nb": "Barriere", "nn": "Barriere", "en": "Barrier"}),
    Choice("opportunity", "+", "Mulighet", {"nb": "Mulighet", "nn": "Moglegheit"}),
    Choice("mixed", "±", "Begge deler", {"nb": "Begge deler", "nn": "Begge delar"}),
)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("barrier", "barrier"),
        ("HEMMER", "barrier"),
        ("moglegheit", "opportunity"),
        ("+", "opportunity"),
        ("-", "barrier"),
        ("−", "barrier"),
        ("–", "barrier"),
        ("+/-", "mixed"),
        ("+ / -", "mixed"),
        ("±", "mixed"),
        (" begge  delar ", "mixed"),
        ("kanskje", None),
        ("", None),
    ],
)
def test_a_valence_is_known_by_key_word_or_sign(said: str, key: str | None) -> None:
    assert recognised(said, CHOICES) == key


def test_a_sign_no_valence_has_means_none() -> None:
    assert recognised("+", CHOICES[:1]) is None


def test_the_templates_word_is_used_until_the_researcher_names_it() -> None:
    assert word(CHOICES[1], "nn") == "Moglegheit"
    assert word(CHOICES[1], "en") == "Mulighet"  # the template has no English word here
    assert word(CHOICES[0], "en") == "Hemmer"
