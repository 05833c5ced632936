"""While a sheet is open nothing goes on behind it: by the window's own keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook
from qualtool.operations import codes
from qualtool.ui.action_table import TABLE
from qualtool.ui.behind_sheets import HARMLESS, STEPS, left_on
from qualtool.ui.dialogs.coder import ChooseCoder
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.lost_sheet import LostSheet
from qualtool.ui.panels.merge_sheet import MergeSheet
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def study(opened: MainWindow, qtbot: QtBot) -> Study:
    assert opened.project is not None
    made = furnish(opened.project)
    with opened.project.edit("add_code") as session:
        codes.add(session, "tid")
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return made


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Held.ControlModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def names(window: MainWindow) -> set[str]:
    assert window.project is not None
    with window.project.read() as session:
        return {row.name for row in codebook.codes(session)}


def assert_nothing_goes_on_behind(window: MainWindow, qtbot: QtBot) -> None:
    sheet, before = window.pages.sheet(), names(window)
    assert sheet is not None
    for key in (Key.Key_Z, Key.Key_K, Key.Key_3, Key.Key_L, Key.Key_J, Key.Key_W):
        press(qtbot, key)
    assert names(window) == before
    assert window.findChild(CommandPalette) is None
    assert window.pages.shown() == "coding"
    assert window.pages.sheet() is sheet
    qtbot.mouseClick(window.header.search, Qt.MouseButton.LeftButton)
    assert window.findChild(CommandPalette) is None


def test_keys_do_nothing_behind_the_merging_of_codes(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    coding = opened.pages.workspace("coding")
    assert isinstance(coding, CodingWorkspace)
    coding.codebook.choose_code(study.places)
    coding.codebook.tree.setFocus()
    press(qtbot, Key.Key_L)
    assert isinstance(opened.pages.sheet(), MergeSheet)
    qtbot.waitUntil(lambda: opened.pages.top().isAncestorOf(opened.focusWidget()))
    assert_nothing_goes_on_behind(opened, qtbot)
    qtbot.keyClick(opened.pages.sheet(), Key.Key_Escape)
    assert opened.pages.sheet() is None
    press(qtbot, Key.Key_Z)
    assert "tid" not in names(opened)
    press(qtbot, Key.Key_3)
    assert opened.pages.shown() == "themes"


def test_a_field_on_a_sheet_keeps_its_own_undo(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    opened.made["choose_coder"].trigger()
    sheet = opened.pages.sheet()
    assert isinstance(sheet, ChooseCoder)
    qtbot.waitUntil(lambda: opened.pages.top().isAncestorOf(opened.focusWidget()))
    assert_nothing_goes_on_behind(opened, qtbot)
    sheet.name.setFocus()
    qtbot.keyClicks(sheet.name, "Ida")
    press(qtbot, Key.Key_Z)
    assert sheet.name.text() == ""
    assert "tid" in names(opened)
    assert opened.made["full_screen"].isEnabled()
    assert opened.made["larger"].isEnabled()
    assert opened.made["quit"].isEnabled()


def test_what_is_worked_on_as_a_workspace_keeps_every_key(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    for key in ("show_trail", "show_memos"):
        opened.made[key].trigger()
        assert opened.pages.sheet() is not None
        qtbot.waitUntil(lambda: opened.pages.top().isAncestorOf(opened.focusWidget()))
        assert opened.made["undo"].isEnabled()
        assert opened.made["palette"].isEnabled()
        press(qtbot, Key.Key_2)
        assert opened.pages.sheet() is None


def test_what_is_undone_is_seen_on_a_sheet_that_shows_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    sheet = LostSheet()
    qtbot.addWidget(sheet)
    assert left_on(sheet) == HARMLESS | STEPS


def test_what_a_sheet_leaves_on_stands_in_the_table() -> None:
    assert {each.key for each in TABLE} >= HARMLESS | STEPS
