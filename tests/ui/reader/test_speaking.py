"""Who does not see the text is told its words as the caret moves through it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from qualtool.ui import fonts
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.face import face_of
from qualtool.ui.reader.page import Page
from qualtool.ui.reader.speaking import chosen_words, description, place_words, said
from tests.ui.reader.transcripts import ANSWER, coding_row, plain, reading_of, span_of

TEXT = reading_of().text


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    fonts.load()
    return Page(reading_of(), face_of("serif", 1.0), 522)


def at(words: str, into: int = 0) -> Caret:
    place = TEXT.index(words) + into
    return Caret(place, place)


def test_a_step_says_the_letter_and_a_leap_the_word(page: Page) -> None:
    assert said(page, at("gjorde"), at("gjorde", 1)) == "j"
    assert said(page, at("Hva gjorde"), at("gjorde")) == "gjorde"


def test_another_line_is_read_and_another_turn_begins_with_its_speaker(page: Page) -> None:
    words = said(page, at("Altså"), at("budsjettet"))
    assert "budsjettet" in words
    assert words in ANSWER
    assert said(page, at("Altså"), at("Hva gjorde")) == "Intervjuer. Hva gjorde dere da?"


def test_what_is_newly_selected_is_said(page: Page) -> None:
    start, end = span_of(TEXT, "ingen av oss")
    before = Caret(start + 5, start)
    assert said(page, before, Caret(end, start)) == " av oss, selected"


def test_the_description_tells_speaker_place_codes_and_selection(page: Page) -> None:
    start, end = span_of(TEXT, "Hva gjorde")
    words = description(page, Caret(end, start), [coding_row(1, (start, end))])
    assert words == (
        "Intervjuer. Paragraph 3 · 05:02. Coded: faste møteplasser. Selected: Hva gjorde"
    )


def test_where_several_have_coded_it_is_said_who_did(page: Page) -> None:
    start, end = span_of(TEXT, "Hva gjorde")
    hers = coding_row(1, (start, end))
    his = replace(hers, id=2, coder="Jonas", initials="Jo")
    words = description(page, Caret(end, end), [replace(hers, coder="Marte", initials="Ma"), his])
    assert "Coded: faste møteplasser (Marte), faste møteplasser (Jonas)" in words


def test_without_times_the_place_is_the_paragraph_alone(qtbot: QtBot, page: Page) -> None:
    assert place_words(Page(plain("En.\nTo."), page.face, 522), 5) == "Paragraph 2"


def test_what_is_chosen_is_said_with_its_number() -> None:
    whole = [coding_row(1, (0, 5)), coding_row(2, (0, 5), name="hver vår ting", excerpt=1)]
    assert chosen_words(whole, None) == "2 codes: faste møteplasser, hver vår ting"
    assert chosen_words(whole, whole[1]) == "hver vår ting, code 2 of 2"
    assert chosen_words(whole[:1], whole[0]) == "1 code: faste møteplasser"
    assert chosen_words([], None) == ""
