"""Arranging the cases of a study in a tree, by key and by dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualtool.analysis import grid
from qualtool.operations import cases
from qualtool.store.project import Project
from qualtool.ui.actions import worded_keys
from qualtool.ui.dragging import mime_of_cases
from qualtool.ui.models.cases import NAME
from qualtool.ui.workspaces.material import MaterialWorkspace

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def workspace(dressed: QApplication, qtbot: QtBot, project: Project) -> MaterialWorkspace:
    with project.edit("import_cases") as session:
        for name in ("Ada", "Bo", "Cato", "Dina"):
            cases.add(session, name)
    made = MaterialWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go_cases()
    return made


def _tree(project: Project) -> str:
    with project.read() as session:
        return " ".join("-" * row.depth + row.name for row in grid.cases_grid(session).rows)


def _ids(project: Project) -> dict[str, int]:
    with project.read() as session:
        return {row.name: row.id for row in grid.cases_grid(session).rows}


def test_alt_and_an_arrow_move_a_case_and_it_stays_the_chosen_one(
    workspace: MaterialWorkspace, project: Project
) -> None:
    view = workspace.of_cases.page.view
    workspace.of_cases.choose(_ids(project)["Cato"])
    QTest.keyClick(view, KEY.Key_Up, ALT)
    assert _tree(project) == "Ada Cato Bo Dina"
    QTest.keyClick(view, KEY.Key_Right, ALT)
    assert _tree(project) == "Ada -Cato Bo Dina"
    QTest.keyClick(view, KEY.Key_Left, ALT)
    QTest.keyClick(view, KEY.Key_Down, ALT)
    QTest.keyClick(view, KEY.Key_Down, ALT)
    QTest.keyClick(view, KEY.Key_Down, ALT)
    assert _tree(project) == "Ada Bo Dina Cato"
    assert [row.name for row in view.chosen()] == ["Cato"]
    for _step in range(5):
        project.undo()
    assert _tree(project) == "Ada Bo Cato Dina"


def _drop(workspace: MaterialWorkspace, ids: list[int], at: QPoint) -> QDropEvent:
    """Hover and let go, as the system tells it."""
    port = workspace.of_cases.page.view.viewport()
    data = mime_of_cases(ids)
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(port, QDragEnterEvent(at, move, data, buttons, none))
    QApplication.sendEvent(port, QDragMoveEvent(at, move, data, buttons, none))
    workspace.grab()
    dropped = QDropEvent(QPointF(at), move, data, buttons, none)
    QApplication.sendEvent(port, dropped)
    return dropped


def _at(workspace: MaterialWorkspace, row: int, share: float) -> QPoint:
    view = workspace.of_cases.page.view
    box = view.visualRect(view.arranged.index(row, NAME))
    return QPoint(box.left() + 60, box.top() + round(box.height() * share))


def test_cases_are_dropped_between_others_and_onto_one(
    workspace: MaterialWorkspace, project: Project
) -> None:
    ids = _ids(project)
    _drop(workspace, [ids["Dina"]], _at(workspace, 0, 0.9))
    assert _tree(project) == "Ada Dina Bo Cato"
    _drop(workspace, [ids["Bo"], ids["Cato"]], _at(workspace, 0, 0.5))
    assert _tree(project) == "Ada -Bo -Cato Dina"
    _drop(workspace, [ids["Bo"]], QPoint(80, workspace.height() - 120))
    assert _tree(project) == "Ada -Cato Dina Bo"
    project.undo()
    assert _tree(project) == "Ada -Bo -Cato Dina"


def test_a_case_is_not_dropped_under_itself(workspace: MaterialWorkspace, project: Project) -> None:
    ids = _ids(project)
    _drop(workspace, [ids["Bo"]], _at(workspace, 0, 0.5))
    _drop(workspace, [ids["Ada"]], _at(workspace, 1, 0.5))
    assert _tree(project) == "Ada -Bo Cato Dina"


def test_a_name_that_is_drawn_away_is_dragged_and_several_stay_chosen(
    workspace: MaterialWorkspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = workspace.of_cases.page.view
    begun: list[list[str]] = []
    monkeypatch.setattr(
        view.dragging, "start", lambda: begun.append([row.name for row in view.chosen()])
    )
    view.choose([_ids(project)["Ada"], _ids(project)["Bo"]])
    port, press = view.viewport(), _at(workspace, 1, 0.5)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=press)
    QTest.mouseMove(port, press + QPoint(0, 40))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=press + QPoint(0, 40))
    assert begun == [["Ada", "Bo"]]
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=press)
    assert [row.name for row in view.chosen()] == ["Bo"]


def test_sorted_by_a_column_only_nesting_is_left(
    workspace: MaterialWorkspace, project: Project
) -> None:
    view = workspace.of_cases.page.view
    view.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    workspace.of_cases.choose(_ids(project)["Cato"])
    QTest.keyClick(view, KEY.Key_Up, ALT)
    assert _tree(project) == "Ada Bo Cato Dina"
    _drop(workspace, [_ids(project)["Ada"]], _at(workspace, 0, 0.9))
    assert _tree(project) == "Bo Cato Dina -Ada"


def test_the_menu_tells_the_keys(workspace: MaterialWorkspace, project: Project) -> None:
    workspace.of_cases.choose(_ids(project)["Bo"])
    workspace.of_cases.page.view.menu_wished.emit(QPoint(0, 0))
    menus = {menu.title(): menu for menu in workspace.findChildren(QMenu)}
    first = menus["Move"].actions()[0]
    assert first.text() == f"Up\t{worded_keys('Alt+Up')}"
    first.trigger()
    assert _tree(project) == "Bo Ada Cato Dina"


def test_what_cannot_be_pasted_is_told_of(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    refusals: list[str] = []
    workspace.refused.connect(lambda error: refusals.append(str(error)))
    workspace.of_cases.choose(_ids(project)["Bo"])
    view = workspace.of_cases.page.view
    for copied in ("Bo\tDeltaker\t", "Bo\tDeltaker\trektor"):
        QGuiApplication.clipboard().setText(copied)
        QTest.keyClick(view, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert refusals == [
        "Nothing can be pasted into “Documents”; what was copied there is left out."
    ]
