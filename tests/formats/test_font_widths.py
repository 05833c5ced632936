from __future__ import annotations

from importlib import resources

import pytest

from qualtool.formats.font_widths import BOLD, REGULAR, measure, of_font, read


def test_the_widths_are_those_the_font_is_drawn_with() -> None:
    # As Qt measures them, without the pairs that are set closer.
    assert measure("Samarbeidet bor i personer", 13) == pytest.approx(167.7, abs=0.5)
    assert measure("Samarbeidet bor i personer", 15, True) == pytest.approx(197.4, abs=0.5)


def test_norwegian_letters_and_typographic_signs_are_known() -> None:
    for font in (REGULAR, BOLD):
        assert all(ord(sign) in of_font(font).of for sign in "æøåÆØÅ«»–—… ")


def test_a_letter_the_font_lacks_has_a_width_too() -> None:
    assert measure("漢", 10) > 0
    assert measure("", 10) == 0


@pytest.mark.parametrize("cut", [0, 5, 40, 300])
def test_what_is_no_font_is_refused(cut: int) -> None:
    data = (resources.files("qualtool.resources") / "fonts" / REGULAR).read_bytes()
    with pytest.raises(ValueError, match="not a font"):
        read(data[:cut])
