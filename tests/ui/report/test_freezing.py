"""A block that is frozen in the window keeps what is to be known of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from qualtool.analysis import report_list
from qualtool.analysis.history import steps, worded
from qualtool.operations import coders
from qualtool.store.project import Project
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.ui.report.conftest import settle


def _freeze(workspace: ReportWorkspace, name: str, qtbot: QtBot) -> int:
    """Freeze the first block of a name; its key."""
    piece = next(each for each in workspace.composed.pieces if each.name == name)
    workspace.choose(piece.key)
    qtbot.waitUntil(lambda: workspace.making.holds(piece.key), timeout=20_000)
    workspace.toggle_freeze()
    settle(qtbot, workspace)
    chosen = workspace.piece()
    assert chosen is not None
    assert chosen.frozen_ms is not None
    return chosen.key


def _last(project: Project) -> str:
    with project.read() as session:
        return worded(steps(session, limit=1)[0])


def test_a_block_frozen_while_blind_says_whose_codings_it_holds(
    workspace: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    with project.edit("add_coder") as session:
        jonas = coders.ensure(session, "Jonas")
    project.coders_read = frozenset({jonas})
    workspace.refresh()
    key = _freeze(workspace, "excerpts", qtbot)
    project.coders_read = None
    with project.read() as session:
        assert "Jonas" in report_list.frozen(session, key)


def test_a_block_frozen_of_everybodys_codings_is_not_seen_while_blind(
    workspace: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    key = _freeze(workspace, "excerpts", qtbot)
    assert workspace.making.report_of(key) is not None
    with project.edit("add_coder") as session:
        jonas = coders.ensure(session, "Jonas")
    project.coders_read = frozenset({jonas})
    workspace.making.age()
    workspace.refresh()
    settle(qtbot, workspace)
    assert workspace.making.report_of(key) is None
    assert "codings of others" in workspace.making.built[key].refused


def test_the_history_names_what_was_done_first_with_a_suggested_report(
    suggested: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    name = suggested.composed.pieces[0].name
    _freeze(suggested, name, qtbot)
    assert _last(project) == "Froze a block of the report “Vedlegg” as it was"
    project.undo()
    with project.read() as session:
        assert report_list.reports(session) == []
    suggested.acts.move([suggested.composed.pieces[1].key], 0)
    assert _last(project) == "Moved a block of the report “Vedlegg”"
    project.undo()
    suggested.acts.describe_report(title="Tillegg")
    assert _last(project) == "Renamed the report “Vedlegg” to “Tillegg”"
