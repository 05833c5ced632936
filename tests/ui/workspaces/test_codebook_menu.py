from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook, history
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.merge_sheet import MergeSheet
from qualtool.ui.panels.split_sheet import SplitSheet
from qualtool.ui.workspaces.codebook_menu import CodebookMenu
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(
    qtbot: QtBot, dressed: QApplication, project: Project, study: Study
) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1200, 900)
    made.show()
    return made


def _menu(workspace: CodingWorkspace, code_id: int) -> CodebookMenu:
    workspace.show_code(code_id)
    node = workspace.codebook.tree.nodes()[0]
    workspace.codebook.tree.menu_wished.emit(node, QPoint(0, 0))
    menus = [each for each in workspace.findChildren(CodebookMenu) if each.isVisible()]
    return menus[-1]


def _words(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def _press(menu: QMenu, words: str) -> None:
    action = next(each for each in menu.actions() if each.text().startswith(words))
    action.trigger()
    menu.close()


def test_a_used_code_is_offered_to_be_retired_before_it_is_removed(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    menu = _menu(workspace, study.places)
    words = _words(menu)
    assert words[-2:] == ["Retire, and keep its excerpts", "Remove with all its codings"]
    _press(menu, "Retire")
    with project.read() as session:
        row = next(code for code in codebook.codes(session) if code.id == study.places)
    assert (row.state, row.excerpts) == ("retired", 1)
    menu = _menu(workspace, study.places)
    tree = workspace.codebook.tree
    menu.close()
    workspace.codebook.look.toggle_retired()
    workspace.show_code(study.places)
    qtbot.keyClick(tree, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    with project.read() as session:
        assert all(code.state == "in_use" for code in codebook.codes(session))


def test_merging_is_named_in_the_menu_and_begins_with_a_key(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    sheets: list[QWidget] = []
    workspace.sheet_wished.connect(sheets.append)
    menu = _menu(workspace, study.habits)
    words = "Merge “slik gjør vi det her” into another code …"
    assert words in _words(menu)
    _press(menu, words)
    tree = workspace.codebook.tree
    qtbot.keyClick(tree, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    tree.selectAll()
    node = next(each for each in tree.nodes() if each.code and each.code.id == study.places)
    tree.menu_wished.emit(node, QPoint(0, 0))
    menu = next(each for each in workspace.findChildren(CodebookMenu) if each.isVisible())
    assert "Merge “slik gjør vi det her” into “faste møteplasser” …" in _words(menu)
    menu.close()
    for sheet in sheets:
        assert isinstance(sheet, MergeSheet)
        qtbot.addWidget(sheet)
        assert not sheet.merge.isEnabled(), "no code is the nearest: it is chosen"
        qtbot.keyClick(sheet.stays, Qt.Key.Key_Down)
        assert "slik gjør vi det her" in sheet.said()[0]
    sheets[0].findChildren(QPushButton)[-1].click()
    with project.read() as session:
        assert [row.name for row in codebook.codes(session)] == ["faste møteplasser"]


def test_while_others_are_hidden_delete_retires_and_says_why(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    project.coders_read = frozenset({project.coder_id or 0})
    menu = _menu(workspace, study.habits)
    assert _words(menu)[-1] == "Retire, and keep its excerpts"
    menu.close()
    qtbot.keyClick(workspace.codebook.tree, Qt.Key.Key_Delete)
    step = project.next_undo()
    assert step is not None
    assert "nothing is removed while codings of others are hidden" in history.step_in_words(step)
    with project.read() as session:
        states = {row.id: row.state for row in codebook.codes(session)}
    assert states[study.habits] == "retired"


def test_an_unused_code_is_simply_removed(
    workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    menu = _menu(workspace, study.habits)
    assert _words(menu)[-1] == "Remove"
    assert not any(each.startswith("Retire") for each in _words(menu))
    menu.close()


def test_splitting_begins_with_the_excerpts_chosen_in_the_list(
    qtbot: QtBot, workspace: CodingWorkspace, study: Study
) -> None:
    sheets: list[QWidget] = []
    workspace.sheet_wished.connect(sheets.append)
    menu = _menu(workspace, study.places)
    workspace.inspector.list.setFocus()
    qtbot.keyClick(workspace.inspector.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _press(menu, "Split")
    sheet = sheets[0]
    assert isinstance(sheet, SplitSheet)
    qtbot.addWidget(sheet)
    assert [box.isChecked() for box in sheet.ticks.boxes] == [True]


@pytest.mark.parametrize(("words", "kind"), [("New code", "code"), ("New theme", "theme")])
def test_the_button_of_the_codebook_makes_a_code_or_theme_and_asks_for_its_name(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study, words: str, kind: str
) -> None:
    workspace.show_code(study.places)  # which is chosen, and not meant
    qtbot.mouseClick(workspace.codebook.add, Qt.MouseButton.LeftButton)
    menu = next(each for each in workspace.findChildren(CodebookMenu) if each.isVisible())
    assert {"New code", "New theme", "Take in a codebook …"} <= set(_words(menu))
    _press(menu, words)
    field = workspace.codebook.tree.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "før materialet")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    def named() -> bool:
        with project.read() as session:
            rows = codebook.codes(session) if kind == "code" else codebook.themes(session)
            return any(row.name == "før materialet" for row in rows)

    qtbot.waitUntil(named)


def test_a_code_is_made_by_keys_alone_before_any_passage_is_coded(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.made["make_code"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "fra teorien")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.project is not None

    def names() -> list[str]:
        assert opened.project is not None
        with opened.project.read() as session:
            return [row.name for row in codebook.codes(session)]

    qtbot.waitUntil(lambda: names() == ["fra teorien"])
