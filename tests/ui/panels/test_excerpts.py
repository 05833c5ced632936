from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.store.rows import ValenceRow
from qualtool.ui.models.excerpts import Card, ExcerptsModel, cards
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
