"""A place that is typed is gone to; one there is not is told in the bar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from qualtool.core.source import Locator
from qualtool.ui.reader.place_bar import PlaceBar
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import ANSWER, plain, reading_of

TEXT = reading_of().text


@pytest.fixture
def bar(qtbot: QtBot, reader: Reader) -> PlaceBar:
    made = PlaceBar(reader)
    layout = reader.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, made)
    reader.activateWindow()
    qtbot.waitUntil(reader.isActiveWindow)
    return made


def go(qtbot: QtBot, bar: PlaceBar, words: str) -> None:
    bar.open()
    qtbot.waitUntil(bar.field.hasFocus)
    qtbot.keyClicks(bar.field, words)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)


def test_a_paragraph_is_gone_to_and_the_text_has_the_focus(
    qtbot: QtBot, bar: PlaceBar, reader: Reader
) -> None:
    go(qtbot, bar, "4")
    assert reader.view.caret.position == TEXT.index("Ingenting")
    assert not bar.isVisible()
    assert reader.view.hasFocus()


def test_a_time_is_gone_to(qtbot: QtBot, bar: PlaceBar, reader: Reader) -> None:
    go(qtbot, bar, "05:04")
    assert reader.view.caret.position == TEXT.index("Hva gjorde")


def test_a_page_is_gone_to(qtbot: QtBot, bar: PlaceBar, reader: Reader) -> None:
    located = replace(plain(ANSWER), locators=(Locator(0, "page", "11"), Locator(90, "page", "12")))
    reader.show_document(None, [])
    reader.show_document(located, [])
    bar.open()
    assert bar.words.text() == "paragraph · page: p. 12"
    go(qtbot, bar, "s. 12")
    assert reader.view.caret.position == 90


def test_a_place_there_is_not_is_told_and_may_be_written_over(
    qtbot: QtBot, bar: PlaceBar, reader: Reader
) -> None:
    go(qtbot, bar, "999")
    assert bar.words.text() == "There is no paragraph 999; the last is 5."
    assert bar.isVisible()
    qtbot.keyClicks(bar.field, "tull")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words.text().startswith("Write a number")
    qtbot.keyClicks(bar.field, "p. 3")
    assert bar.words.text() == "paragraph · time: 05:12"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.words.text() == "This document has no page numbers."
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.view.caret.position == 0


def test_a_number_is_a_line_where_lines_are_cited(
    qtbot: QtBot, bar: PlaceBar, reader: Reader
) -> None:
    cited = replace(plain("ord " * 100), citation="line")
    reader.show_document(None, [])
    reader.show_document(cited, [])
    go(qtbot, bar, "2")
    assert reader.view.caret.position == 72
