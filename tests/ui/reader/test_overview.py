"""The map shows where codings lie and what is uncoded, and scrolls the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from qualtool.ui import fonts, theme
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import coding_row, plain

PARAGRAPHS = 200
TEXT = "\n".join(["Så gikk vi hjem igjen og ventet på svar fra kommunen."] * PARAGRAPHS)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    """A long text whose third quarter is coded."""
    fonts.load()
    made = Reader()
    qtbot.addWidget(made)
    made.resize(800, 600)
    quarter = len(TEXT) // 4
    made.show_document(plain(TEXT), [coding_row(1, (2 * quarter, 3 * quarter), colour="green")])
    made.show()
    return made


def colours(reader: Reader) -> list[str]:
    image = reader.view.overview.grab().toImage()
    return [image.pixelColor(QPoint(7, y)).name() for y in range(image.height())]


def test_marks_lie_where_the_codings_lie_in_the_text(reader: Reader) -> None:
    found = colours(reader)
    mark = theme.current().code_colour("green").mark.name()
    marked = [y for y, colour in enumerate(found) if colour == mark]
    assert 285 <= marked[0] <= 315
    assert 435 <= marked[-1] <= 465
    assert len(marked) == marked[-1] - marked[0] + 1
    assert found[200] == found[550] == theme.current().colour("quiet").name()


def test_a_single_word_in_a_long_text_still_has_a_mark(qtbot: QtBot, reader: Reader) -> None:
    reader.set_codings([coding_row(1, (5000, 5004), colour="rose")])
    mark = theme.current().code_colour("rose").mark.name()
    qtbot.waitUntil(lambda: colours(reader).count(mark) >= 3)


def test_in_reading_mode_the_map_is_empty(reader: Reader) -> None:
    reader.set_reading_mode(True)
    assert theme.current().code_colour("green").mark.name() not in colours(reader)


def test_a_click_on_the_map_goes_there_and_a_drag_follows(qtbot: QtBot, reader: Reader) -> None:
    overview, bar = reader.view.overview, reader.view.verticalScrollBar()
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=QPoint(6, 300))
    assert abs(bar.value() / bar.maximum() - 0.5) < 0.05
    qtbot.mouseMove(overview, QPoint(6, 598))
    qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=QPoint(6, 598))
    assert abs(overview.thumb().center().y() - 300) < 30 or bar.value() == bar.maximum()


def test_the_thumb_is_taken_where_it_is_gripped(qtbot: QtBot, reader: Reader) -> None:
    overview, bar = reader.view.overview, reader.view.verticalScrollBar()
    grip = QPoint(6, int(overview.thumb().bottom()) - 2)
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=grip)
    assert bar.value() == 0
    qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=grip)


def test_a_text_that_fits_has_no_thumb(reader: Reader) -> None:
    reader.show_document(plain("Kort."), [])
    assert reader.view.overview.thumb().isEmpty()
