"""One key goes round the panes of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from qualtool.ui.main_window import MainWindow
from qualtool.ui.panes import go_to_next
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import furnish


def test_panes_take_turns_and_those_without_controls_are_passed_over(
    dressed: QApplication, qtbot: QtBot
) -> None:
    whole = QWidget()
    row = QHBoxLayout(whole)
    left, middle, right = QLineEdit(), QLabel("nothing to press"), QLineEdit()
    splitter = QSplitter()
    for pane in (left, middle, right):
        splitter.addWidget(pane)
    row.addWidget(splitter)
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    for pane in (left, right, left):
        assert go_to_next([whole]) is pane
        qtbot.waitUntil(pane.hasFocus)
    assert go_to_next([whole], -1) is right


def test_nothing_to_press_is_nothing_to_go_to(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("nothing")
    qtbot.addWidget(label)
    label.show()
    assert go_to_next([label]) is None


def test_the_key_reaches_every_part_of_the_window(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    met: list[QWidget] = []
    for _press in range(8):
        qtbot.keyClick(opened, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        assert now is not None
        met.append(now)
    for part in (opened.rail, opened.header, opened.pages.top()):
        assert any(part.isAncestorOf(each) for each in met), part


def test_in_coding_the_key_leads_to_the_text_and_to_the_codes_themselves(
    opened: MainWindow, qtbot: QtBot
) -> None:
    assert opened.project is not None
    furnish(opened.project)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    met: list[QWidget | None] = []
    for _press in range(6):
        qtbot.keyClick(QApplication.focusWidget() or opened, Qt.Key.Key_F6)
        met.append(QApplication.focusWidget())
    assert workspace.reader.view in met
    assert workspace.codebook.tree in met
