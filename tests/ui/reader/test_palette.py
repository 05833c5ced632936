"""The code palette: a few letters and Enter, several codes at once, new ones in their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.reader.palette import Palette, placed
from qualtool.ui.reader.palette_choice import Choice
from qualtool.ui.reader.palette_new import Swatches
from qualtool.ui.reader.palette_rows import Rows, new_words
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import CANDIDATES, coding_row, reading_of, span_of

Key, Held = Qt.Key, Qt.KeyboardModifier
TEXT = reading_of().text
SPAN = span_of(TEXT, "«kan ikke dere bare møtes, da?»")


@pytest.fixture
def palette(reader: Reader) -> Palette:
    """Open for a passage, with nothing typed."""
    reader.select(*SPAN)
    reader.open_palette()
    found = reader.window().findChild(Palette)
    assert isinstance(found, Palette)
    return found


def names(palette: Palette) -> list[str]:
    rows = [palette.rows.row(number) for number in range(palette.rows.rowCount())]
    return [row.name if row.candidate else new_words(row) for row in rows if row is not None]


def current(palette: Palette) -> str:
    row = palette.current()
    return row.name if row is not None else ""


def test_letters_narrow_and_the_likeliest_is_ready(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "enk")
    assert names(palette) == ["det enkle ingen sier", "en kontaktperson", "New code “enk”"]
    assert current(palette) == "det enkle ingen sier"
    qtbot.keyClick(palette.field, Key.Key_Down)
    assert current(palette) == "en kontaktperson"
    qtbot.keyClick(palette.field, Key.Key_Up)
    qtbot.keyClick(palette.field, Key.Key_Up)
    assert current(palette) == "enk", "up from the first goes to the last"


def test_shift_enter_makes_a_new_code(qtbot: QtBot, reader: Reader, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "ungdommen  spør ")
    with qtbot.waitSignal(reader.new_code_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return, Held.ShiftModifier)
    assert wished.args == [*SPAN, "ungdommen spør", None, None]


def test_on_a_theme_the_new_code_is_made_under_it(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "struk")
    assert names(palette) == ["Struktur", "New code “struk” in Struktur"]
    with qtbot.waitSignal(reader.new_code_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return, Held.ShiftModifier)
    assert wished.args == [*SPAN, "struk", 7, None]


def test_where_nothing_fits_enter_makes_what_is_typed(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "qzx")
    with qtbot.waitSignal(reader.new_code_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args[2] == "qzx"


def test_a_code_that_exists_is_not_offered_as_new(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "MANGLENDE helhet")
    assert names(palette) == ["manglende helhet"]


def test_enter_on_a_theme_codes_with_the_theme(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "struk")
    with qtbot.waitSignal(reader.theme_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, 7, None]


def test_tab_takes_one_more_and_enter_applies_all_in_one(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "helhet")
    qtbot.keyClick(palette.field, Key.Key_Tab)
    assert palette.field.text() == ""
    qtbot.keyClicks(palette.field, "kontakt")
    qtbot.keyClick(palette.field, Key.Key_Tab)
    with qtbot.waitSignal(reader.codes_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, [2, 4], None]


def test_codes_themes_and_a_new_code_chosen_together_are_one_wish(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    for typed in ("helhet", "struk"):
        qtbot.keyClicks(palette.field, typed)
        qtbot.keyClick(palette.field, Key.Key_Tab)
    qtbot.keyClicks(palette.field, "ungdom")
    with qtbot.waitSignal(reader.mixed_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return, Held.ShiftModifier)
    assert wished.args == [*SPAN, [2], [7], [Candidate("new", 0, "ungdom")], None]


def test_tab_takes_a_new_code_too(qtbot: QtBot, reader: Reader, palette: Palette) -> None:
    for typed in ("avgang", "bussen"):
        qtbot.keyClicks(palette.field, typed)
        qtbot.keyClick(palette.field, Key.Key_Tab)
        assert palette.field.text() == ""
    with qtbot.waitSignal(reader.mixed_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [
        *SPAN,
        [],
        [],
        [Candidate("new", 0, name) for name in ("avgang", "bussen")],
        None,
    ]


def test_enter_never_takes_what_is_only_explained_in_the_words_typed(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    explained = Candidate("theme", 9, "Ressurser", "Tid, avgangsvakter og penger.")
    palette.choice.set_candidates([explained])
    qtbot.keyClicks(palette.field, "avgang")
    shown = [row.name for row in palette.rows.shown()]
    assert shown == ["avgang", "Ressurser"], "what could be made stands first"
    with qtbot.waitSignal(reader.new_code_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, "avgang", None, None]


def test_backspace_in_the_empty_field_takes_the_last_one_back(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    for words in ("helhet", "kontakt"):
        qtbot.keyClicks(palette.field, words)
        qtbot.keyClick(palette.field, Key.Key_Tab)
    qtbot.keyClick(palette.field, Key.Key_Backspace)
    with qtbot.waitSignal(reader.codes_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, [2], None]


@pytest.mark.parametrize(
    ("key", "valence"), [("+", "opportunity"), ("-", "barrier"), ("=", "mixed")]
)
def test_a_sign_in_the_empty_field_gives_the_valence(
    qtbot: QtBot, reader: Reader, palette: Palette, key: str, valence: str
) -> None:
    qtbot.keyClick(palette.field, key)
    assert palette.field.text() == ""
    qtbot.keyClicks(palette.field, "helhet")
    with qtbot.waitSignal(reader.codes_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, [2], valence]


def test_after_letters_a_sign_is_a_letter_unless_alt_is_held(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "helhet")
    qtbot.keyClick(palette.field, Key.Key_Minus, Held.AltModifier)
    assert palette.field.text() == "helhet"
    with qtbot.waitSignal(reader.codes_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, [2], "barrier"]
    reader.select(*SPAN)
    reader.open_palette("fjern")
    qtbot.keyClick(palette.field, "-")
    assert palette.field.text() == "fjern-"


def test_escape_closes_and_the_text_has_the_keys_again(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()
    assert reader.window().focusWidget() is reader.view
    assert reader.selection() == SPAN


@pytest.mark.parametrize("how", ["click beside it", "resize", "another document"])
def test_it_closes_when_the_researcher_turns_elsewhere(
    qtbot: QtBot, reader: Reader, palette: Palette, how: str
) -> None:
    match how:
        case "click beside it":
            qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        case "resize":
            reader.resize(700, 500)
        case _:
            reader.show_document(None, [])
    assert not palette.isVisible()


def test_ctrl_i_codes_in_vivo_from_the_palette_too(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    with qtbot.waitSignal(reader.in_vivo_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_I, Held.ControlModifier)
    assert wished.args == [*SPAN]


def test_a_click_on_a_row_applies_it(qtbot: QtBot, reader: Reader, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "enk")
    place = palette.list.visualRect(palette.rows.index(1)).center()
    with qtbot.waitSignal(reader.codes_wished) as wished:
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wished.args == [*SPAN, [4], None]


def test_what_was_used_last_is_offered_first(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    assert current(palette) == "faste møteplasser", "the most used"
    qtbot.keyClicks(palette.field, "kontakt")
    qtbot.keyClick(palette.field, Key.Key_Return)
    reader.select(*SPAN)
    reader.open_palette()
    assert current(palette) == "en kontaktperson"


@pytest.mark.parametrize("size", [(800, 600), (420, 320), (300, 240)])
def test_the_palette_never_leaves_the_window(
    qtbot: QtBot, reader: Reader, size: tuple[int, int]
) -> None:
    reader.resize(*size)
    qtbot.waitUntil(lambda: (reader.width(), reader.height()) == size)
    for words in ("Kan du si", "telefonen", "møtes, da"):
        reader.select(*span_of(TEXT, words))
        reader.open_palette()
        palette = reader.window().findChild(Palette)
        assert isinstance(palette, Palette)
        assert reader.rect().contains(palette.card.geometry())
        palette.close_up()


def test_above_and_below_leave_the_selection_in_sight() -> None:
    window = QRect(0, 0, 800, 600)
    below = placed(window, QRect(100, 200, 50, 26), 372, (80, 240), above=False)
    assert below.top() > 225
    above = placed(window, QRect(100, 560, 50, 26), 372, (80, 240), above=True)
    assert above.bottom() < 560


def test_namesakes_are_told_apart_by_where_they_stand() -> None:
    choice = Choice()
    choice.set_candidates(
        [
            Candidate("code", 1, "ansvar", path="Kultur"),
            Candidate("code", 2, "Ansvar", path="Struktur"),
            Candidate("code", 3, "tid", path="Ressurser"),
        ]
    )
    asides = {row.name: row.aside for row in choice.rows("", ())}
    assert asides == {"ansvar": "Kultur", "Ansvar": "Struktur", "tid": ""}


def test_a_code_found_by_its_description_shows_the_words_that_found_it() -> None:
    choice = Choice()
    choice.set_candidates(CANDIDATES)
    rows = choice.rows("treffes", ())[1:]
    assert rows[0].name == "faste møteplasser"
    assert "treffes" in rows[0].aside


def test_the_rows_are_a_sound_model(qtbot: QtBot) -> None:
    rows = Rows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    choice = Choice()
    choice.set_candidates(CANDIDATES)
    rows.show(choice.rows("e", ()))
    rows.place_new("Struktur")
    rows.show([])
    assert tester.model() is rows


def test_alt_enter_asks_where_a_new_code_belongs_and_enter_makes_it_there(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "ungdommen spør")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.AltModifier)
    assert palette.field.text() == ""
    assert names(palette)[:2] == ["In no theme and under no code", "Struktur"]
    qtbot.keyClicks(palette.field, "stru")
    with qtbot.waitSignal(reader.new_code_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, "ungdommen spør", 7, None]


def test_a_new_code_is_given_a_colour_and_stands_under_another_code(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "bussen")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.AltModifier)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(palette.field, key, Held.AltModifier)
    qtbot.keyClicks(palette.field, "kontakt")
    with qtbot.waitSignal(reader.mixed_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    new = Candidate("new", 0, "bussen", colour="blue", parent_id=4)
    assert wished.args == [*SPAN, [], [], [new], None]


def test_a_colour_is_chosen_by_mouse_too(qtbot: QtBot, reader: Reader, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "bussen")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.AltModifier)
    swatches = palette.findChild(Swatches)
    assert isinstance(swatches, Swatches)
    assert swatches.isVisible()
    qtbot.mouseClick(swatches, Qt.MouseButton.LeftButton, pos=QPoint(14 + 26 + 7, 16))
    assert palette.field.hasFocus()
    with qtbot.waitSignal(reader.mixed_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args[4] == [Candidate("new", 0, "bussen", colour="violet")]


def test_escape_from_its_place_gives_the_name_back(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "bussen")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.AltModifier)
    qtbot.keyClicks(palette.field, "stru")
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert palette.isVisible()
    assert palette.field.text() == "bussen"
    assert names(palette) == ["New code “bussen”"]
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()


def test_tab_takes_a_placed_code_among_others(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "bussen")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.AltModifier)
    qtbot.keyClicks(palette.field, "stru")
    qtbot.keyClick(palette.field, Key.Key_Tab)
    qtbot.keyClicks(palette.field, "helhet")
    with qtbot.waitSignal(reader.mixed_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert wished.args == [*SPAN, [2], [], [Candidate("new", 7, "bussen")], None]


def test_a_code_that_exists_is_not_given_another_place(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "manglende helhet")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.AltModifier)
    assert palette.field.text() == "manglende helhet"


@pytest.mark.parametrize(
    ("key", "signal"), [(Key.Key_Return, "comment_wished"), (Key.Key_M, "memo_wished")]
)
def test_ctrl_enter_applies_and_goes_on_to_the_comment_and_ctrl_m_to_a_memo(
    qtbot: QtBot, reader: Reader, palette: Palette, key: Qt.Key, signal: str
) -> None:
    old, made = coding_row(20, SPAN, excerpt=5), coding_row(21, SPAN, excerpt=5, code=2)
    reader.codes_wished.connect(lambda *_args: reader.set_codings([old, made]))
    qtbot.keyClicks(palette.field, "helhet")
    with qtbot.waitSignal(getattr(reader.acts, signal)) as wished:
        qtbot.keyClick(palette.field, key, Held.ControlModifier)
    assert not palette.isVisible()
    assert wished.args == ([21] if key == Key.Key_Return else [])


def test_a_code_that_was_just_made_is_offered_first(
    qtbot: QtBot, reader: Reader, palette: Palette
) -> None:
    qtbot.keyClicks(palette.field, "helt ny")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.ShiftModifier)
    reader.offer(lambda: [*CANDIDATES, Candidate("code", 4711, "helt ny")])
    reader.select(*SPAN)
    reader.open_palette()
    assert current(palette) == "helt ny"
    qtbot.keyClicks(palette.field, "kontakt")
    qtbot.keyClick(palette.field, Key.Key_Return)
    reader.select(*SPAN)
    reader.open_palette()
    assert current(palette) == "en kontaktperson"
