"""A block that is frozen in the window keeps what is to be known of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from qualtool.analysis import report_list
from qualtool.operations import coders
from qualtool.store.project import Project
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.ui.report.conftest import settle


def test_a_block_frozen_while_blind_says_whose_codings_it_holds(
    workspace: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    with project.edit("add_coder") as session:
        jonas = coders.ensure(session, "Jonas")
    project.coders_read = frozenset({jonas})
    workspace.refresh()
    piece = next(each for each in workspace.composed.pieces if each.name == "excerpts")
    workspace.choose(piece.key)
    settle(qtbot, workspace)
    workspace.toggle_freeze()
    settle(qtbot, workspace)
    chosen = workspace.piece()
    assert chosen is not None
    project.coders_read = None
    with project.read() as session:
        assert "Jonas" in report_list.frozen(session, chosen.key)
