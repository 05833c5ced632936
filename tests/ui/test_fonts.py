"""The faces come with the program and hold every letter it writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from qualtool.ui import fonts

LETTERS = "æøåÆØÅ«»“”‘’–—…−±·×čšžäöéáŋđ→"
SIGNS = "★☆⌘⇧✓●"  # the interface's alone; elsewhere the system lends them


@pytest.mark.parametrize(
    "font",
    [
        fonts.interface(13),
        fonts.interface(13, bold=True),
        fonts.interface(13, weight=QFont.Weight.Medium),
        fonts.interface(13, weight=QFont.Weight.Bold),
        fonts.reading(16.5),
        fonts.reading(16.5, bold=True),
        fonts.reading(16.5, italic=True),
    ],
    ids=lambda font: f"{font.family()} {font.weight()}",
)
def test_each_face_is_ours_and_has_the_letters(font: QFont, dressed: QApplication) -> None:
    info = QFontInfo(font)
    assert (info.family(), info.weight(), info.italic()) == (
        font.family(),
        font.weight(),
        font.italic(),
    )
    face = QRawFont.fromFont(font)
    missing = [letter for letter in LETTERS if not face.supportsCharacter(ord(letter))]
    assert missing == []


def test_the_interface_has_the_signs_it_shows(dressed: QApplication) -> None:
    face = QRawFont.fromFont(fonts.interface(13))
    assert [sign for sign in SIGNS if not face.supportsCharacter(ord(sign))] == []


def test_semi_bold_is_wider_than_regular(dressed: QApplication) -> None:
    plain, bold = fonts.interface(13), fonts.interface(13, bold=True)
    words = "Kompetanse og motivasjon"
    assert QFontMetricsF(bold).horizontalAdvance(words) > QFontMetricsF(plain).horizontalAdvance(
        words
    )


def test_sizes_are_those_of_the_drawings(dressed: QApplication) -> None:
    assert QFontInfo(fonts.interface(13)).pixelSize() == 13
    assert fonts.points(26) == 2 * fonts.points(13)


@pytest.mark.parametrize("bold", [False, True])
def test_rows_are_painted_in_the_face_of_the_interface_which_is_made_once(
    bold: bool, dressed: QApplication
) -> None:
    face = fonts.painted(13, bold=bold)
    assert face == fonts.interface(13, bold=bold)
    assert fonts.painted(13, bold=bold) is face
    words = "en kode med et veldig langt navn"
    for width in (40.0, 90.5, 400.0):
        metrics = QFontMetricsF(face)
        wanted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        assert fonts.elided(words, width, 13, bold=bold) == wanted
