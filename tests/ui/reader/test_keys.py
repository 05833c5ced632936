"""The transcript is read, selected and coded from the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qualtool.ui.reader.palette import Palette
from qualtool.ui.reader.palette_field import PaletteField
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import coding_row, reading_of, span_of

Key, Held = Qt.Key, Qt.KeyboardModifier
TEXT = reading_of().text


@pytest.fixture
def field(reader: Reader) -> PaletteField:
    """The field of the palette, which is open for a passage."""
    reader.select(*span_of(TEXT, "fast sted"))
    reader.open_palette()
    found = reader.window().findChild(PaletteField)
    assert isinstance(found, PaletteField)
    return found


def press(
    qtbot: QtBot, reader: Reader, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Held.NoModifier
) -> None:
    for key in keys:
        qtbot.keyClick(reader.view, key, held)


def selected(reader: Reader) -> str:
    span = reader.selection()
    return "" if span is None else TEXT[span[0] : span[1]]


def put_caret(reader: Reader, words: str) -> None:
    reader.reveal(TEXT.index(words))


def palette_of(reader: Reader) -> Palette | None:
    found = reader.window().findChild(Palette)
    return found if isinstance(found, Palette) and found.isVisible() else None


def test_shift_and_arrows_select_by_letter_and_by_word(qtbot: QtBot, reader: Reader) -> None:
    put_caret(reader, "vrangvilje")
    press(qtbot, reader, Key.Key_Right, Key.Key_Right, held=Held.ShiftModifier)
    assert selected(reader) == "vr"
    both = Held.ShiftModifier | Held.ControlModifier
    press(qtbot, reader, Key.Key_Right, held=both)
    assert selected(reader).rstrip(", ") == "vrangvilje"
    press(qtbot, reader, Key.Key_Left, held=both)
    assert selected(reader) == ""


def test_an_arrow_leaves_a_selection_at_the_end_it_points_to(qtbot: QtBot, reader: Reader) -> None:
    start, end = span_of(TEXT, "Hva gjorde")
    reader.select(start, end)
    press(qtbot, reader, Key.Key_Left)
    assert (reader.selection(), reader.view.caret.position) == (None, start)
    reader.select(start, end)
    press(qtbot, reader, Key.Key_Right)
    assert reader.view.caret.position == end


def test_arrows_cross_from_paragraph_to_paragraph(qtbot: QtBot, reader: Reader) -> None:
    start, end = span_of(TEXT, "Hva gjorde dere da?")
    reader.reveal(end)
    press(qtbot, reader, Key.Key_Right)
    assert reader.view.caret.position == end + 1
    press(qtbot, reader, Key.Key_Left, Key.Key_Home)
    assert reader.view.caret.position == start
    press(qtbot, reader, Key.Key_Up, Key.Key_Down)
    assert reader.view.caret.position == start


def test_home_and_end_keep_to_the_line_and_with_ctrl_to_the_document(
    qtbot: QtBot, reader: Reader
) -> None:
    put_caret(reader, "Hva gjorde")
    press(qtbot, reader, Key.Key_End)
    assert reader.view.caret.position == span_of(TEXT, "Hva gjorde dere da?")[1]
    press(qtbot, reader, Key.Key_End, held=Held.ControlModifier)
    assert reader.view.caret.position == len(TEXT)
    press(qtbot, reader, Key.Key_Home, held=Held.ControlModifier)
    assert reader.view.caret.position == 0
    press(qtbot, reader, Key.Key_A, held=Held.ControlModifier)
    assert reader.selection() == (0, len(TEXT))


def test_s_selects_the_sentence_and_p_the_paragraph_then_the_turn(
    qtbot: QtBot, reader: Reader
) -> None:
    put_caret(reader, "dagen allerede")
    press(qtbot, reader, "s")
    assert selected(reader) == "Det er ikke vrangvilje, det er det at dagen allerede er full."
    first = TEXT.index("Ingenting")
    put_caret(reader, "Ingenting")
    press(qtbot, reader, "p")
    assert selected(reader).endswith("allerede er full.")
    press(qtbot, reader, "p")
    assert reader.selection() == (first, len(TEXT))
    press(qtbot, reader, "p")  # now it is a letter like any other
    assert palette_of(reader) is not None


def test_a_letter_on_a_selection_opens_the_palette_with_it(qtbot: QtBot, reader: Reader) -> None:
    reader.select(*span_of(TEXT, "fast sted"))
    press(qtbot, reader, "s")
    palette = palette_of(reader)
    assert palette is not None
    assert palette.field.text() == "s"


def test_two_letters_and_enter_code_the_selection(qtbot: QtBot, reader: Reader) -> None:
    span = span_of(TEXT, "fast sted")
    reader.select(*span)
    press(qtbot, reader, "e")
    palette = palette_of(reader)
    assert palette is not None
    qtbot.keyClicks(palette.field, "nk")
    with qtbot.waitSignal(reader.codes_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*span, [3], None]
    assert palette_of(reader) is None


def test_what_was_coded_becomes_the_chosen_excerpt_and_takes_its_valence_by_key(
    qtbot: QtBot, reader: Reader, field: PaletteField
) -> None:
    span = reader.selection()
    assert span is not None
    made = coding_row(21, span, code=3)
    reader.codes_wished.connect(lambda *_args: reader.set_codings([made]))
    with qtbot.waitSignal(reader.excerpt_chosen) as chosen:
        qtbot.keyClick(field, Key.Key_Return)
    assert chosen.args == [21]
    assert (reader.selection(), reader.chosen_excerpt()) == (None, 21)
    with qtbot.waitSignal(reader.acts.valence_wished) as wished:
        press(qtbot, reader, "-")
    assert wished.args == [[21], "barrier"]


def test_the_same_valence_again_takes_it_away(qtbot: QtBot, reader: Reader) -> None:
    reader.choose_excerpt(11)
    with qtbot.waitSignal(reader.acts.valence_wished) as wished:
        press(qtbot, reader, "-")
    assert wished.args == [[11], None]
    with qtbot.waitSignal(reader.acts.valence_wished) as wished:
        press(qtbot, reader, "=")
    assert wished.args == [[11], "mixed"]


@pytest.mark.parametrize(
    ("key", "held", "signal", "more"),
    [
        ("4", Held.NoModifier, "pin_wished", [4]),
        (Key.Key_I, Held.ControlModifier, "in_vivo_wished", []),
        (Key.Key_R, Held.ControlModifier, "last_code_wished", []),
    ],
)
def test_one_key_codes_the_selection(
    qtbot: QtBot,
    reader: Reader,
    key: Qt.Key | str,
    held: Qt.KeyboardModifier,
    signal: str,
    more: list[int],
) -> None:
    span = span_of(TEXT, "ingen av oss")
    reader.select(*span)
    with qtbot.waitSignal(getattr(reader, signal)) as wished:
        press(qtbot, reader, key, held=held)
    assert wished.args == [*span, *more]


def test_without_a_selection_the_keys_code_the_chosen_excerpt_again(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.choose_excerpt(13)
    with qtbot.waitSignal(reader.pin_wished) as wished:
        press(qtbot, reader, "1")
    assert wished.args == [*span_of(TEXT, "Det er ikke vrangvilje"), 1]
    press(qtbot, reader, Key.Key_Return)
    assert palette_of(reader) is not None


def test_white_space_at_the_ends_of_a_selection_is_not_coded(qtbot: QtBot, reader: Reader) -> None:
    start, end = span_of(TEXT, "ingen av oss")
    reader.select(start - 1, end + 1)
    with qtbot.waitSignal(reader.pin_wished) as wished:
        press(qtbot, reader, "4")
    assert wished.args == [start, end, 4]
    reader.select(end, end + 1)
    reader.pin_wished.connect(lambda *args: pytest.fail(f"wished {args}"))
    press(qtbot, reader, "4", Key.Key_Return)
    assert palette_of(reader) is None


def test_with_nothing_selected_or_chosen_the_coding_keys_do_nothing(
    qtbot: QtBot, reader: Reader
) -> None:
    put_caret(reader, "Hva gjorde")
    signals = [
        reader.pin_wished,
        reader.in_vivo_wished,
        reader.acts.uncode_wished,
        reader.acts.star_wished,
    ]
    for signal in signals:
        signal.connect(lambda *args: pytest.fail(f"wished {args}"))
    press(qtbot, reader, "1", "x", "+", "*", Key.Key_Delete, Key.Key_Return)
    assert palette_of(reader) is None


def test_brackets_step_through_the_excerpts_and_star_and_delete_act_on_them(
    qtbot: QtBot, reader: Reader
) -> None:
    told: list[int] = []
    reader.excerpt_chosen.connect(told.append)
    put_caret(reader, "Kan du si")
    press(qtbot, reader, "]", "]", "]", "]", "[")
    assert told == [11, 12, 13, 12]
    with qtbot.waitSignal(reader.acts.star_wished) as starred:
        press(qtbot, reader, "*")
    assert starred.args == [[12]]
    with qtbot.waitSignal(reader.acts.uncode_wished) as uncoded:
        press(qtbot, reader, Key.Key_Delete)
    assert uncoded.args == [[12]]


def test_an_excerpt_that_is_gone_is_no_longer_chosen(qtbot: QtBot, reader: Reader) -> None:
    reader.choose_excerpt(13)
    with qtbot.waitSignal(reader.excerpt_chosen) as told:
        reader.set_codings([])
    assert told.args == [-1]
    assert reader.chosen_excerpt() is None


def test_escape_lets_go_of_the_selection_then_of_the_excerpt(qtbot: QtBot, reader: Reader) -> None:
    reader.choose_excerpt(13)
    reader.select(0, 5)
    press(qtbot, reader, Key.Key_Escape)
    assert (reader.selection(), reader.chosen_excerpt()) == (None, 13)
    press(qtbot, reader, Key.Key_Escape)
    assert reader.chosen_excerpt() is None


def test_the_selection_is_copied(qtbot: QtBot, reader: Reader) -> None:
    reader.select(*span_of(TEXT, "«kan ikke dere bare møtes, da?»"))
    press(qtbot, reader, Key.Key_C, held=Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "«kan ikke dere bare møtes, da?»"


def test_the_foot_is_told_paragraph_and_time_as_the_caret_moves(
    qtbot: QtBot, reader: Reader
) -> None:
    told: list[str] = []
    reader.place_changed.connect(told.append)
    put_caret(reader, "Hva gjorde")
    press(qtbot, reader, Key.Key_Right)
    press(qtbot, reader, Key.Key_Down)
    assert told == ["Paragraph 3 · 05:02", "Paragraph 4 · 05:05"]
    assert "Paragraph 4" in reader.view.accessibleDescription()


def test_a_passage_whose_coding_is_taken_back_is_selected_to_be_coded_otherwise(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.set_codings([coding_row(1, (4, 12))])
    reader.choose_excerpt(1)
    reader.view.setFocus()
    qtbot.waitUntil(reader.view.hasFocus)
    reader.set_codings([])
    assert reader.selection() == (4, 12)
