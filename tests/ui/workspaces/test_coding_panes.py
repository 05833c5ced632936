"""Reading mode is the text alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualtool.store.project import Project
from qualtool.ui import menus
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces.coding import CodingWorkspace
from qualtool.ui.workspaces.coding_panes import LEFT_LEAST, RIGHT_LEAST
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    return made


def alone(workspace: CodingWorkspace) -> bool:
    beside = (workspace.documents, workspace.codebook, workspace.inspector)
    assert workspace.reader.isVisible()
    return not any(part.isVisible() for part in beside)


def test_reading_shows_the_text_alone_and_escape_leads_back(
    qtbot: QtBot, workspace: CodingWorkspace
) -> None:
    widths = workspace.panes.sizes()
    workspace.panes.toggle_reading()
    assert alone(workspace)
    assert not workspace.reader.view.shown_codings().codings
    assert workspace.focusProxy() is workspace.reader
    workspace.reader.select(0, 7)
    qtbot.keyClick(workspace.reader, Qt.Key.Key_Escape)
    assert alone(workspace), "it first lets go of what is selected"
    qtbot.keyClick(workspace.reader, Qt.Key.Key_Escape)
    assert not workspace.panes.reading()
    assert not alone(workspace)
    assert workspace.panes.sizes() == widths
    assert len(workspace.reader.view.shown_codings().codings) == 1


def test_what_is_asked_for_in_a_pane_ends_the_reading(
    workspace: CodingWorkspace, study: Study
) -> None:
    workspace.panes.toggle_reading()
    workspace.show_code(study.places)
    assert not workspace.panes.reading()
    assert workspace.inspector.isVisible()


def test_the_same_key_leads_in_and_out_and_the_menu_ticks_what_is_on(
    opened: MainWindow, qtbot: QtBot
) -> None:
    assert opened.project is not None
    furnish(opened.project)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)

    def ticked() -> set[str]:
        menu = menus.whole_menu(opened, opened.made, list, print)
        for part in menu.findChildren(QMenu):
            part.aboutToShow.emit()
        menu.deleteLater()
        entries = [each.key for each in opened.made if each.ticked is not None]
        return {key for key in entries if opened.made[key].isChecked()}

    assert ticked() & {"reading", "show_uncoded", "blind"} == set()
    assert "codings_all" in ticked()
    qtbot.keyClick(workspace.reader.view, Qt.Key.Key_F9)
    assert alone(workspace)
    qtbot.keyClick(workspace.reader.view, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert ticked() >= {"reading", "show_uncoded", "codings_all"}
    qtbot.keyClick(workspace.reader.view, Qt.Key.Key_F9)
    assert not alone(workspace)
    assert "reading" not in ticked()
    opened.coders.toggle_blind()
    assert {"blind", "codings_own"} <= ticked()
    assert "codings_all" not in ticked()


def test_the_panes_give_way_to_the_text_in_a_small_window(workspace: CodingWorkspace) -> None:
    wide = workspace.panes.sizes()
    workspace.resize(944, 600)
    QApplication.processEvents()
    assert workspace.reader.view.measure.text_width >= 240
    assert workspace.panes.sizes()[0] == LEFT_LEAST
    assert workspace.panes.sizes()[2] == RIGHT_LEAST
    workspace.resize(1160, 600)
    QApplication.processEvents()
    assert workspace.panes.sizes()[0] == wide[0]
    assert RIGHT_LEAST < workspace.panes.sizes()[2] < wide[2]
    workspace.resize(1300, 800)
    QApplication.processEvents()
    assert workspace.panes.sizes() == wide


def test_a_pane_that_was_made_wider_is_so_again_when_there_is_room(
    workspace: CodingWorkspace,
) -> None:
    workspace.panes.moveSplitter(340, 1)
    assert workspace.panes.sizes()[0] == 340
    workspace.resize(944, 600)
    QApplication.processEvents()
    assert workspace.panes.sizes()[0] < 340
    workspace.resize(1400, 800)
    QApplication.processEvents()
    assert workspace.panes.sizes()[0] == 340


def test_a_window_made_small_while_reading_has_room_for_the_text_afterwards(
    workspace: CodingWorkspace,
) -> None:
    workspace.panes.toggle_reading()
    workspace.resize(944, 600)
    QApplication.processEvents()
    workspace.panes.toggle_reading()
    QApplication.processEvents()
    assert workspace.reader.view.measure.text_width >= 240
