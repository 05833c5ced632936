"""Reading mode is the text alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.store.project import Project
from qualtool.ui import menus
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.folding_side import EDGE
from qualtool.ui.reader.measure import TEXT_LEAST
from qualtool.ui.workspaces.coding import CodingWorkspace
from qualtool.ui.workspaces.coding_panes import LEFT, RIGHT, RIGHT_LEAST, CodingPanes
from tests.ui.studies import Study, furnish

NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.setMinimumWidth(1)  # as in the window, which may be narrower than all would like
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


def out(panes: CodingPanes) -> tuple[bool, bool]:
    """Whether the lists are out, and what is chosen."""
    return panes.lists.out(), panes.beside.out()


def resized(workspace: CodingWorkspace, width: int) -> list[int]:
    workspace.resize(width, 600)
    QApplication.processEvents()
    return workspace.panes.sizes()


@pytest.mark.parametrize("width", [664, 760, 850, 944, 1000, 1080, 1160, 1300])
def test_the_text_keeps_its_width_in_every_window(workspace: CodingWorkspace, width: int) -> None:
    resized(workspace, width)
    assert workspace.reader.view.measure.text_width >= TEXT_LEAST


def test_what_is_chosen_gives_way_first_then_the_lists_and_both_come_back(
    workspace: CodingWorkspace,
) -> None:
    panes, wide = workspace.panes, workspace.panes.sizes()
    resized(workspace, 2 + wide[0] + workspace.reader.view.room() + RIGHT_LEAST + 5)
    assert panes.sizes()[::2] == [wide[0], RIGHT_LEAST + 5]
    assert resized(workspace, 944)[2] == EDGE
    assert out(panes) == (True, False)
    assert resized(workspace, 664)[0] == EDGE
    assert out(panes) == (False, False)
    assert resized(workspace, 1300) == wide


def test_a_pane_that_was_made_wider_is_so_again_when_there_is_room(
    workspace: CodingWorkspace,
) -> None:
    workspace.panes.moveSplitter(340, 1)
    assert workspace.panes.sizes()[0] == 340
    right = workspace.panes.sizes()[2]
    assert resized(workspace, 880)[0] < 340
    workspace.panes.moveSplitter(260, 1)  # what is folded keeps the width it had
    wide = resized(workspace, 1400)
    assert (wide[0], wide[2]) == (260, right)


def test_a_window_made_small_while_reading_has_room_for_the_text_afterwards(
    workspace: CodingWorkspace,
) -> None:
    workspace.panes.toggle_reading()
    resized(workspace, 944)
    workspace.panes.toggle_reading()
    QApplication.processEvents()
    assert workspace.reader.view.measure.text_width >= TEXT_LEAST


@pytest.fixture
def small(opened: MainWindow, qtbot: QtBot) -> CodingWorkspace:
    """In a window of 1000 x 640, with the excerpt of the study chosen by a key."""
    assert opened.project is not None
    furnish(opened.project)
    opened.resize(1000, 640)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    workspace.reader.setFocus()
    press(qtbot, Qt.Key.Key_BracketRight)
    assert workspace.reader.chosen_excerpt() is not None
    return workspace


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)
    QApplication.processEvents()


def test_a_key_lets_a_folded_pane_out_with_the_keys_in_it_and_folds_it_again(
    small: CodingWorkspace, qtbot: QtBot
) -> None:
    panes, view = small.panes, small.reader.view
    assert out(panes) == (True, False)
    press(qtbot, Qt.Key.Key_F4)
    assert out(panes) == (False, True)
    assert small.inspector.isAncestorOf(QApplication.focusWidget() or view)
    assert view.measure.text_width >= TEXT_LEAST
    press(qtbot, Qt.Key.Key_F4)
    assert out(panes) == (True, False)
    assert view.hasFocus()
    press(qtbot, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert out(panes) == (False, False)
    press(qtbot, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert panes.lists.out()
    assert small.codebook.tree.hasFocus()


def test_the_edge_of_a_folded_pane_lets_it_out_by_mouse_and_by_key(
    small: CodingWorkspace, qtbot: QtBot
) -> None:
    panes = small.panes
    qtbot.mouseClick(panes.beside.edge, Qt.MouseButton.LeftButton)
    assert out(panes) == (False, True)
    panes.lists.edge.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert out(panes) == (True, False)


def test_the_comment_of_a_code_is_written_where_the_pane_was_folded(
    small: CodingWorkspace, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_C)
    assert small.panes.beside.out()
    assert isinstance(QApplication.focusWidget(), CommentField)


def test_a_code_gone_to_shows_its_excerpts_where_the_pane_was_folded(
    small: CodingWorkspace, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_Escape)
    tree = small.codebook.tree
    tree.setFocus()
    press(qtbot, Qt.Key.Key_End)
    assert not small.panes.beside.out(), "going through the codes leaves the codebook"
    press(qtbot, Qt.Key.Key_Return)
    assert small.panes.beside.out()
    assert small.inspector.list.isVisible()
    window = small.window()
    assert isinstance(window, MainWindow)
    assert window.notices.last is not None
    assert "select a passage" in window.notices.last.words, "Enter has not been pressed in vain"


def test_panes_are_put_away_by_key_in_a_wide_window_and_stay_away(
    workspace: CodingWorkspace,
) -> None:
    panes, wide = workspace.panes, workspace.panes.sizes()
    panes.toggle_beside()
    assert not panes.beside.out()
    resized(workspace, 944)
    assert not panes.beside.out()
    assert resized(workspace, 1300)[2] == EDGE
    panes.toggle_beside()
    assert panes.sizes() == wide


def test_reading_hides_the_edges_too_and_a_pane_asked_for_ends_it(
    workspace: CodingWorkspace,
) -> None:
    resized(workspace, 944)
    workspace.panes.toggle_reading()
    assert not workspace.panes.beside.edge.isVisible()
    workspace.panes.toggle_beside()
    assert not workspace.panes.reading()
    assert workspace.panes.beside.out()


def test_widths_made_by_hand_are_there_the_next_time(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project
) -> None:
    workspace.panes.moveSplitter(330, 1)
    resized(workspace, 944)  # where there is no room for them, which changes nothing
    workspace.hide()
    again = CodingWorkspace(project)
    qtbot.addWidget(again)
    again.setMinimumWidth(1)
    again.show()
    assert resized(again, 1300)[0] == 330


@pytest.mark.parametrize("said", ["", "a b c d", "1 2 3 4", "330 300", "330 -5 1 1"])
def test_sizes_that_make_no_sense_are_as_if_never_kept(
    qtbot: QtBot, project: Project, study: Study, said: str
) -> None:
    settings.change(layout={"coding-panes": said})
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    made.setMinimumWidth(1)
    made.show()
    assert resized(made, 1300)[::2] == [LEFT, RIGHT]
