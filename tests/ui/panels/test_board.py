from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from qualtool.core.errors import QualtoolError
from qualtool.operations import codes
from qualtool.store.project import Project
from qualtool.ui.dragging import mime_of_codes
from qualtool.ui.panels.code_card import CodeCard
from qualtool.ui.panels.theme_column import Section
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import Study, furnish

_MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> ThemesWorkspace:
    made = ThemesWorkspace(project)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    project.listen(made.on_changes)
    made.show()
    qtbot.waitExposed(made)
    return made


def _card(workspace: ThemesWorkspace, code: int) -> CodeCard:
    return next(card for card in workspace.board.cards() if card.facts.code.id == code)


def _section(workspace: ThemesWorkspace, theme: int | None) -> Section:
    return next(s for s in workspace.board.sections if s.theme_id == theme)


def _drop(section: Section, data: QMimeData, action: Qt.DropAction) -> None:
    event = QDropEvent(
        QPointF(QPoint(10, 4)),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setDropAction(action)
    section.dropEvent(event)


def test_codes_without_a_theme_lie_in_the_tray(workspace: ThemesWorkspace, study: Study) -> None:
    assert _card(workspace, study.habits).theme_id is None
    assert _card(workspace, study.places).theme_id == study.structure


def test_a_card_dropped_on_a_theme_moves_there_and_back_by_undo(
    workspace: ThemesWorkspace, study: Study, project: Project
) -> None:
    data = mime_of_codes([study.habits])
    _drop(_section(workspace, study.culture), data, Qt.DropAction.MoveAction)
    assert _card(workspace, study.habits).theme_id == study.culture
    project.undo()
    assert _card(workspace, study.habits).theme_id is None


def test_a_copied_card_lies_in_both_themes(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    qtbot.mouseClick(_card(workspace, study.places), Qt.MouseButton.LeftButton)
    data = mime_of_codes([study.places])
    _drop(_section(workspace, study.culture), data, Qt.DropAction.CopyAction)
    places = {c.theme_id for c in workspace.board.cards() if c.facts.code.id == study.places}
    assert places == {study.structure, study.culture}


def test_a_card_dropped_in_the_tray_leaves_its_theme(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    qtbot.mouseClick(_card(workspace, study.places), Qt.MouseButton.LeftButton)
    _drop(_section(workspace, None), mime_of_codes([study.places]), Qt.DropAction.MoveAction)
    assert _card(workspace, study.places).theme_id is None


def test_ctrl_and_arrows_carry_a_card_from_theme_to_theme(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    card = _card(workspace, study.places)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    column = [s.theme_id for s in workspace.board.sections].index(study.structure)
    left = workspace.board.sections[column - 1].theme_id
    qtbot.keyClick(card, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert _card(workspace, study.places).theme_id == left
    qtbot.keyClick(
        _card(workspace, study.places), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier
    )
    assert _card(workspace, study.places).theme_id == study.structure


def test_ctrl_and_arrows_change_the_order_within_a_theme(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    section = _section(workspace, study.structure)
    _drop(section, mime_of_codes([study.habits]), Qt.DropAction.MoveAction)
    names = [c.facts.code.id for c in _section(workspace, study.structure).cards]
    first = _section(workspace, study.structure).cards[0]
    qtbot.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [c.facts.code.id for c in _section(workspace, study.structure).cards] == names[::-1]


def test_delete_takes_a_card_out_of_its_theme(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    qtbot.keyClick(_card(workspace, study.places), Qt.Key.Key_Delete)
    assert _card(workspace, study.places).theme_id is None


def test_arrows_go_from_card_to_card(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    tray = _card(workspace, study.habits)
    tray.setFocus()
    qtbot.keyClick(tray, Qt.Key.Key_Right)
    assert _card(workspace, study.places).chosen


def test_several_cards_are_chosen_with_ctrl_and_dragged_together(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    _drop(
        _section(workspace, study.structure),
        mime_of_codes([study.habits]),
        Qt.DropAction.MoveAction,
    )
    one, two = _section(workspace, study.structure).cards
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mousePress(two, Qt.MouseButton.LeftButton, control)
    qtbot.mouseRelease(two, Qt.MouseButton.LeftButton, control)
    assert sorted(one.dragged_with) == sorted([study.habits, study.places])


def test_what_is_written_about_a_theme_is_kept(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study, project: Project
) -> None:
    workspace.show_theme(study.structure)
    workspace.beside.form.described.emit(
        study.structure, "concept", "Det hviler på enkeltpersoner."
    )
    workspace.beside.form.renamed.emit(study.structure, "Alt hviler på noen få")
    with project.read() as session:
        from qualtool.analysis import codebook

        row = next(t for t in codebook.themes(session) if t.id == study.structure)
    assert row.concept == "Det hviler på enkeltpersoner."
    assert row.name == "Alt hviler på noen få"


def test_a_new_theme_waits_for_its_name(qtbot: QtBot, workspace: ThemesWorkspace) -> None:
    before = len(workspace.board.sections)
    workspace.board.theme_wished.emit()
    assert len(workspace.board.sections) == before + 1


def test_a_sub_code_lies_with_its_code_and_does_not_leave_the_theme_alone(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study, project: Project
) -> None:
    told: list[QualtoolError] = []
    workspace.refused.connect(told.append)
    with project.edit("x") as session:
        under = codes.add(session, "torsdagene", parent_id=study.places)
    section = _section(workspace, study.structure)
    assert [card.facts.code.id for card in section.cards] == [study.places, under]
    card = _card(workspace, under)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert [each.key for each in told] == ["code_follows"]
    assert _card(workspace, under).theme_id == study.structure
    _drop(_section(workspace, study.structure), mime_of_codes([study.habits]), _MOVE)
    first = _section(workspace, study.structure).cards[0]
    qtbot.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    order = [card.facts.code.id for card in _section(workspace, study.structure).cards]
    assert order == [study.habits, study.places, under]
