"""Codings are seen under the text, overlaps stay legible, and words can always be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from qualtool.core.colours import PALETTE
from qualtool.ui import fonts, theme
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.painting import strong_tint
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import coding_row, plain, reading_of

TEXT = "mmm " * 12


@pytest.fixture
def shown(qtbot: QtBot) -> Reader:
    """A reader on one line of text, on the light ground."""
    fonts.load()
    made = Reader()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show_document(plain(TEXT), [])
    made.show()
    return made


def picture(reader: Reader) -> QImage:
    return reader.view.viewport().grab().toImage()


def behind(reader: Reader, offset: int, image: QImage | None = None) -> QColor:
    """The colour just above the letters at an offset."""
    box = reader.view.box_of(offset)
    return (image or picture(reader)).pixelColor(QPoint(box.left() + 3, box.top() + 3))


def below(reader: Reader, offset: int) -> list[str]:
    """The colours from the baseline of a place down to the next line."""
    image, box = picture(reader), reader.view.box_of(offset)
    return [
        image.pixelColor(QPoint(box.left() + 3, y)).name()
        for y in range(box.top() + 21, box.top() + 38)
    ]


def code(colour: str) -> theme.CodeColour:
    return theme.current().code_colour(colour)


def test_a_coding_tints_its_words_and_no_others(shown: Reader) -> None:
    shown.set_codings([coding_row(1, (8, 20), colour="green")])
    image = picture(shown)
    assert behind(shown, 8, image) == code("green").tint
    assert behind(shown, 16, image) == code("green").tint
    assert behind(shown, 4, image) == theme.current().colour("surface")
    assert behind(shown, 24, image) == theme.current().colour("surface")


def test_the_longer_of_two_tints_and_the_other_is_a_line_in_its_mark(shown: Reader) -> None:
    shown.set_codings(
        [coding_row(1, (0, 40), colour="blue"), coding_row(2, (8, 20), colour="rose")]
    )
    assert behind(shown, 12) == code("blue").tint
    assert code("rose").mark.name() in below(shown, 12)
    assert code("rose").mark.name() not in below(shown, 28)


def test_what_sticks_out_of_the_one_below_has_its_own_tint(shown: Reader) -> None:
    shown.set_codings(
        [coding_row(1, (0, 20), colour="blue"), coding_row(2, (12, 40), colour="rose")]
    )
    assert behind(shown, 16) == code("blue").tint
    assert behind(shown, 28) == code("rose").tint


def test_of_eight_codings_of_the_same_words_each_is_seen(shown: Reader) -> None:
    colours = PALETTE[:8]
    shown.set_codings([coding_row(n, (0, 40), colour=c) for n, c in enumerate(colours)])
    assert behind(shown, 12) == code(colours[0]).tint
    assert {code(colour).mark.name() for colour in colours[1:]} <= set(below(shown, 12))


def test_the_chosen_excerpt_stands_out_among_others_over_it(shown: Reader) -> None:
    shown.set_codings(
        [coding_row(1, (0, 40), colour="blue"), coding_row(2, (8, 20), colour="rose")]
    )
    shown.choose_excerpt(2)
    assert behind(shown, 12) == strong_tint("rose")
    assert behind(shown, 28) == code("blue").tint


def test_the_codings_of_the_chosen_code_stand_out(shown: Reader) -> None:
    shown.set_codings(
        [
            coding_row(1, (0, 8), code=5, colour="blue"),
            coding_row(2, (20, 30), code=6, colour="blue"),
        ]
    )
    shown.set_chosen_code(6)
    assert behind(shown, 4) == code("blue").tint
    assert behind(shown, 24) == strong_tint("blue")
    shown.set_chosen_code(None)
    assert behind(shown, 24) == code("blue").tint


def test_the_selection_lies_over_the_tints(shown: Reader) -> None:
    shown.set_codings([coding_row(1, (0, 40))])
    shown.select(8, 20)
    assert behind(shown, 12) == theme.current().colour("text_selection")


def test_what_is_revealed_lights_up_and_fades(qtbot: QtBot, shown: Reader) -> None:
    shown.reveal((8, 20), flash=True)
    qtbot.waitUntil(lambda: behind(shown, 12) != theme.current().colour("surface"))
    qtbot.waitUntil(lambda: behind(shown, 12) == theme.current().colour("surface"), timeout=4000)


def test_another_look_is_worn_at_once(qtbot: QtBot, shown: Reader) -> None:
    shown.set_codings([coding_row(1, (0, 40))])
    theme.choose("dark")
    try:
        assert theme.current().dark
        assert behind(shown, 12) == code("blue").tint
        assert behind(shown, 44) == theme.current().colour("surface")
    finally:
        theme.choose("light")


def test_what_scrolls_by_is_the_same_picture_as_what_is_painted_anew(shown: Reader) -> None:
    text = "\n".join([TEXT] * 60)
    shown.show_document(plain(text), [coding_row(1, (300, 900), colour="amber")])
    for step in (33, 70, -41, 5):
        shown.view.scroll_by(step)
        kept = picture(shown)
        shown.set_codings([coding_row(1, (300, 900), colour="amber")])  # forgets all pictures
        assert picture(shown) == kept


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", theme.NAMES)
@pytest.mark.parametrize("colour", PALETTE)
def test_words_can_be_read_on_every_tint_also_where_it_stands_out(
    qtbot: QtBot, look: theme.Name, colour: str
) -> None:
    theme.choose(look)
    try:
        ink = theme.current().colour("ink")
        assert contrast(ink, code(colour).tint) >= 4.5
        assert contrast(ink, strong_tint(colour)) >= 4.5
    finally:
        theme.choose("light")


def test_what_another_has_coded_has_a_broken_line_at_its_foot_in_the_mark(
    shown: Reader,
) -> None:
    mark = code("blue").mark.name()
    own = coding_row(1, (0, 30))
    shown.set_codings([own])
    assert mark not in {colour for at in range(1, 25) for colour in below(shown, at)}
    shown.set_codings([replace(own, initials="Jo", hand=1)])
    lined = [mark in below(shown, at) for at in range(1, 25)]
    assert any(lined)
    assert not all(lined)


@pytest.mark.parametrize("look", theme.NAMES)
@pytest.mark.parametrize("deep", [1, 2, 3, 4])
def test_words_can_be_read_over_one_to_four_codings_in_all_colours(
    shown: Reader, look: theme.Name, deep: int
) -> None:
    """What is really painted behind a line of words, without the words themselves."""
    shown.show_document(replace(plain("\u2002" * 40 + "m"), document_id=2), [])
    theme.choose(look)
    try:
        for first in range(len(PALETTE)):
            over = [PALETTE[(first + 3 * n) % len(PALETTE)] for n in range(deep)]
            rows = [coding_row(n, (2 * n, 40 - 2 * n), colour=c) for n, c in enumerate(over)]
            shown.set_codings(rows)
            for chosen in (None, deep - 1):
                shown.choose_excerpt(chosen)
                shown.view.set_caret(Caret(0, 0))
                grounds = behind_words(shown, 10, 30)
                assert grounds
                for ground in grounds:
                    assert contrast(theme.current().colour("ink"), QColor(ground)) >= 4.5
    finally:
        theme.choose("light")


@pytest.mark.parametrize("look", theme.NAMES)
def test_words_can_be_read_where_they_are_selected_offered_or_lit(
    shown: Reader, look: theme.Name
) -> None:
    shown.show_document(replace(plain("\u2002" * 40 + "m"), document_id=2), [])
    theme.choose(look)
    try:
        for colour in PALETTE:
            shown.set_codings([coding_row(1, (0, 40), colour=colour)])
            shown.select(4, 36)
            selected = behind_words(shown, 10, 30)
            shown.view.set_caret(Caret(0, 0))
            shown.view.offer((4, 36))
            offered = behind_words(shown, 10, 30)
            shown.view.offer(None)
            for ground in selected | offered:
                assert contrast(theme.current().colour("ink"), QColor(ground)) >= 4.5, colour
    finally:
        theme.choose("light")


def behind_words(reader: Reader, start: int, end: int) -> set[str]:
    """Every colour from the top of the letters to their baseline."""
    image, face = picture(reader), reader.view.page.face if reader.view.page else None
    assert face is not None
    one, other = reader.view.box_of(start), reader.view.box_of(end)
    rows = range(one.top() + 3, one.top() + int(face.baseline) + 1)
    return {image.pixelColor(x, y).name() for y in rows for x in range(one.left(), other.left(), 3)}


def test_quiet_words_are_in_full_ink_wherever_any_of_overlapping_codings_lies(
    qtbot: QtBot, shown: Reader
) -> None:
    reading = reading_of([(0, 0, "mmm " * 12)])
    shown.show_document(replace(reading, document_id=3), [])
    shown.set_codings([coding_row(1, (0, 20)), coding_row(2, (12, 44), colour="rose")])
    image, ink = picture(shown), theme.current().colour("ink")
    for offset in (0, 16, 24, 40):
        box = shown.view.box_of(offset)
        dark = [image.pixelColor(x, y) for x in range(box.left(), box.left() + 14)
                for y in range(box.top() + 8, box.top() + 19)]  # fmt: skip
        assert ink in dark, offset


def test_words_in_two_inks_look_the_same_whichever_way_they_are_painted(shown: Reader) -> None:
    def painted(ending: str) -> QImage:
        reading = reading_of([(0, 0, "mmm " * 12 + ending)])
        shown.show_document(replace(reading, document_id=len(ending)), [])
        shown.set_codings([coding_row(1, (4, 20)), coding_row(2, (28, 36), colour="rose")])
        start, end = shown.view.box_of(0), shown.view.box_of(47)
        return picture(shown).copy(start.left(), start.top(), end.left() - start.left(), 26)

    assert painted("m") == painted("😀")  # where a character is two units, Qt tells the inks apart
