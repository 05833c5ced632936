"""A page knows who speaks in each paragraph, and when."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from qualtool.core.source import Anchor
from qualtool.ui import fonts
from qualtool.ui.reader.face import face_of
from qualtool.ui.reader.gutter import place_words, shown_speaker
from qualtool.ui.reader.measure import measure_for
from qualtool.ui.reader.page import Page, clock
from tests.ui.reader.transcripts import made_up, plain, reading_of


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    fonts.load()
    return Page(reading_of(), face_of("serif", 1.0), 522)


def test_the_speaker_is_named_where_a_turn_begins_and_only_there(page: Page) -> None:
    named = [shown_speaker(page, number) for number in range(len(page.pieces))]
    assert named == ["Intervjuer", "Informant 3", "Intervjuer", "Informant 3", ""]


def test_number_and_time_stand_beside_a_turn_and_the_number_beside_the_rest(page: Page) -> None:
    words = [place_words(page, number) for number in range(len(page.pieces))]
    assert words == ["1 · 04:12", "2 · 04:21", "3 · 05:02", "4 · 05:05", "5"]


def test_the_interviewer_is_set_apart(page: Page) -> None:
    apart = [page.set_apart(number) for number in range(len(page.pieces))]
    assert apart == [True, False, True, False, False]


def test_an_anchor_inside_a_turn_gives_its_paragraph_a_time(qtbot: QtBot, page: Page) -> None:
    start = page.pieces.starts[4]
    anchored = replace(page.reading, anchors=(Anchor(start, 320_000),))
    assert place_words(Page(anchored, page.face, 522), 4) == "5 · 05:20"


def test_where_nobody_is_known_to_speak_only_the_number_stands(page: Page) -> None:
    notes = Page(plain("En.\nTo."), page.face, 522)
    assert shown_speaker(notes, 1) == ""
    assert place_words(notes, 1) == "2"
    assert not notes.set_apart(1)


def test_the_guess_of_the_height_is_close(page: Page) -> None:
    reading, _codings = made_up(60_000, 0)
    long = Page(reading, page.face, 522)
    guessed = long.height
    for number in range(len(long.pieces)):
        long.laid(number)
    assert abs(long.height - guessed) < 0.06 * long.height


@pytest.mark.parametrize(
    ("ms", "words"), [(0, "00:00"), (252_999, "04:12"), (3_600_000, "1:00:00"), (-5, "00:00")]
)
def test_a_moment_is_worded_as_short_as_it_can_be(ms: int, words: str) -> None:
    assert clock(ms) == words


@pytest.mark.parametrize("width", [300, 560, 640, 790, 1200, 2400])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_gutter_text_and_margin_never_overlap(qtbot: QtBot, width: int, zoom: float) -> None:
    fonts.load()
    face = face_of("serif", zoom)
    at = measure_for(width, face, ["Informant 3", "Avdelingsleder for samordnet oppfølging"])
    assert at.gutter_left < at.gutter_right < at.text_left < at.text_right < at.margin_left
    assert at.text_width <= face.measure
    if width >= 560 * zoom:
        assert at.margin_right - at.margin_left > 80
        assert at.margin_right <= width


def test_at_its_full_measure_a_line_has_sixty_to_seventy_five_characters(qtbot: QtBot) -> None:
    fonts.load()
    for zoom in (0.8, 1.0, 1.5, 2.0):
        face = face_of("serif", zoom)
        assert 60 <= face.measure / face.advance <= 78


def test_speakers_are_named_in_full_at_the_smallest_window(qtbot: QtBot) -> None:
    fonts.load()
    from PySide6.QtGui import QFontMetricsF

    face = face_of("serif", 1.0)
    at = measure_for(580, face, ["Prosjektleder"])
    room = at.gutter_right - at.gutter_left
    assert QFontMetricsF(face.small_bold).horizontalAdvance("Prosjektleder") <= room


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_a_page_knows_that_there_is_nothing_to_read(page: Page, text: str) -> None:
    assert Page(plain(text), page.face, page.width).blank
    assert not page.blank
