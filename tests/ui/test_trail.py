"""The trail by real keys: opened, narrowed, a step's things gone to, and why it was done noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from qualtool.analysis.history import worded
from qualtool.analysis.trail_pages import StepFilter, every
from qualtool.operations import codes
from qualtool.store.schema import Step
from qualtool.ui.main_window import MainWindow
from qualtool.ui.models.trail import Role
from qualtool.ui.work.trail_page import TrailPage
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.stretching import cut_off
from tests.ui.studies import Study, furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def study(opened: MainWindow, qtbot: QtBot) -> Study:
    assert opened.project is not None
    made = furnish(opened.project)
    with opened.project.edit("describe_code") as session:
        codes.describe(session, made.habits, description="Det vante.")
    with opened.project.edit("rename_code") as session:
        codes.rename(session, made.habits, "vaner")
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return made


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def show(window: MainWindow, qtbot: QtBot) -> TrailPage:
    press(qtbot, Key.Key_H, Held.ControlModifier | Held.ShiftModifier)
    sheet = window.view.work.sheet
    assert sheet is not None
    page = sheet.pages.currentWidget()
    assert isinstance(page, TrailPage)
    qtbot.waitUntil(page.filters.words.hasFocus)
    return page


def said(page: TrailPage) -> list[str]:
    model = page.model
    rows = [model.index(row).data(Role.STEP) for row in range(model.rowCount())]
    return [worded(row) for row in rows]


def test_the_trail_is_searched_and_a_step_leads_to_what_it_touched(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    page = show(opened, qtbot)
    assert said(page)[0] == "Renamed the code “slik gjør vi det her” to “vaner”"
    qtbot.keyClicks(page.filters.words, "description")
    qtbot.waitUntil(lambda: len(said(page)) == 1)
    press(qtbot, Key.Key_Down)
    assert page.view.hasFocus()
    assert page.pane.doors[0].text() == "vaner"
    press(qtbot, Key.Key_Return)
    coding = opened.pages.workspace("coding")
    assert isinstance(coding, CodingWorkspace)
    assert opened.view.work.sheet is None
    node = coding.codebook.tree.nodes()[0]
    assert node.code is not None
    assert node.code.id == study.habits


def test_why_something_was_done_is_written_on_its_step(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    page = show(opened, qtbot)
    press(qtbot, Key.Key_Down)
    assert page.pane.reason is not None
    qtbot.waitUntil(page.pane.reason.isVisible)
    press(qtbot, Key.Key_Right)
    assert page.pane.reason.hasFocus()
    qtbot.keyClicks(page.pane.reason, "ordet er deres eget")
    press(qtbot, Key.Key_Return)
    with opened.project.read() as session:
        (step,) = every(session, StepFilter(with_reason=True))
    assert step.reason == "ordet er deres eget"
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.reason == "ordet er deres eget"
    page.filters.with_reason.click()
    assert len(said(page)) == 1


def test_the_trail_is_narrowed_by_part_and_by_what_still_stands(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    page = show(opened, qtbot)
    opened.project.undo()
    assert said(page)[:2] == [
        "Undid: Renamed the code “slik gjør vi det her” to “vaner”",
        "Renamed the code “slik gjør vi det her” to “vaner”",
    ]
    page.filters.standing.click()
    assert said(page)[0].startswith("Changed the description")
    page.filters.area.setCurrentIndex(page.filters.area.findData("material"))
    page.filters.area.activated.emit(page.filters.area.currentIndex())
    assert said(page) == ["Imported the document “Informant 1”"]


def test_what_is_shown_of_the_trail_is_written_to_a_file(
    opened: MainWindow, study: Study, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened.project is not None
    opened.project.undo()
    page = show(opened, qtbot)
    page.filters.area.setCurrentIndex(page.filters.area.findData("codes"))
    page.write(tmp_path / "spor.md")
    written = (tmp_path / "spor.md").read_text("utf-8")
    assert "navnet «vaner»" in written
    assert "Informant 1" not in written


def test_escape_clears_the_search_then_closes_and_the_keys_are_back(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    coding = opened.pages.workspace("coding")
    assert isinstance(coding, CodingWorkspace)
    coding.reader.setFocus()
    before = QApplication.focusWidget()
    page = show(opened, qtbot)
    qtbot.keyClicks(page.filters.words, "x")
    press(qtbot, Key.Key_Escape)
    assert page.filters.words.text() == ""
    press(qtbot, Key.Key_Escape)
    assert opened.view.work.sheet is None
    assert QApplication.focusWidget() is before


def test_a_long_trail_is_fetched_as_it_is_looked_at(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    with opened.project.clear_out() as session:
        rows = [{"action": "apply_code", "about": '{"document":"x","code":"y","codes":1}'}] * 3_000
        session.execute(insert(Step), rows)
    page = show(opened, qtbot)
    assert page.model.rowCount() < 1_000
    page.filters.words.setText("renamed")
    qtbot.waitUntil(lambda: len(said(page)) == 1)
    assert page.model.ended


def test_nothing_is_cut_off_in_longer_languages(
    stretched: None, opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    opened.resize(1280, 720)
    page = show(opened, qtbot)
    press(qtbot, Key.Key_Down)
    sheet = opened.view.work.sheet
    assert sheet is not None
    assert page.pane.step_id is not None
    assert cut_off(sheet) == []
