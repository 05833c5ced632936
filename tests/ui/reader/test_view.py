"""The text stands still while the heights of what is not yet seen become known."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.core.source import Block
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import ANSWER, coding_row, made_up, plain, reading_of, span_of

Held = Qt.KeyboardModifier


@pytest.fixture
def long(reader: Reader) -> Reader:
    """The reader on a document of many screens whose heights are guessed wrongly."""
    paragraphs: list[str] = []
    for number in range(400):
        # Narrow and wide letters by turns, so that the guess from their number is always off.
        letters = ("il i " if number % 2 else "MW W ") * (10 + number * 7 % 60)
        paragraphs.append(f"{number} {letters}".strip())
    reader.show_document(replace(plain("\n".join(paragraphs)), document_id=9), [])
    return reader


def text_of(reader: Reader) -> str:
    assert reader.view.page is not None
    return reader.view.page.reading.text


def wheel(
    reader: Reader, pixels: int, angle: int = 0, held: Qt.KeyboardModifier = Held.NoModifier
) -> None:
    place = QPointF(200, 200)
    event = QWheelEvent(
        place,
        place,
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(reader.view.viewport(), event)


@pytest.mark.parametrize("start", [0, 150, 399])
@pytest.mark.parametrize("step", [78, -78, 400, -400])
def test_a_step_moves_what_is_seen_by_just_that_step(long: Reader, start: int, step: int) -> None:
    view = long.view
    long.reveal(text_of(long).index(f"\n{start} ") + 1 if start else 0)
    for _step in range(6):
        offset = view.offset_at(QPointF(view.measure.text_left, view.viewport().height() / 2))
        before, top = view.box_of(offset).top(), view.scrolling.top
        view.scroll_by(step)
        at_an_end = view.scrolling.top in (0, view.verticalScrollBar().maximum())
        if view.scrolling.top != top and not at_an_end:
            assert view.box_of(offset).top() == before - step


def test_the_scroll_bar_always_tells_where_the_view_is(long: Reader) -> None:
    view, bar = long.view, long.view.verticalScrollBar()
    chance = random.Random(4)
    for _jump in range(60):
        bar.setValue(chance.randrange(bar.maximum() + 1))
        assert view.page is not None
        assert bar.value() == view.scrolling.top
        assert bar.maximum() == max(0, view.page.height - view.viewport().height())


def test_the_end_of_the_document_can_be_reached_and_left(long: Reader) -> None:
    bar = long.view.verticalScrollBar()
    for _try in range(8):
        bar.setValue(bar.maximum())
    end = long.view.box_of(len(text_of(long)))
    assert 0 < end.bottom() < long.view.viewport().height()
    bar.setValue(0)
    assert long.view.box_of(0).top() == 20


def test_what_is_revealed_is_seen(long: Reader) -> None:
    chance = random.Random(7)
    text = text_of(long)
    for _try in range(40):
        start = chance.randrange(len(text) - 40)
        long.reveal((start, start + 30))
        box = long.view.box_of(start)
        assert box.top() >= 0
        assert box.bottom() <= long.view.viewport().height()


def test_what_is_seen_already_is_not_scrolled(long: Reader) -> None:
    long.reveal(5000)
    top = long.view.scrolling.top
    long.reveal(5020)
    assert long.view.scrolling.top == top


def test_the_caret_is_followed_page_by_page_through_all_the_text(
    qtbot: QtBot, long: Reader
) -> None:
    view, seen = long.view, 0
    for _page in range(400):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        box = view.box_of(view.caret.position)
        assert box.top() >= 0
        assert box.bottom() <= view.viewport().height()
        first = view.offset_at(QPointF(view.measure.text_left, 2))
        assert first <= seen, "no line is passed over unseen"
        seen = view.offset_at(QPointF(900, view.viewport().height() - 2))
        if view.caret.position == len(text_of(long)):
            break
    assert view.caret.position == len(text_of(long))


def test_a_wheel_step_arrives_in_small_steps_and_a_touchpad_at_once(
    qtbot: QtBot, long: Reader
) -> None:
    view = long.view
    wheel(long, 0, angle=-120)
    assert view.scrolling.top == 0
    assert view.page is not None
    whole = 3 * view.page.face.line
    qtbot.waitUntil(lambda: abs(view.scrolling.top - whole) <= 1)
    before = view.scrolling.top
    wheel(long, -33)
    assert view.scrolling.top == before + 33


def test_the_wheel_with_ctrl_wishes_for_another_size(qtbot: QtBot, long: Reader) -> None:
    with qtbot.waitSignal(long.zoom_wished) as wished:
        wheel(long, 0, angle=120, held=Held.ControlModifier)
    assert wished.args == [1]
    assert long.view.scrolling.top == 0


@pytest.mark.parametrize("change", ["zoom", "face", "width"])
def test_the_line_at_the_top_stays_when_the_text_is_set_anew(
    qtbot: QtBot, long: Reader, change: str
) -> None:
    view = long.view
    long.reveal(text_of(long).index("\n200 ") + 1)
    offset = view.offset_at(QPointF(view.measure.text_left, 0))
    match change:
        case "zoom":
            long.set_zoom(1.6)
        case "face":
            long.set_face("sans")
        case _:
            long.resize(560, 600)
            qtbot.waitUntil(lambda: view.measure.text_width < 500)
    assert view.page is not None
    assert abs(view.box_of(offset).top()) <= 2 * view.page.face.line


def test_selection_caret_and_place_survive_new_codings(long: Reader) -> None:
    long.select(9000, 9040)
    top = long.view.scrolling.top
    long.set_codings([coding_row(1, (9000, 9100))])
    assert long.selection() == (9000, 9040)
    assert long.view.scrolling.top == top


def test_another_document_begins_at_its_beginning_and_the_first_is_found_as_it_was_left(
    long: Reader,
) -> None:
    assert long.view.page is not None
    first = long.view.page.reading
    long.select(9000, 9040)
    long.view.scroll_by(31)
    seen = long.view.box_of(9000).top()
    long.show_document(replace(reading_of(), document_id=2), [])
    assert (long.view.caret, long.view.scrolling.top) == (Caret(), 0)
    long.show_document(first, [])
    assert long.selection() == (9000, 9040)
    assert long.view.box_of(9000).top() == seen


def test_the_same_document_shown_again_stays_where_it_is(long: Reader) -> None:
    assert long.view.page is not None
    reading = long.view.page.reading
    codings = [coding_row(5, (9000, 9040))]
    long.show_document(reading, codings)
    long.choose_excerpt(5)
    first = long.view.offset_at(QPointF(long.view.measure.text_left, 0))
    long.show_document(replace(reading, name="Renamed"), codings)
    assert long.chosen_excerpt() == 5
    assert long.view.offset_at(QPointF(long.view.measure.text_left, 0)) == first
    assert long.view.accessibleName() == "Renamed"


def test_a_text_that_has_become_shorter_is_shown_at_its_end(long: Reader) -> None:
    long.select(9000, 9040)
    long.show_document(replace(plain("Kort."), document_id=9), [])
    assert (long.view.caret, long.view.scrolling.top) == (Caret(5, 5), 0)


@pytest.mark.parametrize("text", ["", "\n", "x", "😀", "\t", "a\n\nb"])
def test_the_smallest_documents_can_be_read_and_walked_through(
    qtbot: QtBot, reader: Reader, text: str
) -> None:
    reader.show_document(plain(text), [])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        qtbot.keyClick(reader.view, key)
    qtbot.keyClick(reader.view, Qt.Key.Key_A, Held.ControlModifier)
    assert reader.selection() == ((0, len(text)) if text else None)
    reader.view.viewport().repaint()


def test_without_a_document_the_pane_says_how_to_get_one(qtbot: QtBot, reader: Reader) -> None:
    reader.show_document(None, [])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_S, Qt.Key.Key_Return):
        qtbot.keyClick(reader.view, key)
    reader.view.viewport().repaint()
    assert reader.selection() is None
    assert reader.view.verticalScrollBar().maximum() == 0


def test_a_paragraph_of_a_hundred_thousand_characters_is_laid_out_only_where_it_is_seen(
    reader: Reader,
) -> None:
    text = "Så gikk vi hjem igjen og ventet. " * 3200
    reader.show_document(plain(f"{text}😀 slutt"), [])
    reader.view.viewport().repaint()
    assert reader.view.page is not None
    assert len(reader.view.page.pieces) > 30
    start, end = span_of(reader.view.page.reading.text, "😀 slutt")
    reader.select(start, end)
    box = reader.view.box_of(start)
    assert 0 <= box.top() <= reader.view.viewport().height()


def test_headings_are_set_stronger(reader: Reader) -> None:
    reading = reading_of([(0, 0, "Bakgrunn"), (1, 5, "Bakgrunn")], (Block(0, 8, "heading", 1),))
    reader.show_document(reading, [])
    page = reader.view.page
    assert page is not None
    assert page.laid(0).x_of(8) > page.laid(1).x_of(8)


def test_in_reading_mode_no_code_is_seen_or_found(qtbot: QtBot, reader: Reader) -> None:
    place = reader.view.box_of(span_of(ANSWER, "noe fast")[0] + 72).center() + QPoint(0, -10)
    viewport = reader.view.viewport()
    plain_colour = (
        viewport.grab().toImage().pixelColor(QPoint(reader.view.measure.text_left - 6, 300))
    )
    assert viewport.grab().toImage().pixelColor(place) != plain_colour
    assert reader.view.targets
    reader.set_reading_mode(True)
    assert viewport.grab().toImage().pixelColor(place) == plain_colour
    assert not reader.view.targets
    qtbot.keyClick(reader.view, "]")
    assert reader.chosen_excerpt() is None
    reader.set_reading_mode(False)
    assert viewport.grab().toImage().pixelColor(place) != plain_colour


def test_a_frame_lays_out_and_keeps_only_what_is_near(reader: Reader) -> None:
    reading, codings = made_up(300_000, 400)
    reader.show_document(reading, codings)
    page = reader.view.page
    assert page is not None
    bar = reader.view.verticalScrollBar()
    for share in range(0, 100, 7):
        bar.setValue(bar.maximum() * share // 100)
        reader.view.viewport().repaint()
    assert page.laid_out() < len(page.pieces) / 2


def test_what_stands_a_screen_below_is_drawn_before_it_is_seen_and_nothing_further(
    qtbot: QtBot, long: Reader
) -> None:
    assert long.view.page is not None
    laid_out = long.view.page.laid_out
    long.view.viewport().repaint()
    before = laid_out()
    qtbot.waitUntil(lambda: laid_out() > before)
    seen: list[int] = []
    while len(seen) < 2 or seen[-1] != seen[-2]:
        QApplication.processEvents()
        seen.append(laid_out())
    assert seen[-1] <= 3 * before + 2  # two screens of text, of paragraphs that are not as tall
    long.view.scroll_by(long.view.viewport().height() - 40)
    long.view.viewport().repaint()
    assert laid_out() == seen[-1]
