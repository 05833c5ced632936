"""The caret stops at every character once, however it is written, and knows what a word is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from qualtool.ui import fonts
from qualtool.ui.reader.caret import Caret, moved
from qualtool.ui.reader.characters import word_at
from qualtool.ui.reader.face import face_of
from qualtool.ui.reader.keys import Act, Press, press_of
from qualtool.ui.reader.page import Page
from tests.ui.reader.transcripts import plain

Key, Held = Qt.Key, Qt.KeyboardModifier
WRITTEN = st.lists(
    st.sampled_from([*"ab æ.\t\n", "e\u0301", "😀", "👩🏽‍🌾", "한", "tenkte på noe annet"]),
    max_size=60,
).map("".join)
QUICK = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)


@pytest.fixture
def loaded(qtbot: QtBot) -> None:
    fonts.load()


def page_of(text: str) -> Page:
    return Page(plain(text), face_of("serif", 1.0), 240)


def key(code: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, held, text)


def walk(page: Page, code: Qt.Key, start: int) -> list[int]:
    """All stops on the way to where the caret moves no further."""
    caret = Caret(start, start)
    stops = [start]
    while True:
        reached = moved(key(code), page, caret, 400)
        assert reached is not None
        if reached.position == caret.position:
            return stops
        caret = reached
        stops.append(caret.position)


@QUICK
@given(text=WRITTEN)
def test_right_through_a_text_and_back_the_caret_stops_at_the_same_places(
    loaded: None, text: str
) -> None:
    page = page_of(text)
    forth = walk(page, Key.Key_Right, 0)
    assert forth[-1] == len(text)
    assert forth == sorted(set(forth))
    assert walk(page, Key.Key_Left, len(text)) == forth[::-1]
    inside = [at for at in range(1, len(text)) if text[at] in "\u0301\u200d🏽"]
    assert not set(inside) & set(forth), "never inside a character made of several"


@QUICK
@given(text=WRITTEN)
def test_down_through_a_text_passes_every_line_and_ends_at_its_end(loaded: None, text: str) -> None:
    page = page_of(text)
    down = walk(page, Key.Key_Down, 0)
    assert down[-1] == len(text)
    lines = sum(len(page.laid(number).starts) for number in range(len(page.pieces)))
    assert lines <= len(down) + 1


@QUICK
@given(text=WRITTEN, where=st.integers(0, 300))
def test_where_the_caret_is_drawn_a_click_puts_it_again(
    loaded: None, text: str, where: int
) -> None:
    page = page_of(text)
    stops = walk(page, Key.Key_Right, 0)
    offset = stops[where % len(stops)]
    box = page.caret_box(offset)
    found = page.offset_at(box.left() + 0.01, box.center().y())
    assert found == offset or page.caret_box(found).left() == pytest.approx(box.left(), abs=0.1)


def test_up_and_down_keep_to_their_column_past_a_short_line(loaded: None) -> None:
    page = page_of("mmmmmmmmmm\nmm\nmmmmmmmmmm")
    down = moved(key(Key.Key_Down), page, Caret(8, 8), 400)
    assert down is not None
    assert down.position == 13
    again = moved(key(Key.Key_Down), page, down, 400)
    assert again is not None
    assert again.position == 14 + 8


def test_right_to_left_text_is_walked_through_as_it_is_seen(loaded: None) -> None:
    page = page_of("שלום")
    left = moved(key(Key.Key_Left), page, Caret(0, 0), 400)
    assert left is not None
    assert left.position == 1, "left leads on in a word that runs from right to left"


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("hei på deg", 5, "på"),
        ("møte-plassen, da", 2, "møte-plassen"),
        ("cafe\u0301 nå", 1, "cafe\u0301"),
        ("det's fint", 1, "det's"),
        ("a 😀 b", 2, "😀"),
        ("hei, du", 3, ","),
        ("hei", 3, ""),
        ("vi lo 👩🏽‍🌾😀🇳🇴", 9, "👩🏽‍🌾"),
        ("😀🇳🇴", 2, "🇳🇴"),
        ("❤️du", 3, "du"),
        ("क्षमा नहीं", 3, "क्षमा"),
        ("sam\u00adarbeid nå", 1, "sam\u00adarbeid"),
        ("- nei", 0, "-"),
    ],
)
def test_a_word_is_what_a_reader_takes_for_one(text: str, offset: int, word: str) -> None:
    start, end = word_at(text, 0, len(text), offset)
    assert text[start:end] == word


@pytest.mark.parametrize(
    ("event", "press"),
    [
        (key(Key.Key_A, text="a"), Press(Act.LETTER, "a")),
        (key(Key.Key_Aring, Held.ShiftModifier, "Å"), Press(Act.LETTER, "Å")),
        (key(Key.Key_5, text="5"), Press(Act.PIN, "5")),
        (key(Key.Key_0, text="0"), None),
        (key(Key.Key_Plus, text="+"), Press(Act.SIGN, "+")),
        (key(Key.Key_0, Held.ShiftModifier, "="), Press(Act.SIGN, "±")),
        (key(Key.Key_9, Held.GroupSwitchModifier, "]"), Press(Act.NEXT)),
        (key(Key.Key_9, Held.ControlModifier | Held.AltModifier, "]"), Press(Act.NEXT)),
        (key(Key.Key_Down, Held.AltModifier), Press(Act.NEXT)),
        (key(Key.Key_S, Held.ControlModifier, "\x13"), None),
        (key(Key.Key_S, Held.AltModifier, "s"), None),
        (key(Key.Key_F5), None),
    ],
)
def test_a_key_means_the_same_on_every_keyboard(event: QKeyEvent, press: Press | None) -> None:
    assert press_of(event) == press
