"""Words replaced in the whole project by real keys, and excerpts decided on in their sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import documents, lost_excerpts
from qualtool.core.source import Source
from qualtool.operations import documents as adding
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.lost_sheet import LostSheet
from qualtool.ui.panels.replace_sheet import ReplaceSheet
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import TEXT, furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def project(opened: MainWindow, qtbot: QtBot) -> Project:
    assert opened.project is not None
    furnish(opened.project)
    with opened.project.edit("import_documents") as session:
        for name in ("Kari", "Notat"):
            source = Source(text=f"{name}: Karis bil, og Kari selv.", format="text")
            adding.add(session, source, name=name)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened.project


def sheet_of(window: MainWindow, qtbot: QtBot) -> ReplaceSheet:
    qtbot.keyClick(window, Key.Key_H, Held.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReplaceSheet)))
    (sheet,) = window.findChildren(ReplaceSheet)
    qtbot.waitUntil(sheet.words.hasFocus)
    return sheet


def texts(project: Project) -> dict[str, str]:
    with project.read() as session:
        rows = documents.documents(session)
        return {row.name: documents.reading(session, row.id).text for row in rows}


def test_a_name_is_replaced_wherever_it_stands_in_one_step(
    opened: MainWindow, project: Project, qtbot: QtBot
) -> None:
    sheet = sheet_of(opened, qtbot)
    assert not sheet.replace.isEnabled()
    qtbot.keyClicks(sheet.words, "Kari")
    qtbot.waitUntil(sheet.replace.isEnabled)
    assert sheet.replace.text() == "Take out 7"
    qtbot.keyClick(sheet.words, Key.Key_Tab)
    qtbot.keyClicks(sheet.replacement, "Anne")
    assert sheet.replace.text() == "Replace 7"
    qtbot.keyClick(sheet.replacement, Key.Key_Return, Held.ControlModifier)
    assert texts(project)["Anne"] == "Anne: Annes bil, og Anne selv."
    assert texts(project)["Notat"] == "Notat: Annes bil, og Anne selv."
    assert "Replaced 7 places" in sheet.note.text()
    qtbot.keyClick(sheet.replacement, Key.Key_Escape)
    assert opened.pages.top() is opened.pages.workspace("coding")
    project.undo()
    assert texts(project)["Kari"] == "Kari: Karis bil, og Kari selv."


def test_each_place_shows_what_it_becomes(
    opened: MainWindow, project: Project, qtbot: QtBot
) -> None:
    sheet = sheet_of(opened, qtbot)
    qtbot.keyClicks(sheet.words, "Kari")
    qtbot.waitUntil(sheet.replace.isEnabled)
    group = sheet.tree.topLevelItem(0)
    assert group is not None
    first, second = group.child(0), group.child(1)
    assert first is not None
    assert second is not None
    told = Qt.ItemDataRole.AccessibleTextRole
    assert "→" not in first.data(0, told)
    qtbot.keyClicks(sheet.replacement, "Informant 5")
    assert "Kari → Informant 5: " in first.data(0, told)
    assert "Karis → Informant 5s bil" in second.data(0, told)
    sheet.replacement.clear()
    assert "→" not in first.data(0, told)


def test_the_focus_stays_in_the_sheet_when_all_is_replaced_and_with_tab(
    opened: MainWindow, project: Project, qtbot: QtBot
) -> None:
    sheet = sheet_of(opened, qtbot)
    qtbot.keyClicks(sheet.words, "Kari")
    qtbot.waitUntil(sheet.replace.isEnabled)
    sheet.replacement.setText("Anne")
    sheet.replace.setFocus()
    qtbot.keyClick(sheet.replace, Key.Key_Space)
    assert not sheet.replace.isEnabled()
    for _each in range(12):
        now = opened.focusWidget()
        assert now is not None
        assert sheet.isAncestorOf(now)
        qtbot.keyClick(now, Key.Key_Tab)
    now = opened.focusWidget()
    assert now is not None
    qtbot.keyClick(now, Key.Key_Escape)
    assert opened.pages.top() is opened.pages.workspace("coding")


def test_what_is_not_ticked_stays(opened: MainWindow, project: Project, qtbot: QtBot) -> None:
    sheet = sheet_of(opened, qtbot)
    qtbot.keyClicks(sheet.words, "Kari")
    qtbot.waitUntil(sheet.replace.isEnabled)
    sheet.tree.setFocus()
    group = sheet.tree.topLevelItem(0)
    assert group is not None
    sheet.tree.setCurrentItem(group)
    qtbot.keyClick(sheet.tree, Key.Key_Space)
    assert sheet.replace.text() == "Take out 4"
    sheet.replacement.setText("Anne")
    sheet.replace.click()
    assert "Kari: Karis bil, og Kari selv." in texts(project).values()
    assert texts(project)["Notat"] == "Notat: Annes bil, og Anne selv."


def test_words_that_stand_nowhere_are_said_to(
    opened: MainWindow, project: Project, qtbot: QtBot
) -> None:
    sheet = sheet_of(opened, qtbot)
    qtbot.keyClicks(sheet.words, "zebra")
    qtbot.waitUntil(sheet._nothing.isVisible)
    assert not sheet.replace.isEnabled()


def lose(window: MainWindow, qtbot: QtBot) -> CodingWorkspace:
    workspace = window.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    workspace.reader.setFocus()
    workspace.reader.reveal(TEXT.index("fantes"))
    qtbot.keyClick(workspace.reader.view, Key.Key_F2)
    field = workspace.correcting.paragraph.field
    qtbot.keyClick(field, Key.Key_A, Held.ControlModifier)
    qtbot.keyClicks(field, "Nei.")
    qtbot.keyClick(field, Key.Key_Return)
    return workspace


def test_a_lost_excerpt_is_told_of_and_given_up_by_keyboard(
    opened: MainWindow, project: Project, qtbot: QtBot
) -> None:
    lose(opened, qtbot)
    assert opened.notices.last is not None
    assert "1 excerpt has lost its words" in opened.notices.last.words
    assert opened.notices.last.way is not None
    opened.notices.last.way.act()
    (sheet,) = opened.findChildren(LostSheet)
    button = sheet.findChild(QPushButton, "give_up")
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    with project.read() as session:
        assert lost_excerpts.count(session) == 0
    project.undo()
    with project.read() as session:
        assert lost_excerpts.count(session) == 1


def test_a_lost_excerpt_is_placed_on_what_is_selected(
    opened: MainWindow, project: Project, qtbot: QtBot
) -> None:
    workspace = lose(opened, qtbot)
    at = texts(project)["Informant 1"].index("Nei")
    workspace.reader.select(at, at + 3)
    opened.corrections.show_lost()
    (sheet,) = opened.findChildren(LostSheet)
    button = next(b for b in sheet.findChildren(QPushButton) if b.text() == "Place on “Nei”")
    button.click()
    with project.read() as session:
        assert lost_excerpts.count(session) == 0
