"""A board on a small study, alone or in its workspace."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.store.project import Project
from qualtool.ui.board.board import Board
from qualtool.ui.workspaces.board_acts import BoardActs
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def acts(
    dressed: QApplication, qtbot: QtBot, project: Project, study: Study
) -> Iterator[BoardActs]:
    board = Board(project)
    qtbot.addWidget(board)
    board.resize(2000, 900)  # so wide that nothing need be scrolled to
    made = BoardActs(board, project)
    project.listen(board.on_changes)
    board.show()
    board.activateWindow()
    board.setFocus()
    yield made
    for timer in board.findChildren(QTimer):
        timer.stop()


@pytest.fixture
def board(acts: BoardActs) -> Board:
    return acts.board


@pytest.fixture
def workspace(
    dressed: QApplication, qtbot: QtBot, project: Project, study: Study
) -> Iterator[ThemesWorkspace]:
    made = ThemesWorkspace(project)
    qtbot.addWidget(made)
    made.resize(2600, 900)
    project.listen(made.on_changes)
    made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    for timer in made.findChildren(QTimer):
        timer.stop()
