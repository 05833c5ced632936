from __future__ import annotations

import pytest

from qualtool.core.document_kind import guess


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
