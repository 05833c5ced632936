"""Places on the page and places in the text answer each other, whatever is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from qualtool.ui import fonts
from qualtool.ui.reader.face import Face, face_of
from qualtool.ui.reader.paragraphs import Laid, lay_out

WRITTEN = st.lists(
    st.sampled_from(
        [*"abc æøå.,\t-", "é", "e\u0301", "😀", "👩🏽‍🌾", "שלום", "مرحبا", "한", "tenkte på"]
    ),
    max_size=60,
).map("".join)
QUICK = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)


@pytest.fixture
def face(qtbot: QtBot) -> Face:
    fonts.load()
    return face_of("serif", 1.0)


def laid_out(text: str, face: Face, width: int = 200) -> Laid:
    return lay_out(
        text, face.text, width=width, line=face.line, baseline=face.baseline, tab=face.advance * 4
    )


@QUICK
@given(text=WRITTEN)
def test_the_lines_cover_the_text_without_gap_or_overlap(text: str, face: Face) -> None:
    laid = laid_out(text, face)
    spans = [laid.line_span(number) for number in range(len(laid.starts))]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    for one, other in pairwise(spans):
        assert one[1] == other[0]


@QUICK
@given(text=WRITTEN, where=st.integers(0, 120))
def test_the_caret_is_found_again_where_it_stands(text: str, where: int, face: Face) -> None:
    laid = laid_out(text, face)
    unit = laid.offsets.to_utf16(min(where, len(text)))
    if not laid.layout.isValidCursorPosition(unit) or laid.mixed:
        return  # inside a character made of several; where directions meet, two places are one
    offset = laid.offsets.to_code_points(unit)
    line = laid.line_at(offset)
    x = laid.x_of(offset)
    found = laid.offset_at(x + 0.01, (line + 0.5) * face.line)
    assert found == offset or laid.x_of(found, line=line) == pytest.approx(x, abs=0.1)


@QUICK
@given(text=WRITTEN, x=st.floats(-20, 300), y=st.floats(-30, 400))
def test_any_point_answers_with_a_place_between_characters(
    text: str, x: float, y: float, face: Face
) -> None:
    laid = laid_out(text, face)
    offset = laid.offset_at(x, y)
    assert 0 <= offset <= len(text)
    assert not text or laid.layout.isValidCursorPosition(laid.offsets.to_utf16(offset))


@QUICK
@given(text=WRITTEN, one=st.integers(0, 120), other=st.integers(0, 120))
def test_boxes_lie_inside_the_lines_of_their_stretch(
    text: str, one: int, other: int, face: Face
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    laid = laid_out(text, face)
    boxes = laid.boxes(start, end)
    if start == end:
        assert boxes == []
    lines = range(laid.line_at(start), laid.line_at(max(start, end - 1)) + 1)
    for box in boxes:
        assert box.width() > 0
        assert box.top() / face.line in lines


def test_a_stretch_of_a_line_is_as_wide_as_its_letters(face: Face) -> None:
    laid = laid_out("Ja, nå 😀 går det.", face, width=600)
    (box,) = laid.boxes(4, 6)
    assert (box.left(), box.right()) == (laid.x_of(4), laid.x_of(6))
    (emoji,) = laid.boxes(7, 8)
    assert emoji.left() == laid.x_of(7)
    assert laid.offsets.to_utf16(8) == 9


def test_a_stretch_across_directions_is_marked_where_its_letters_stand(face: Face) -> None:
    laid = laid_out("si שלום da", face, width=600)
    assert laid.mixed
    boxes = laid.boxes(0, 5)  # "si " and the first two letters, which stand furthest to the right
    assert len(boxes) == 2
    assert boxes[0].right() < boxes[1].left()
    assert boxes[1].right() <= laid.x_of(8) + 1


def test_a_tab_is_wider_than_a_blank_and_selectable(face: Face) -> None:
    laid = laid_out("a\tb", face, width=600)
    (box,) = laid.boxes(1, 2)
    assert box.width() > 2 * face.advance


def test_lines_are_equally_high_with_emoji_in_them(face: Face) -> None:
    laid = laid_out("Vi lo 😀 og lo 😀 og gikk hjem og lo igjen 😀 hele veien", face)
    assert laid.height == len(laid.starts) * face.line
    tops = [laid.layout.lineAt(n).y() + laid.layout.lineAt(n).ascent() for n in range(3)]
    assert tops[1] - tops[0] == pytest.approx(face.line)
    assert tops[2] - tops[1] == pytest.approx(face.line)
