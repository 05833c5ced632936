"""Words are found in the document by the keys of the bar, and a hit is at hand to be coded."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from qualtool.ui import theme
from qualtool.ui.reader.finding import Finding
from qualtool.ui.reader.palette import Palette
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import made_up, plain, reading_of

TEXT = reading_of().text
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def finding(qtbot: QtBot, reader: Reader) -> Finding:
    """The bar above the text, in a window that is active."""
    made = Finding(reader)
    layout = reader.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, made.bar)
    reader.activateWindow()
    qtbot.waitUntil(reader.isActiveWindow)
    return made


def find(qtbot: QtBot, finding: Finding, words: str) -> None:
    finding.open()
    qtbot.waitUntil(finding.bar.field.hasFocus)
    qtbot.keyClicks(finding.bar.field, words)


def selected(reader: Reader) -> tuple[str, int]:
    span = reader.selection()
    assert span is not None
    assert reader.view.page is not None
    return reader.view.page.reading.text[slice(*span)], span[0]


def test_each_letter_narrows_the_places_and_the_first_is_gone_to(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    find(qtbot, finding, "de")
    many = len(finding.hits)
    qtbot.keyClicks(finding.bar.field, "t er")
    assert 0 < len(finding.hits) < many
    assert finding.bar.count.text() == f"1 of {TEXT.casefold().count('det er')}"
    assert selected(reader) == ("Det er", TEXT.index("Det er"))


def test_enter_goes_on_and_shift_enter_back_and_both_go_round(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    find(qtbot, finding, "møtte")
    field = finding.bar.field
    qtbot.keyClicks(field, "s")
    assert finding.bar.count.text() == "1 of 1"
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert finding.bar.count.text() == "1 of 2"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert finding.bar.count.text() == "2 of 2"
    assert selected(reader)[1] == TEXT.index("møtes")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert finding.bar.count.text() == "1 of 2"
    qtbot.keyClick(field, Qt.Key.Key_Return, Shift)
    assert finding.bar.count.text() == "2 of 2"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert selected(reader)[1] == TEXT.index("møttes")


def test_the_search_begins_where_the_caret_stands(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    reader.reveal(TEXT.index("Ingenting"))
    find(qtbot, finding, "det")
    assert selected(reader)[1] == TEXT.index("Det er ikke vrangvilje")


def test_escape_leaves_the_hit_selected_and_a_letter_codes_it(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    find(qtbot, finding, "vrangvilje")
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Escape)
    assert not finding.bar.isVisible()
    assert reader.view.hasFocus()
    assert selected(reader)[0] == "vrangvilje"
    with qtbot.waitSignal(reader.codes_wished) as wished:
        qtbot.keyClick(reader.view, "m")
        palette = reader.window().findChild(Palette)
        assert isinstance(palette, Palette)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    start = TEXT.index("vrangvilje")
    assert wished.args is not None
    assert wished.args[:2] == [start, start + len("vrangvilje")]


def test_ctrl_enter_opens_the_palette_on_the_hit(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    find(qtbot, finding, "budsjettet")
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return, Control)
    palette = reader.window().findChild(Palette)
    assert isinstance(palette, Palette)
    assert palette.isVisible()
    assert finding.bar.isVisible()
    assert selected(reader)[0] == "budsjettet"
    # Whoever thinks better of it takes in another word, and codes both.
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert reader.view.hasFocus()
    qtbot.keyClick(reader.view, Qt.Key.Key_Right, Control | Qt.KeyboardModifier.ShiftModifier)
    wider = selected(reader)[0]
    assert wider.startswith("budsjettet, ")
    with qtbot.waitSignal(reader.codes_wished) as wished:
        finding.bar.field.setFocus()
        qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return, Control)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert wished.args is not None
    start, end = wished.args[:2]
    assert TEXT[start:end] == wider.strip()
    assert finding.bar.isVisible()


def test_whole_words_are_a_toggle_of_the_bar(qtbot: QtBot, finding: Finding) -> None:
    find(qtbot, finding, "de")
    qtbot.mouseClick(finding.bar.whole, Qt.MouseButton.LeftButton)
    assert finding.bar.count.text() == "Not found"
    assert not finding.bar.after.isEnabled()
    qtbot.mouseClick(finding.bar.whole, Qt.MouseButton.LeftButton)
    assert len(finding.hits) > 1


def test_what_is_not_there_leaves_the_caret(qtbot: QtBot, finding: Finding, reader: Reader) -> None:
    reader.reveal(12)
    find(qtbot, finding, "zzz")
    assert finding.bar.count.text() == "Not found"
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Escape)
    assert reader.selection() is None
    assert reader.view.caret.position == 12


def test_a_short_selection_is_what_is_looked_for(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    start = TEXT.index("møttes")
    reader.select(start, start + 3)
    finding.open()
    assert finding.bar.field.text() == "møt"
    assert finding.bar.count.text() == "1 of 2"
    assert selected(reader)[1] == start


def test_every_hit_in_view_is_marked_while_reading_too(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    def yellow() -> int:
        image = reader.view.viewport().grab().toImage()
        return sum(
            image.pixelColor(x, y) == colour
            for y in range(0, image.height(), 3)
            for x in range(0, image.width(), 3)
        )

    colour = theme.current().colour("hit")
    reader.set_reading_mode(True)
    assert yellow() == 0
    find(qtbot, finding, "og")
    assert yellow() > 20
    strip = reader.view.overview.grab().toImage()
    assert theme.current().colour("ink") in colours_of(strip)
    finding.close()
    assert yellow() == 0
    assert theme.current().colour("ink") not in colours_of(reader.view.overview.grab().toImage())


def colours_of(image: QImage) -> list[object]:
    return [image.pixelColor(6, y) for y in range(image.height())]


def test_a_common_letter_in_a_long_document_is_found_bit_by_bit(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    reading, codings = made_up(600_000, 10)
    reader.show_document(reading, codings)
    find(qtbot, finding, "e")
    count = reading.text.casefold().count("e")
    qtbot.waitUntil(lambda: len(finding.hits) == count, timeout=60_000)
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return, Shift)
    assert selected(reader)[1] == reading.text.casefold().rindex("e")


def test_another_document_is_looked_through_anew(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    find(qtbot, finding, "ja")
    reader.show_document(None, [])
    assert len(finding.hits) == 0
    reader.show_document(plain("Ja, ja – STRASSE og Straße."), [])
    assert finding.bar.count.text() == "2 places"
    assert reader.selection() is None
    finding.bar.field.setText("straße")
    assert finding.bar.count.text() == "1 of 2"


def test_the_next_place_is_found_with_the_bar_closed(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    find(qtbot, finding, "møt")
    qtbot.keyClick(finding.bar.field, Qt.Key.Key_Escape)
    qtbot.keyClick(reader.view, Qt.Key.Key_Escape)
    finding.next()
    assert selected(reader)[1] == TEXT.index("møtes")
    assert QApplication.focusWidget() is reader.view


def test_escape_in_the_text_lets_go_and_then_closes_the_bar(
    qtbot: QtBot, finding: Finding, reader: Reader
) -> None:
    find(qtbot, finding, "møt")
    reader.setFocus()
    qtbot.keyClick(reader.view, Qt.Key.Key_Escape)
    assert finding.bar.isVisible()
    assert reader.selection() is None
    qtbot.keyClick(reader.view, Qt.Key.Key_Escape)
    assert not finding.bar.isVisible()
