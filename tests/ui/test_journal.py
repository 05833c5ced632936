"""The journal by real keys: opened anywhere, tied to what is in view, never lost, written out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import memos
from qualtool.operations import memos as acts
from qualtool.operations import work_phases
from qualtool.store.rows import MemoRow
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.journal_drawer import JournalDrawer
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.stretching import cut_off
from tests.ui.studies import Study, furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def study(opened: MainWindow, qtbot: QtBot) -> Study:
    assert opened.project is not None
    made = furnish(opened.project)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    coding(opened).open_document(made.document)
    coding(opened).reader.setFocus()
    return made


def coding(window: MainWindow) -> CodingWorkspace:
    found = window.pages.workspace("coding")
    assert isinstance(found, CodingWorkspace)
    return found


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def begin(window: MainWindow, qtbot: QtBot) -> JournalDrawer:
    press(qtbot, Key.Key_J, Held.ControlModifier)
    drawer = window.memos.journal.drawer
    assert drawer is not None
    assert drawer.isVisible()
    assert drawer.editor.text.hasFocus()
    return drawer


def write(qtbot: QtBot, words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, words)


def kept(window: MainWindow) -> list[MemoRow]:
    assert window.project is not None
    with window.project.read() as session:
        return memos.memos(session)


def test_an_entry_is_on_what_is_in_view_and_escape_keeps_it_and_gives_the_keys_back(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_BracketRight)
    drawer = begin(opened, qtbot)
    write(qtbot, "Hvem er noen?")
    drawer.editor.keep()
    write(qtbot, " Alle.")
    press(qtbot, Key.Key_Escape)
    assert not drawer.isVisible()
    assert coding(opened).reader.view.hasFocus()
    (memo,) = kept(opened)
    assert (memo.text, memo.target, memo.coder) == ("Hvem er noen? Alle.", "excerpt", "Marte")
    press(qtbot, Key.Key_Z, Held.ControlModifier)
    assert kept(opened) == []


def test_an_entry_can_be_untied_before_and_after_it_is_kept(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    drawer = begin(opened, qtbot)
    drawer.editor.head.loose.click()
    assert drawer.editor.text.hasFocus()
    write(qtbot, "om alt")
    press(qtbot, Key.Key_J, Held.ControlModifier)
    write(qtbot, "om dokumentet")
    drawer.editor.keep()
    assert [(memo.text, memo.target) for memo in kept(opened)] == [
        ("om alt", ""),
        ("om dokumentet", "document"),
    ]
    drawer.editor.head.loose.click()
    assert [memo.target for memo in kept(opened)] == ["", ""]
    assert not drawer.editor.head.loose.isVisible()


def test_entries_are_read_by_day_and_opened_by_key(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    with opened.project.edit("add_memo") as session:
        for day, text in (
            ("2024-03-01", "Eldst."),
            ("2024-03-02", "**Midt** i."),
            ("2024-03-02", "Sist."),
        ):
            acts.add(session, text=text, date=day)
    drawer = begin(opened, qtbot)
    assert [entry.memo.text for entry in drawer.entries.entries] == [
        "Sist.",
        "**Midt** i.",
        "Eldst.",
    ]
    drawer.words.setFocus()
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    assert drawer.entries.entries[1].hasFocus()
    press(qtbot, Key.Key_Return)
    assert drawer.editor.text.toPlainText() == "**Midt** i."
    assert [entry.memo.text for entry in drawer.entries.entries] == ["Sist.", "Eldst."]
    drawer.words.setFocus()
    assert drawer.editor.formatted.isVisible()
    assert drawer.editor.formatted.toPlainText() == "Midt i."
    write(qtbot, "eld")
    qtbot.waitUntil(lambda: [e.memo.text for e in drawer.entries.entries] == ["Eldst."])
    press(qtbot, Key.Key_Escape)
    assert drawer.words.text() == ""
    drawer.editor.text.setFocus()
    assert not drawer.editor.formatted.isVisible()


def test_a_question_of_the_phase_goes_into_the_entry(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    drawer = begin(opened, qtbot)
    assert drawer.prompts.question.text() == "What stayed with me after this reading?"
    with opened.project.edit("enter_method_phase") as session:
        work_phases.enter(session, "coding")
    assert drawer.prompts.question.text() == "Which code did I hesitate over, and why?"
    drawer.prompts.next.click()
    asked = drawer.prompts.question.text()
    drawer.prompts.question.click()
    write(qtbot, "Alt.")
    press(qtbot, Key.Key_Escape)
    assert kept(opened)[0].text == f"> {asked}\n\nAlt."


def test_private_entries_stay_out_of_the_file_unless_asked_for(
    opened: MainWindow, study: Study, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened.project is not None
    with opened.project.edit("add_memo") as session:
        acts.add(session, text="Om meg selv.", kind="reflexive")
        acts.add(session, text="Om saken.")
    drawer = begin(opened, qtbot)
    path = tmp_path / "journal.md"
    said: list[str] = []
    opened.notices.said.connect(lambda notice, *_rest: said.append(str(notice)))
    for private, there in ((False, False), (True, True)):
        wanted = drawer.wanted()
        opened.memos.journal.export("md", replace(wanted, private=private), path)
        assert ("Om meg selv" in path.read_text("utf-8")) is there
        assert "Om saken" in path.read_text("utf-8")


def test_closing_the_project_keeps_what_is_half_written(
    opened: MainWindow, study: Study, qtbot: QtBot, study_path: Path
) -> None:
    begin(opened, qtbot)
    write(qtbot, "midt i")
    opened.projects.close()
    assert opened.projects.open(study_path)
    assert [memo.text for memo in kept(opened)] == ["midt i"]


def test_nothing_is_cut_off_in_longer_languages(
    stretched: None, opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    opened.resize(1280, 720)
    drawer = begin(opened, qtbot)
    write(qtbot, "x")
    drawer.editor.keep()
    assert cut_off(drawer) == []
