"""A text put right: a word, an excerpt that loses its words, a name everywhere, and all undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.analysis import excerpts, lost_excerpts
from qualtool.operations import sample
from qualtool.ui import fonts, theme
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.lost_sheet import LostSheet
from qualtool.ui.panels.replace_sheet import ReplaceSheet
from tests.system.hands import Hands, Key
from tests.system.looking import notice, open_document, project_of, reader_of, text_of


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a copy of the sample study."""
    fonts.load()
    theme.start()
    theme.choose("light")
    settings.change(coder="Marte")
    study = sample.own_copy(tmp_path)
    made = MainWindow()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert made.projects.open(study)
    yield made
    made.close()
    made.deleteLater()


def waiting(window: MainWindow) -> int:
    with project_of(window).read() as session:
        return lost_excerpts.count(session)


def everything(window: MainWindow) -> list[tuple[int, str, int]]:
    with project_of(window).read() as session:
        return [(row.id, row.text, row.start) for row in excerpts.excerpts(session)]


def test_a_text_is_put_right_and_all_of_it_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    hands = Hands(window)
    hands.control("2")
    open_document(hands, "Informant 1")
    reader = reader_of(hands)
    text, before = text_of(hands), everything(window)

    # A word is put in; the codings below come along.
    hands.click_before("Det holder lenge.")
    hands.press(Key.Key_F2)
    hands.write("Ja. ")
    hands.press(Key.Key_Return)
    assert "Ja. Det holder lenge." in text_of(hands)
    assert notice(window) == "Corrected 1 place in “Informant 1”"
    assert [words for _id, words, _start in everything(window)] == [w for _id, w, _s in before]

    # A coded paragraph is written anew: its excerpt waits, and is placed on what is selected.
    coded = next(each for each in reader.view.coded.codings if each.start > 0)
    reader.reveal(coded.start)
    reader.setFocus()
    hands.press(Key.Key_F2)
    hands.control(Key.Key_A)
    hands.write("Uhørlig")
    hands.press(Key.Key_Return)
    lost = waiting(window)
    assert lost > 0
    hands.select("Uhørlig")
    window.made["lost_excerpts"].trigger()
    qtbot.waitUntil(lambda: isinstance(hands.focus().property("text"), str))
    sheet = hands.part(LostSheet)
    assert hands.focus().objectName() == "place"
    hands.press(Key.Key_Space)
    assert waiting(window) == lost - 1
    hands.press(Key.Key_Escape)
    assert not sheet.isVisible()

    # A word is replaced in every document.
    reader.setFocus()
    hands.press(Key.Key_Escape)
    hands.control("h")
    replacing = hands.part(ReplaceSheet)
    qtbot.waitUntil(replacing.words.hasFocus)
    replacing.words.clear()
    hands.write("NAV")
    qtbot.waitUntil(replacing.replace.isEnabled)
    hands.press(Key.Key_Tab)
    hands.write("Etaten")
    hands.control(Key.Key_Return)
    assert "Replaced" in replacing.note.text()
    hands.press(Key.Key_Escape)
    assert "NAV" not in text_of(hands)

    for _step in range(4):
        assert project_of(window).undo() is not None
    assert text_of(hands) == text
    assert everything(window) == before
