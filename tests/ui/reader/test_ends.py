"""The ends of an excerpt are moved by handle and by key, and an excerpt is split."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.ui.reader.grips import grips_of
from qualtool.ui.reader.palette import Palette
from qualtool.ui.reader.reader import Reader
from qualtool.ui.reader.stops import nearest_stop, next_character, next_stop
from tests.ui.reader.transcripts import coding_row, reading_of, span_of

Key, Held, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
TEXT = reading_of().text
CHOSEN = span_of(TEXT, "Det er ikke vrangvilje")
BURST = Held.AltModifier | Held.ShiftModifier
NONE = Held.NoModifier


@pytest.fixture
def told(reader: Reader) -> list[tuple[str, int]]:
    """What has been wished for: the words the excerpt is to have, and which it is."""
    wished: list[tuple[str, int]] = []
    reader.resize_wished.connect(lambda start, end, row: wished.append((TEXT[start:end], row)))
    reader.choose_excerpt(13)
    reader.view.setFocus()
    return wished


def grip_at(reader: Reader, end: str) -> QPoint:
    """Where the knob of a grip is on the screen of the view."""
    view = reader.view
    assert view.page is not None
    seen = grips_of(view.page, CHOSEN, view.scrolling.top, view.scrolling.top + view.height())
    knob = next(grip.knob for grip in seen if grip.end == end)
    return QPoint(round(knob.x()) + view.measure.text_left, round(knob.y()) - view.scrolling.top)


def place_of(reader: Reader, offset: int) -> QPoint:
    box = reader.view.box_of(offset)
    return QPoint(box.left(), box.center().y())


def move(reader: Reader, place: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    viewport = reader.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        Button.NoButton,
        Button.LeftButton,
        held,
    )
    QApplication.sendEvent(viewport, event)


def drag(
    qtbot: QtBot, reader: Reader, end: str, to: QPoint, held: Qt.KeyboardModifier = NONE
) -> None:
    """Take a grip and draw it to a place; the button stays down."""
    viewport, start = reader.view.viewport(), grip_at(reader, end)
    qtbot.mousePress(viewport, Button.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        move(reader, start + (to - start) * share, held)


def release(qtbot: QtBot, reader: Reader, place: QPoint) -> None:
    qtbot.mouseRelease(reader.view.viewport(), Button.LeftButton, pos=place)


def press_held(reader: Reader, key: Qt.Key) -> None:
    """Press a key while Alt and Shift stay down."""
    QApplication.sendEvent(reader.view, QKeyEvent(QEvent.Type.KeyPress, key, BURST))


def shown(reader: Reader) -> str:
    """The words that are painted as the excerpt now."""
    assert reader.view.grips is not None
    return TEXT[slice(*reader.view.grips.span)]


def test_the_end_is_dragged_by_its_handle_to_the_end_of_a_word(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    to = place_of(reader, TEXT.index("det at dagen") + 11) + QPoint(0, 12)
    drag(qtbot, reader, "end", to)
    words = "Det er ikke vrangvilje, det er det at dagen"
    assert shown(reader) == words, "seen before it is let go"
    assert told == []
    release(qtbot, reader, to)
    assert told == [(words, 13)]


def test_the_start_is_dragged_by_its_handle_to_the_start_of_a_word(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    to = place_of(reader, TEXT.index("begynnelsen. Det") + 2) - QPoint(0, 12)
    drag(qtbot, reader, "start", to)
    release(qtbot, reader, to)
    assert told == [("begynnelsen. Det er ikke vrangvilje", 13)]


def test_with_alt_held_a_handle_goes_by_the_character(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    to = place_of(reader, TEXT.index("vrangvilje") + 5) + QPoint(0, 12)
    drag(qtbot, reader, "end", to, Held.AltModifier)
    release(qtbot, reader, to)
    assert told == [("Det er ikke vrang", 13)]


def test_escape_while_dragging_leaves_the_excerpt_as_it_was(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    to = place_of(reader, TEXT.index("Det er ikke") + 4) + QPoint(0, 12)
    drag(qtbot, reader, "end", to)
    qtbot.keyClick(reader.view, Key.Key_Escape)
    assert shown(reader) == TEXT[slice(*CHOSEN)]
    release(qtbot, reader, to)
    assert told == []
    assert reader.chosen_excerpt() == 13


def test_an_end_cannot_pass_the_other(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    to = place_of(reader, TEXT.index("Ingenting") + 2) + QPoint(0, 12)
    drag(qtbot, reader, "end", to)
    release(qtbot, reader, to)
    assert all(words.startswith("Det") for words, _row in told)


def test_with_shift_a_click_on_a_handle_goes_on_with_the_selection(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    begun = TEXT.index("Det er ikke") + 4
    qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(reader, begun))
    end = place_of(reader, CHOSEN[1])
    qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, Held.ShiftModifier, end)
    assert reader.selection() == (begun, CHOSEN[1])
    assert told == []


def test_a_click_on_a_handle_puts_the_caret_there(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    at = grip_at(reader, "end")
    qtbot.mouseClick(reader.view.viewport(), Button.LeftButton, pos=at)
    assert (reader.view.caret.position, reader.chosen_excerpt()) == (CHOSEN[1], 13)
    assert told == []


def test_a_burst_of_keys_is_seen_at_once_and_is_one_wish_when_they_are_let_go(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    for _time in range(3):
        press_held(reader, Key.Key_Right)
    assert shown(reader) == "Det er ikke vrangvilje, det er"
    assert told == []
    QTest.keyRelease(reader.view, Key.Key_Alt)
    assert told == [("Det er ikke vrangvilje, det er", 13)]


def test_a_burst_is_kept_after_a_pause_and_when_something_else_is_pressed(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    press_held(reader, Key.Key_Left)
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 1, timeout=4000)
    press_held(reader, Key.Key_Left)
    qtbot.keyClick(reader.view, Key.Key_Control)
    assert [words for words, _row in told] == ["Det er ikke", "Det er ikke"]


def test_e_takes_the_end_then_the_start_and_enter_keeps_both(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    hints: list[str] = []
    reader.place_changed.connect(hints.append)
    qtbot.keyClicks(reader.view, "e")
    assert "end" in hints[-1]
    qtbot.keyClick(reader.view, Key.Key_Right)
    qtbot.keyClick(reader.view, Key.Key_Right, Held.ShiftModifier)
    qtbot.keyClick(reader.view, Key.Key_Right, Held.ShiftModifier)
    qtbot.keyClicks(reader.view, "e")
    assert "start" in hints[-1]
    qtbot.keyClick(reader.view, Key.Key_Left)
    before = reader.view.caret
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert told == [("begynnelsen. Det er ikke vrangvilje, d", 13)]
    assert reader.view.caret == before, "the arrows moved the ends and not the caret"
    assert "Enter" not in hints[-1]
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert len(told) == 1


def test_home_and_end_and_other_keys_of_the_caret_move_the_end_that_is_held(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    view = reader.view
    paragraph = TEXT.index("Ingenting"), TEXT.index("\nMen så")
    qtbot.keyClick(view, Key.Key_E)
    qtbot.keyClick(view, Key.Key_End)
    assert told == []
    qtbot.keyClick(view, Key.Key_Return)
    assert len(told) == 1
    assert len(told[0][0]) > len("Det er ikke vrangvilje")
    assert TEXT[paragraph[0] : paragraph[1]].endswith(told[0][0]) or " " in told[0][0]
    qtbot.keyClick(view, Key.Key_E)
    qtbot.keyClick(view, Key.Key_E)
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_Control)
    qtbot.keyClick(view, Key.Key_End, Held.ControlModifier)  # the start cannot pass the end
    qtbot.keyClick(view, Key.Key_Return)
    assert told[1][0].startswith("Ingenting, i begynnelsen. Det er ikke")
    qtbot.keyClick(view, Key.Key_E)
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Return)
    assert len(told) == 3
    assert len(told[2][0]) > len("Det er ikke vrangvilje")
    assert not [each for each in reader.findChildren(Palette) if each.isVisible()]


def test_escape_leaves_what_keys_have_moved(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    qtbot.keyClicks(reader.view, "e")
    qtbot.keyClick(reader.view, Key.Key_Left)
    qtbot.keyClick(reader.view, Key.Key_Escape)
    assert (told, reader.chosen_excerpt()) == ([], 13)
    assert shown(reader) == TEXT[slice(*CHOSEN)]


def test_with_no_excerpt_chosen_there_are_no_handles_and_e_does_nothing(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    reader.choose_excerpt(None)
    qtbot.keyClicks(reader.view, "e")
    qtbot.keyClick(reader.view, Key.Key_Right, BURST)
    assert (reader.view.grips, told) == (None, [])


def test_each_press_and_release_of_the_keys_is_a_wish_of_its_own(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    for _time in range(2):
        qtbot.keyClick(reader.view, Key.Key_Left, BURST)
    assert len(told) == 2


def test_another_step_meanwhile_lets_go_of_the_end(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    qtbot.keyClicks(reader.view, "e")
    qtbot.keyClick(reader.view, Key.Key_Left)
    reader.set_codings([coding_row(13, span_of(TEXT, "Det er ikke"), code=3)])
    assert shown(reader) == "Det er ikke"
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert told == []


def test_what_has_been_resized_stays_the_chosen_excerpt(
    qtbot: QtBot, reader: Reader, told: list[tuple[str, int]]
) -> None:
    def resized(start: int, end: int, _row: int) -> None:
        reader.set_codings([coding_row(77, (start, end))])  # it went into another

    reader.resize_wished.connect(resized)
    qtbot.keyClicks(reader.view, "e")
    qtbot.keyClick(reader.view, Key.Key_Left)
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert reader.chosen_excerpt() == 77


def test_ctrl_enter_splits_the_chosen_excerpt_at_the_caret(qtbot: QtBot, reader: Reader) -> None:
    reader.choose_excerpt(13)
    at = TEXT.index("vrangvilje")
    reader.view.set_caret(reader.view.caret.at(at))
    with qtbot.waitSignal(reader.split_wished) as wished:
        qtbot.keyClick(reader.view, Key.Key_Return, Held.ControlModifier)
    assert wished.args == [CHOSEN[0], at - 1, 13, at]


def test_an_end_stands_before_or_after_the_marks_of_a_word() -> None:
    text = "Han sa «kom nå», tok telefonen. Og gikk …"
    ends: list[str] = []
    at = text.index("kom")
    while (at := next_stop(text, at, 1, for_end=True)) not in {len(text), *map(len, ends)}:
        ends.append(text[:at])
    assert [end.rsplit(" ", 1)[-1] for end in ends] == [
        "«kom",
        "nå",
        "nå»,",
        "tok",
        "telefonen",
        "telefonen.",
        "Og",
        "gikk",
    ]
    assert next_stop(text, text.index("kom"), -1, for_end=False) == text.index("«")
    assert nearest_stop(text, text.index("telefonen") + 7, for_end=True) == text.index(".")
    assert nearest_stop(text, text.index("telefonen") + 2, for_end=False) == text.index("tele")


def test_long_white_space_does_not_stop_an_end() -> None:
    text = f"ord{' ' * 900}igjen"
    assert next_stop(text, 3, 1, for_end=True) == len(text)
    assert next_stop(text, len(text), -1, for_end=True) == 3
    assert next_stop(text, 0, -1, for_end=False) == 0


def test_what_is_made_of_several_is_one_character() -> None:
    text = "a\U0001f469\u200d\U0001f467e\u0301b"
    assert [next_character(text, at, 1) for at in (0, 1, 4, 6, 7)] == [1, 4, 6, 7, 7]
    assert [next_character(text, at, -1) for at in (7, 6, 4, 1, 0)] == [6, 4, 1, 0, 0]


@given(st.text(alphabet="aå «».,\n🐑", max_size=60), st.integers(0, 60), st.booleans())
def test_a_stop_is_always_at_the_edge_of_something_written(
    text: str, offset: int, for_end: bool
) -> None:
    offset = min(offset, len(text))
    for step in (-1, 1):
        found = next_stop(text, offset, step, for_end=for_end)
        assert (found - offset) * step >= 0
        if found != offset:
            inside = text[found - 1] if for_end else text[found]
            assert not inside.isspace()
