from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qualtool.analysis import use
from qualtool.operations import coding
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coding
from qualtool.ui.models.codebook import Role
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import furnish


def shown(panel: CodebookPanel) -> dict[str, object]:
    """The figures beside the codes."""
    model = panel.model
    return {
        node.code.name: model.index_of(node).data(Role.COUNT)
        for node in model.nodes()
        if node.code is not None
    }


def counts(project: Project) -> dict[str, object]:
    """The same from the file."""
    with project.read() as session:
        rows = session.execute(select(Code.name, Coding.excerpt_id).join(Coding)).all()
    return {name: len({each for other, each in rows if other == name}) for name, _id in rows}


def test_a_large_project_is_shown_first_and_its_figures_follow(
    qtbot: QtBot, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use, "_AT_ONCE", 0)
    furnish(project)
    workspace = CodingWorkspace(project)
    qtbot.addWidget(workspace)
    panel = workspace.codebook
    assert set(shown(panel).values()) == {None}
    assert "excerpt" not in panel.model.index_of(next(iter(panel.model.nodes()))).data(
        3  # the words of a tooltip
    )
    with qtbot.waitSignal(workspace.counting.done):
        pass
    found = shown(panel)
    for name, count in counts(project).items():
        assert found[name] == count


def test_a_step_writes_its_figures_into_the_rows_there_are(qtbot: QtBot, project: Project) -> None:
    study = furnish(project)
    workspace = CodingWorkspace(project)
    qtbot.addWidget(workspace)
    project.listen(workspace.on_changes)
    rows = list(workspace.codebook.model.nodes())
    with project.read() as session:
        going = list(
            session.scalars(select(Coding.id).where(Coding.code_id == study.places).limit(1))
        )
        (name,) = session.scalars(select(Code.name).where(Code.id == study.places))
    before = shown(workspace.codebook)
    with project.edit("x") as session:
        coding.remove(session, going)
    after = shown(workspace.codebook)
    assert list(workspace.codebook.model.nodes()) == rows
    assert {key for key in before if before[key] != after[key]} == {name}
    project.undo()
    assert shown(workspace.codebook) == before
