"""Whatever is written, what is clicked, walked through and selected is just what is seen.

The texts are made of characters whose extent is known here, however many code points they take:
so nothing is compared with what the program itself takes for a character.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool import plugins
from qualtool.ui import fonts, theme
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.page import Page
from qualtool.ui.reader.pieces import LONGEST
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import coding_row, plain

Key, Held, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton

EMOJI = ("😀", "👩🏽‍🌾", "👨‍👩‍👧‍👦", "👍🏿", "🇳🇴", "🇸🇪", "❤️", "1️⃣")
MARKED = ("e\u0301", "a\u030a", "a\u030a\u0323\u0301", "ש\u05b8\u05c1")
PLAIN = (*"abæå.,;- -", "𝔸", "한", " ", " ", " ", *"ששלום", *"مرحب")
SIGNS = st.lists(
    st.sampled_from((*EMOJI, *MARKED, *PLAIN, "\t", "\u00ad", "\u200b", "\n", "\n")), max_size=70
)
QUICK = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
HEBREW = list("hei שלום du og שלום")
WHOLLY_HEBREW = list("שלום abc עולם.")


def ends_of(signs: list[str]) -> list[int]:
    """Every place between two characters, as code points."""
    return [0, *accumulate(map(len, signs))]


@pytest.fixture
def blank(qtbot: QtBot) -> Reader:
    """A reader eight hundred pixels wide, that shows nothing yet."""
    fonts.load()
    theme.choose("light")
    shown = Reader()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.show()
    shown.setFocus()
    return shown


def show(reader: Reader, text: str) -> Page:
    reader.view.set_caret(Caret())
    reader.show_document(plain(text), [])
    page = reader.view.page
    assert page is not None
    reader.view.set_caret(Caret())
    reader.view.scrolling.go_to(0)
    return page


def send(reader: Reader, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
    viewport = reader.view.viewport()
    held = Button.NoButton if kind == QEvent.Type.MouseButtonRelease else Button.LeftButton
    moved = kind == QEvent.Type.MouseMove
    QApplication.sendEvent(
        viewport,
        QMouseEvent(
            kind,
            place,
            QPointF(viewport.mapToGlobal(place)),
            Button.NoButton if moved else button,
            held,
            Held.NoModifier,
        ),
    )


def press(reader: Reader, place: QPointF) -> None:
    send(reader, QEvent.Type.MouseButtonPress, place, Button.LeftButton)


def release(reader: Reader, place: QPointF) -> None:
    send(reader, QEvent.Type.MouseButtonRelease, place, Button.LeftButton)


def halves(reader: Reader, page: Page, start: int, end: int) -> tuple[QPointF, QPointF] | None:
    """Points in the half of a character that is read first and in the one that is read last.

    None where it is not seen, or is too narrow for halves.
    """
    piece = page.shown(page.pieces.at(start))
    boxes = piece.laid.boxes(start - piece.start, end - piece.start)
    if len(boxes) != 1 or boxes[0].width() < 2:
        return None
    box = boxes[0]
    y = piece.top + box.center().y() - reader.view.scrolling.top
    if y > reader.view.viewport().height() - 4:
        return None
    left, right = (
        QPointF(reader.view.measure.text_left + box.left() + box.width() * share, y)
        for share in (0.2, 0.8)
    )
    backwards = "\u0590" <= page.reading.text[start] <= "\u06ff"
    return (right, left) if backwards else (left, right)


def same_place(page: Page, one: int, other: int) -> bool:
    """Whether the caret is drawn at the same place before two offsets."""
    return one == other or page.caret_box(one) == page.caret_box(other)


def ends_line(page: Page, offset: int) -> bool:
    """Whether a line is wrapped at an offset, so that the caret can not stand there at its end."""
    piece = page.shown(page.pieces.at(offset))
    return offset - piece.start in {
        piece.laid.line_span(n)[0] for n in range(len(piece.laid.starts))
    }


@QUICK
@example(signs=HEBREW)
@example(signs=WHOLLY_HEBREW)
@example(signs=["a\u030a\u0323\u0301", "e\u0301"])
@example(signs=["❤️", "😀"])
@example(signs=["\u00ad", "ש\u05b8\u05c1"])
@given(signs=SIGNS)
def test_a_click_on_either_half_of_a_character_puts_the_caret_beside_it(
    blank: Reader, signs: list[str]
) -> None:
    page = show(blank, "".join(signs))
    for sign, (start, end) in zip(signs, pairwise(ends_of(signs)), strict=True):
        found = halves(blank, page, start, end)
        if found is None or sign.isspace():
            continue
        for place, wanted in zip(found, (start, end), strict=True):
            press(blank, place)
            release(blank, place)
            put = blank.view.caret.position
            # A sign that is no letter runs as its neighbours do.
            beside = sign.isalpha() or put not in (start, end)
            assert not beside or same_place(page, put, wanted) or ends_line(page, end)
            x = place.x() - blank.view.measure.text_left
            assert page.character_at(x, place.y() + blank.view.scrolling.top) == start


@QUICK
@example(signs=HEBREW, one=1, other=12)
@example(signs=WHOLLY_HEBREW, one=2, other=9)
@given(signs=SIGNS, one=st.integers(0, 69), other=st.integers(0, 69))
def test_a_drag_from_one_character_to_another_selects_both_and_all_between(
    blank: Reader, signs: list[str], one: int, other: int
) -> None:
    page = show(blank, "".join(signs))
    first, last = sorted((one, other))
    if last >= len(signs) or signs[first].isspace() or signs[last].isspace():
        return
    ends = ends_of(signs)
    begun = halves(blank, page, ends[first], ends[first + 1])
    ended = halves(blank, page, ends[last], ends[last + 1])
    letters = signs[first].isalpha() and signs[last].isalpha()
    if begun is None or ended is None or first == last or not letters:
        return
    press(blank, begun[0])
    send(blank, QEvent.Type.MouseMove, ended[1], Button.NoButton)
    release(blank, ended[1])
    found = blank.selection()
    assert found is not None
    assert same_place(page, found[0], ends[first])
    assert same_place(page, found[1], ends[last + 1]) or (
        found[1] == ends[last] and ends_line(page, ends[last + 1])
    )


@QUICK
@example(signs=HEBREW)
@example(signs=WHOLLY_HEBREW)
@example(signs=["😀", "🇳🇴"])
@given(signs=SIGNS)
def test_the_arrows_stop_once_at_every_character_and_shift_selects_each(
    blank: Reader, signs: list[str]
) -> None:
    text = "".join(signs)
    page = show(blank, text)
    stops = [0]
    while stops[-1] < len(text) and len(stops) <= len(text) + 1:
        backwards = page.laid(page.pieces.at(stops[-1])).right_to_left
        key = Key.Key_Left if backwards else Key.Key_Right
        QTest.keyClick(blank.view, key, Held.ShiftModifier)
        stops.append(blank.view.caret.position)
        assert blank.selection() == (0, stops[-1])
    assert stops == ends_of(signs)
    back = [len(text)]
    blank.view.set_caret(Caret(len(text), len(text)))
    while back[-1] > 0 and len(back) <= len(text) + 1:
        backwards = page.laid(page.pieces.at(back[-1])).right_to_left
        QTest.keyClick(blank.view, Key.Key_Right if backwards else Key.Key_Left)
        back.append(blank.view.caret.position)
    assert back == stops[::-1]


@QUICK
@example(signs=HEBREW)
@given(signs=SIGNS)
def test_word_by_word_what_is_selected_grows_to_the_end_by_whole_characters(
    blank: Reader, signs: list[str]
) -> None:
    text = "".join(signs)
    page = show(blank, text)
    ends, stops = set(ends_of(signs)), [0]
    while stops[-1] < len(text):
        backwards = page.laid(page.pieces.at(stops[-1])).right_to_left
        key = Key.Key_Left if backwards else Key.Key_Right
        QTest.keyClick(blank.view, key, Held.ControlModifier | Held.ShiftModifier)
        stops.append(blank.view.caret.position)
        assert stops[-1] > stops[-2]
    assert set(stops) <= ends


@QUICK
@example(signs=HEBREW, at=6)
@example(signs=WHOLLY_HEBREW, at=6)
@given(signs=SIGNS, at=st.integers(0, 70))
def test_a_stretch_and_what_is_left_of_its_line_lie_beside_each_other_without_a_gap(
    blank: Reader, signs: list[str], at: int
) -> None:
    signs = [sign for sign in signs if sign != "\u00ad"]  # seen only where a line ends with it
    page = show(blank, "".join(signs))
    ends = ends_of(signs)
    cut = ends[at % len(ends)]
    for number in range(len(page.pieces)):
        laid = page.laid(number)
        start, length = page.pieces.starts[number], laid.offsets.length
        inside = min(max(cut - start, 0), length)
        boxes = laid.boxes(0, inside) + laid.boxes(inside, length)
        for line in range(len(laid.starts)):
            here = sorted((b.left(), b.right()) for b in boxes if b.top() == line * laid.line)
            for one, other in pairwise(here):
                assert one[1] == pytest.approx(other[0], abs=0.05)
            left, right = laid.edges[line]
            if right - left > 0.1:
                # Arabic letters may be drawn a pixel wider than they step.
                assert here[0][0] == pytest.approx(left, abs=1.1)
                assert here[-1][1] == pytest.approx(right, abs=1.1)


@QUICK
@example(signs=list("שa.."))
@example(signs=list("aש"))
@given(signs=st.lists(st.sampled_from([*"abæ.שלוםךر", "한"]), min_size=1, max_size=40))
def test_each_letter_is_covered_where_its_glyph_is_drawn(blank: Reader, signs: list[str]) -> None:
    laid = show(blank, "".join(signs)).laid(0)
    for at in range(len(signs)):
        line = laid.layout.lineAt(laid.line_at(at))
        (drawn,) = (run.boundingRect() for run in line.glyphRuns(at, 1))
        (box,) = laid.boxes(at, at + 1)
        assert (box.left(), box.right()) == pytest.approx((drawn.left(), drawn.right()), abs=0.05)


def test_a_tint_lies_behind_a_hebrew_word_and_not_behind_its_neighbours(blank: Reader) -> None:
    text = "hei שלום du"
    page = show(blank, text)
    blank.set_codings([coding_row(1, (4, 6), colour="green")])
    image = blank.view.viewport().grab().toImage()
    tint = theme.current().code_colour("green").tint
    for at, sign in enumerate(text):
        (box,) = page.laid(0).boxes(at, at + 1)
        x = round(blank.view.measure.text_left + box.center().x())
        y = page.shown(0).top + 4
        assert (image.pixelColor(x, y) == tint) == (at in (4, 5)), sign


def test_every_end_of_every_paragraph_can_be_coded_and_chosen_by_a_click(blank: Reader) -> None:
    text = "😀 først 👩🏽‍🌾\n\nשלום da\ne\u0301n\n🇳🇴"
    page = show(blank, text)
    spans = [(0, 1), (8, 12), (14, 18), (19, 21), (22, 24), (24, 25), (26, 28)]
    assert [text[slice(*span)] for span in spans] == [
        "😀", "👩🏽‍🌾", "שלום", "da", "e\u0301", "n", "🇳🇴",
    ]  # fmt: skip
    blank.set_codings([coding_row(n, span) for n, span in enumerate(spans, start=1)])
    for number, (start, end) in enumerate(spans, start=1):
        piece = page.shown(page.pieces.at(start))
        box = piece.laid.boxes(start - piece.start, end - piece.start)[-1]
        left = blank.view.measure.text_left
        for x in (box.left() + 1.5, box.right() - 1.5):
            place = QPointF(left + x, piece.top + box.center().y())
            blank.choose_excerpt(None)
            press(blank, place)
            release(blank, place)
            assert blank.chosen_excerpt() == number


@pytest.mark.parametrize("unit", ["Så gikk vi hjem. ", "👩🏽‍🌾", "🇳🇴", "e\u0301", "שלום ", "\t"])
def test_a_paragraph_of_a_hundred_thousand_characters_is_walked_over_its_cuts(
    blank: Reader, unit: str
) -> None:
    text = unit * (100_000 // len(unit))
    page = show(blank, text)
    assert len(page.pieces) > 100_000 // LONGEST
    for number in (1, 2, len(page.pieces) - 1):
        cut = page.pieces.starts[number]
        assert cut % len(unit) == 0
        backwards = page.laid(number).right_to_left
        assert backwards == unit.startswith("ש"), "a paragraph runs one way to its end"
        on, back = (Key.Key_Left, Key.Key_Right)[:: 1 if backwards else -1]
        blank.view.set_caret(Caret(cut, cut))
        QTest.keyClick(blank.view, back)
        before = blank.view.caret.position
        step = len(unit) if " " not in unit else 1
        assert before == cut - step
        QTest.keyClick(blank.view, on)
        assert blank.view.caret.position == cut
        QTest.keyClick(blank.view, on)
        assert blank.view.caret.position == cut + step
        QTest.keyClick(blank.view, back)
        box = blank.view.box_of(before)
        press(blank, QPointF(box.left(), box.center().y()))
        release(blank, QPointF(box.left(), box.center().y()))
        assert same_place(page, blank.view.caret.position, before)


def test_an_original_with_carriage_returns_is_clicked_where_it_is_seen(blank: Reader) -> None:
    source = plugins.read("Hei 😀 du\r\n\r\nDet går bra\r\n".encode(), "intervju.txt")
    assert "\r" not in source.text
    page = show(blank, source.text)
    at = source.text.index("bra")
    found = halves(blank, page, at, at + 1)
    assert found is not None
    press(blank, found[0])
    release(blank, found[0])
    assert blank.view.caret.position == at
