"""Pointers to literature, and brackets that are none."""

from __future__ import annotations

import pytest

from qualtool.core.references import reference_near


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Dette er «S» (Clark, 2021).", "(Clark, 2021)"),
        ("Dette er «S» (Clark & Berg, 2021, s. 14; Dahl mfl., 2019b).", ""),
        ("Clark og Berg (2021) kaller det «S».", "Clark og Berg (2021)"),
        ("Clark et al. (2021, s. 3) kaller det «S».", "Clark et al. (2021, s. 3)"),
        ("Slik: «S». (Clark, 2021)", "(Clark, 2021)"),
        ("This is “S” [12].", "[12]"),
        ("Hun sa «S». Clark (2021) mener noe annet.", ""),
        ("Clark (2021) mener noe. Hun sa «S».", ""),
        ("Hun sa «S» (Informant 3, 2021).", ""),
        ("Hun sa «S» i 2021.", ""),
        ("Hun sa «S» (våren 2021).", ""),
    ],
)
def test_what_stands_beside_a_quotation(text: str, reference: str) -> None:
    at = text.index("S»") if "S»" in text else text.index("S”")
    found = reference_near(text, at, at + 1)
    if "Dahl" in text:
        assert found.startswith("(Clark & Berg, 2021, s. 14")
    else:
        assert found == reference
