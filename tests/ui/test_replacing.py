"""Words replaced in the whole project by real keys, and excerpts decided on in their sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import documents, lost_excerpts
from qualtool.analysis.originals import documents_with_originals
from qualtool.core.source import Source
from qualtool.operations import documents as adding
from qualtool.operations import importing, study
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


def test_the_lost_are_shown_anew_over_themselves_and_stay_up_to_date(
    opened: MainWindow, project: Project, qtbot: QtBot
) -> None:
    lose(opened, qtbot)
    opened.corrections.show_lost()
    opened.corrections.show_lost()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the first is gone now
    sheet = opened.corrections.sheet
    assert sheet is not None
    assert sheet.findChild(QPushButton, "give_up") is not None
    project.undo()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sheet.findChild(QPushButton, "give_up") is None


def test_files_that_hold_replaced_words_are_all_offered_to_be_let_go_of(
    opened: MainWindow, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    for words in ("Siri", "Odd"):
        (tmp_path / f"{words}.txt").write_text(f"Her snakker {words} om noe helt annet.")
    paths = [tmp_path / "Siri.txt", tmp_path / "Odd.txt"]
    with project.edit("import_documents") as session:
        study.describe(session, keep_originals=True)
        made = importing.take_in(session, importing.examine(paths))
    sheet = sheet_of(opened, qtbot)
    for words in ("Siri", "Odd"):
        sheet.words.selectAll()
        qtbot.keyClicks(sheet.words, words)
        qtbot.waitUntil(sheet.replace.isEnabled)
        sheet.replace.click()
    sheet.remove.click()
    with project.read() as session:
        assert documents_with_originals(session, made) == ()


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
