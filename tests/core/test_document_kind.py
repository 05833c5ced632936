from __future__ import annotations

import pytest

from qualtool.core.document_kind import guess
from qualtool.core.document_kind import name as named


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Informant 3", "interview"),
        ("lydopptak 12", "interview"),
        ("Fokusgruppeintervju lærere", "focus_group"),
        ("Observasjon samling 3", "observation"),
        ("Referat styringsgruppa", "minutes"),
        ("Samtalenotat 4", "conversation"),
        ("Rapport fra Intervjurunden", "interview"),
        ("Sluttrapport", "report"),
        ("Spørjeskjema", "survey"),
    ],
)
def test_the_name_tells_the_kind(name: str, kind: str) -> None:
    assert guess(name) == kind


def test_a_kind_has_a_name_in_each_language_and_ones_own_is_its_own() -> None:
    assert named("focus_group", "nb") == "Fokusgruppe"
    assert named("focus_group", "en") == "Focus group"
    assert named("blogg", "nb") == "blogg"


def test_a_heading_says_what_a_name_does_not() -> None:
    assert guess("uten navn", "Referat fra ressursgruppa") == "minutes"
    assert guess("Intervju 3", "Referat fra ressursgruppa") == "interview"
    long = "Vi skrev et referat " * 10
    assert guess("uten navn", long) == "interview"
