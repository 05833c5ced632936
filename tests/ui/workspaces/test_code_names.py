"""A name that cannot be given stays in the field it was typed in, with the reason beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook
from qualtool.core.names import LONGEST
from qualtool.operations import codes
from qualtool.ui.main_window import MainWindow
from qualtool.ui.reader.palette import Palette
from qualtool.ui.reader.palette_parts import Hint
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(opened: MainWindow) -> Study:
    assert opened.project is not None
    return furnish(opened.project)


@pytest.fixture
def workspace(opened: MainWindow, study: Study, qtbot: QtBot) -> CodingWorkspace:
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    made = opened.pages.workspace("coding")
    assert isinstance(made, CodingWorkspace)
    return made


def in_use(opened: MainWindow) -> set[str]:
    assert opened.project is not None
    with opened.project.read() as session:
        return {row.name for row in codebook.codes(session)}


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def name_anew(qtbot: QtBot, workspace: CodingWorkspace, words: str) -> QLineEdit:
    tree = workspace.codebook.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return field


def test_a_name_that_another_code_has_stays_in_the_field_until_it_is_another(
    opened: MainWindow, workspace: CodingWorkspace, study: Study, qtbot: QtBot
) -> None:
    workspace.show_code(study.habits)
    field = name_anew(qtbot, workspace, "Faste møteplasser")
    assert field.isVisible()
    assert field.text() == "Faste møteplasser"
    hint = workspace.codebook.hint
    assert hint.isVisible()
    assert "There is a code called “Faste møteplasser” there already." in hint.text()
    assert "slik gjør vi det her" in in_use(opened)
    qtbot.keyClicks(field, " igjen")
    assert "already" not in hint.text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Faste møteplasser igjen" in in_use(opened))
    assert not field.isVisible()


def test_escape_gives_the_old_name_back(
    opened: MainWindow, workspace: CodingWorkspace, study: Study, qtbot: QtBot
) -> None:
    workspace.show_code(study.habits)
    field = name_anew(qtbot, workspace, "faste møteplasser")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert in_use(opened) == {"faste møteplasser", "slik gjør vi det her"}
    assert "already" not in workspace.codebook.hint.text()


def test_a_theme_is_refused_the_name_of_its_neighbour(
    workspace: CodingWorkspace, study: Study, qtbot: QtBot
) -> None:
    workspace.show_theme(study.culture)
    field = name_anew(qtbot, workspace, "Ingen eier det")
    assert field.isVisible()
    assert "There is a theme called" in workspace.codebook.hint.text()


def test_a_code_may_have_the_name_of_one_that_stands_elsewhere(
    opened: MainWindow, workspace: CodingWorkspace, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    with opened.project.edit("add_code") as session:
        below = codes.add(session, "noe annet", parent_id=study.habits)
    workspace.show_code(below)
    name_anew(qtbot, workspace, "faste møteplasser")
    qtbot.waitUntil(lambda: "noe annet" not in in_use(opened))
    with opened.project.read() as session:
        names = [row.name for row in codebook.codes(session)]
    assert names.count("faste møteplasser") == 2


def test_a_new_code_that_cannot_be_called_so_stays_in_the_palette(
    opened: MainWindow, workspace: CodingWorkspace, qtbot: QtBot
) -> None:
    workspace.reader.setFocus()
    workspace.reader.select(0, 7)
    qtbot.keyClick(workspace.reader.view, "x")
    palette = next(each for each in opened.findChildren(Palette) if each.isVisible())
    palette.field.setText("x" * (LONGEST + 1))
    qtbot.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert palette.isVisible()
    assert palette.field.text() == "x" * (LONGEST + 1)
    hint = palette.findChild(Hint)
    assert isinstance(hint, Hint)
    assert "at most" in hint.accessibleName()
    qtbot.keyClick(focus(), Qt.Key.Key_Backspace)
    assert "at most" not in hint.accessibleName()
    qtbot.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "x" * LONGEST in in_use(opened)


@pytest.mark.parametrize(("written", "kept"), [("torsdagene", True), ("faste møteplasser", False)])
def test_closing_keeps_a_name_that_can_be_given_and_lets_go_of_another(
    opened: MainWindow, workspace: CodingWorkspace, study: Study, qtbot: QtBot, written: str,
    kept: bool,
) -> None:  # fmt: skip
    workspace.show_code(study.habits)
    field = name_anew(qtbot, workspace, "faste møteplasser")
    field.setText(written)
    workspace.aside()
    assert (written in in_use(opened) - {"faste møteplasser"}) is kept
    assert opened.close()
