"""Codes and themes put in order and under each other, by key and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import codes
from qualtool.store.project import Project
from qualtool.ui.models.codebook import Node
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def study(project: Project) -> Study:
    study = furnish(project)
    with project.edit("add_code") as session:
        for name in ("alfa", "beta", "gamma"):
            codes.add(session, name)
        for name in ("klokka", "rommet"):
            codes.add(session, name, theme_id=study.structure)
    return study


@pytest.fixture
def workspace(
    qtbot: QtBot, dressed: QApplication, project: Project, study: Study
) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1200, 1200)
    made.show()
    return made


def _node(workspace: CodingWorkspace, name: str) -> Node:
    return next(
        node
        for node in workspace.codebook.model.nodes()
        if (row := node.code or node.theme) and row.name == name
    )


def _under(node: Node | None) -> list[str]:
    return [each.code.name for each in node.children if each.code] if node else []


def _choose(workspace: CodingWorkspace, *names: str) -> None:
    panel = workspace.codebook
    selection = panel.tree.selectionModel()
    selection.clearSelection()
    for place, name in enumerate(names):
        index = panel.model.index_of(_node(workspace, name))
        if not place:
            panel.tree.setCurrentIndex(index)
        selection.select(index, QItemSelectionModel.SelectionFlag.Select)


def _press(qtbot: QtBot, workspace: CodingWorkspace, key: Qt.Key) -> None:
    qtbot.keyClick(workspace.codebook.tree, key, ALT)


def _drop(workspace: CodingWorkspace, names: list[str], onto: str, share: float) -> None:
    """Drop rows over another, at a share of its height."""
    panel = workspace.codebook
    data = panel.model.mimeData([panel.model.index_of(_node(workspace, name)) for name in names])
    tree, port = panel.tree, panel.tree.viewport()
    box = tree.visualRect(panel.model.index_of(_node(workspace, onto)))
    at = QPoint(box.center().x(), round(box.top() + share * box.height()))
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(port, QDragEnterEvent(at, move, data, left, none))
    QApplication.sendEvent(port, QDragMoveEvent(at, move, data, left, none))
    QApplication.sendEvent(port, QDropEvent(QPointF(at), move, data, left, none))


def test_alt_and_an_arrow_move_a_code_among_its_siblings(
    qtbot: QtBot, workspace: CodingWorkspace
) -> None:
    _choose(workspace, "gamma")
    _press(qtbot, workspace, Qt.Key.Key_Up)
    assert _under(_node(workspace, "alfa").parent)[-3:] == ["alfa", "gamma", "beta"]
    _press(qtbot, workspace, Qt.Key.Key_Up)
    assert _under(_node(workspace, "alfa").parent)[-3:] == ["gamma", "alfa", "beta"]
    _press(qtbot, workspace, Qt.Key.Key_Down)
    assert _under(_node(workspace, "alfa").parent)[-3:] == ["alfa", "gamma", "beta"]


def test_several_codes_are_nested_by_key_and_brought_out_again(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project
) -> None:
    _choose(workspace, "beta", "gamma")
    _press(qtbot, workspace, Qt.Key.Key_Right)
    assert _under(_node(workspace, "alfa")) == ["beta", "gamma"]
    _press(qtbot, workspace, Qt.Key.Key_Left)
    assert _under(_node(workspace, "alfa").parent)[-3:] == ["alfa", "beta", "gamma"]
    project.undo()
    assert _under(_node(workspace, "alfa")) == ["beta", "gamma"]


def test_codes_nest_to_any_depth(qtbot: QtBot, workspace: CodingWorkspace) -> None:
    for name in ("beta", "gamma"):
        _choose(workspace, name)
        _press(qtbot, workspace, Qt.Key.Key_Right)
    _press(qtbot, workspace, Qt.Key.Key_Right)
    assert _under(_node(workspace, "beta")) == ["gamma"]
    assert _under(_node(workspace, "alfa")) == ["beta"]


def test_the_order_in_a_theme_is_changed_by_key(qtbot: QtBot, workspace: CodingWorkspace) -> None:
    _choose(workspace, "rommet")
    _press(qtbot, workspace, Qt.Key.Key_Up)
    assert _under(_node(workspace, "Ingen eier det")) == ["faste møteplasser", "rommet", "klokka"]


def test_themes_are_moved_by_key_too(qtbot: QtBot, workspace: CodingWorkspace) -> None:
    _choose(workspace, "Ingen eier det")
    _press(qtbot, workspace, Qt.Key.Key_Right)
    assert _node(workspace, "Ingen eier det").parent is _node(workspace, "Vaner som holder igjen")


def test_several_codes_are_dropped_between_two_others(workspace: CodingWorkspace) -> None:
    _drop(workspace, ["alfa", "gamma"], "rommet", 0.02)
    assert _under(_node(workspace, "Ingen eier det")) == [
        "faste møteplasser",
        "klokka",
        "alfa",
        "gamma",
        "rommet",
    ]


def test_several_codes_are_dropped_onto_one_and_stand_under_it(
    workspace: CodingWorkspace, project: Project
) -> None:
    _drop(workspace, ["beta", "gamma"], "alfa", 0.5)
    assert _under(_node(workspace, "alfa")) == ["beta", "gamma"]
    project.undo()
    assert _under(_node(workspace, "alfa")) == []


def test_a_code_dropped_between_two_in_the_list_by_name_goes_nowhere(
    workspace: CodingWorkspace, project: Project
) -> None:
    workspace.codebook.look.by_name()
    _drop(workspace, ["gamma"], "beta", 0.02)
    workspace.codebook.look.as_tree()
    assert _under(_node(workspace, "alfa").parent)[-3:] == ["alfa", "beta", "gamma"]
