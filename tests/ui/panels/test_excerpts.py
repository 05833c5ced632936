from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.store.rows import ValenceRow
from qualtool.ui.models.excerpts import Card, ExcerptsModel, Head, cards
from qualtool.ui.panels.excerpt_cards import GAP
from qualtool.ui.panels.excerpts import ExcerptList
from tests.ui.rows import coding, excerpt

VALENCES = [
    ValenceRow("barrier", "Barriere", "-"),
    ValenceRow("opportunity", "Mulighet", "+"),
    ValenceRow("mixed", "Begge deler", "±"),
]
SHOWN = [
    Card(excerpt(1, "Vi sto i gangen."), (coding(11, valence="barrier"),)),
    Card(excerpt(2, "Kaffen hjalp.", start=20, end=33), (coding(12), coding(13))),
]


@pytest.fixture
def shown(qtbot: QtBot) -> ExcerptList:
    found = ExcerptList()
    qtbot.addWidget(found)
    found.resize(320, 500)
    found.show_cards(SHOWN, VALENCES)
    found.show()
    qtbot.waitUntil(lambda: found.visualRect(found.model_.index(1)).isValid())
    return found


def test_the_model_keeps_what_qt_asks_of_a_model(qtmodeltester: ModelTester) -> None:
    model = ExcerptsModel()
    model.show(SHOWN)
    qtmodeltester.check(model)


def test_a_list_about_some_codes_shows_only_their_codings() -> None:
    row = excerpt(1, "ord", codings=(coding(1, code_id=7), coding(2, code_id=8)))
    assert [c.id for c in cards([row], [8])[0].codings] == [2]
    assert [c.id for c in cards([row], [])[0].codings] == [1, 2]


def test_codings_that_disagree_have_no_valence_together() -> None:
    agreed = Card(excerpt(1, "ord"), (coding(1, valence="barrier"), coding(2, valence="barrier")))
    split = Card(excerpt(1, "ord"), (coding(1, valence="barrier"), coding(2)))
    assert agreed.valence == "barrier"
    assert split.valence is None


def test_showing_the_same_excerpts_again_keeps_the_place(shown: ExcerptList) -> None:
    shown.setCurrentIndex(shown.model_.index(1))
    changed = Card(SHOWN[0].excerpt, (coding(11, valence="opportunity"),))
    shown.show_cards([changed, SHOWN[1]], VALENCES)
    assert shown.currentIndex().row() == 1
    assert shown.model_.card(shown.model_.index(0)) == changed


def test_enter_goes_to_the_place_in_the_text(qtbot: QtBot, shown: ExcerptList) -> None:
    shown.setCurrentIndex(shown.model_.index(1))
    with qtbot.waitSignal(shown.place_wished) as wish:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert wish.args == [1, 20, 33]


@pytest.mark.parametrize(("key", "valence"), [("+", "opportunity"), ("-", None), ("=", "mixed")])
def test_signs_set_the_valence_and_take_it_away(
    qtbot: QtBot, shown: ExcerptList, key: str, valence: str | None
) -> None:
    shown.setCurrentIndex(shown.model_.index(0))
    with qtbot.waitSignal(shown.valence_wished) as wish:
        qtbot.keyClicks(shown, key)
    assert wish.args == [[11], valence]


def test_a_click_on_a_valence_sets_it_for_all_codings_of_the_card(
    qtbot: QtBot, shown: ExcerptList
) -> None:
    index = shown.model_.index(1)
    box = shown.visualRect(index).adjusted(0, 0, 0, -GAP)
    segment = shown.delegate.segments(SHOWN[1], box)[1]
    with qtbot.waitSignal(shown.valence_wished) as wish:
        qtbot.mouseClick(
            shown.viewport(), Qt.MouseButton.LeftButton, pos=segment.box.center().toPoint()
        )
    assert wish.args == [[12, 13], "opportunity"]


def test_star_and_delete_work_on_what_is_chosen(qtbot: QtBot, shown: ExcerptList) -> None:
    shown.setCurrentIndex(shown.model_.index(0))
    with qtbot.waitSignal(shown.star_wished) as wish:
        qtbot.keyClicks(shown, "*")
    assert wish.args == [[1], True]
    with qtbot.waitSignal(shown.uncode_wished) as gone:
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert gone.args == [[11]]


def test_a_click_on_a_card_goes_to_its_place(qtbot: QtBot, shown: ExcerptList) -> None:
    top = shown.visualRect(shown.model_.index(0)).topLeft() + QPoint(30, 20)
    with qtbot.waitSignal(shown.place_wished) as wish:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=top)
    assert wish.args == [1, 0, 5]


def test_cards_are_painted_with_codes_stars_and_edited_text(
    qtbot: QtBot, shown: ExcerptList
) -> None:
    shown.delegate.show_codes = True
    long = excerpt(3, "ord " * 900, starred=True, do_not_quote=True, display_text="[…] ord " * 300)
    shown.show_cards([Card(long, (coding(1, code="et langt kodenavn " * 9),))], VALENCES)
    qtbot.waitUntil(lambda: shown.visualRect(shown.model_.index(0)).height() > 300)
    picture = shown.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 300, 2) for y in range(0, 300, 2)}
    assert len(colours) > 3


MANY = [Card(excerpt(n, f"Utdrag {n}."), (coding(100 + n),)) for n in range(1, 101)]


@pytest.fixture
def many(qtbot: QtBot) -> tuple[ExcerptList, list[int]]:
    """A list of a hundred excerpts in two groups, and which of them have been read."""
    read: list[int] = []

    def fetch(ids: Sequence[int]) -> list[Card]:
        read.extend(ids)
        return [MANY[each - 1] for each in ids]

    found = ExcerptList()
    qtbot.addWidget(found)
    found.resize(320, 500)
    heads = {1: Head("Intervju 1", 3), 4: Head("Intervju 2", 97)}
    found.show_found(range(1, 101), heads, fetch, VALENCES)
    found.show()
    qtbot.waitUntil(lambda: found.visualRect(found.model_.index(1)).isValid())
    return found, read


def test_of_many_only_those_in_reach_are_read(
    many: tuple[ExcerptList, list[int]], qtbot: QtBot
) -> None:
    shown, read = many
    assert len(read) < 40
    assert shown.model_.total() == 100
    shown.setFocus()
    before = len(read)
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(read) > before)
    qtbot.keyClick(shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(shown.chosen()) == 100


def test_a_click_on_a_head_chooses_its_group(
    many: tuple[ExcerptList, list[int]], qtbot: QtBot
) -> None:
    shown, _read = many
    place = shown.visualRect(shown.model_.index(0)).topLeft() + QPoint(40, 8)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [card.excerpt.id for card in shown.chosen()] == [1, 2, 3]


def test_what_is_chosen_stays_chosen_when_others_go(
    many: tuple[ExcerptList, list[int]],
) -> None:
    shown, _read = many
    shown._choose_rows([1, 2])
    left = [each for each in range(1, 101) if each != 1]
    shown.show_found(left, {}, lambda ids: [MANY[each - 1] for each in ids], VALENCES)
    assert [card.excerpt.id for card in shown.chosen()] == [2, 3]
    shown.show_found(left[2:], {}, lambda ids: [MANY[each - 1] for each in ids], VALENCES)
    assert len(shown.chosen()) == 1


def test_keys_act_on_all_that_are_chosen(many: tuple[ExcerptList, list[int]], qtbot: QtBot) -> None:
    shown, _read = many
    shown.setFocus()
    shown.setCurrentIndex(shown.model_.index(0))
    for _time in range(2):
        qtbot.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(shown.star_wished) as star:
        qtbot.keyClicks(shown, "*")
    assert star.args == [[1, 2, 3], True]
    with qtbot.waitSignal(shown.do_not_quote_wished) as never:
        qtbot.keyClicks(shown, "!")
    assert never.args == [[1, 2, 3], True]
    with qtbot.waitSignal(shown.pin_wished) as pin:
        qtbot.keyClicks(shown, "4")
    assert pin.args == [[1, 2, 3], 4]
    with qtbot.waitSignal(shown.palette_wished) as palette:
        qtbot.keyClicks(shown, "f")
    assert palette.args is not None
    assert (palette.args[0], palette.args[2]) == ([1, 2, 3], "f")
    with qtbot.waitSignal(shown.uncode_wished) as gone:
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert gone.args == [[101, 102, 103]]


def test_the_menu_says_what_can_be_done_with_one_and_with_several(
    many: tuple[ExcerptList, list[int]],
) -> None:
    shown, _read = many
    one, several = shown.menu(MANY[:1]), shown.menu(MANY[:3])
    assert len(one.actions()) == len(several.actions()) + 3
    one.deleteLater()
    several.deleteLater()


def test_the_words_around_an_excerpt_make_its_card_higher(qtbot: QtBot) -> None:
    found = ExcerptList()
    qtbot.addWidget(found)
    found.resize(320, 500)
    around = replace(excerpt(1, "Kaffen hjalp."), before="ord " * 30, after="ord " * 30)
    found.show_cards([Card(around, (coding(1),))], VALENCES)
    found.show()
    before = found.visualRect(found.model_.index(0)).height()
    found.show_context(True)
    qtbot.waitUntil(lambda: found.visualRect(found.model_.index(0)).height() > before + 40)
    assert not found.grab().isNull()
