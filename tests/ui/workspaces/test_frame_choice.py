"""Several sets of themes over the same material, each with its board."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import board as reading
from qualtool.operations import frames, theme_states, themes
from qualtool.reports.choices import of_project
from qualtool.reports.material import gather
from qualtool.reports.options import Options
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.name_sheet import NameSheet
from qualtool.ui.workspaces.coding import CodingWorkspace
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(
    dressed: QApplication, qtbot: QtBot, project: Project, study: Study
) -> Iterator[ThemesWorkspace]:
    made = ThemesWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1400, 800)
    made.show()
    yield made
    for timer in made.findChildren(QTimer):
        timer.stop()


def _new(workspace: ThemesWorkspace, qtbot: QtBot, name: str) -> int:
    with qtbot.waitSignal(workspace.sheet_wished) as wished:
        workspace.frames.ask_new()
    assert wished.args is not None
    sheet = wished.args[0]
    assert isinstance(sheet, NameSheet)
    qtbot.addWidget(sheet)
    qtbot.keyClicks(sheet.name, name)
    with qtbot.waitSignal(sheet.closed):
        sheet.done.click()
    assert workspace.frames.frame is not None
    return workspace.frames.frame


def test_a_new_set_has_an_empty_board_and_all_codes_in_its_tray(
    workspace: ThemesWorkspace, study: Study, qtbot: QtBot
) -> None:
    _new(workspace, qtbot, "Kompasset")
    board = workspace.board
    assert board.contents.columns == ()
    assert {card.id for card in board.contents.loose.cards} == {study.places, study.habits}
    assert workspace.frames.text() == "Kompasset"


def test_a_code_serves_in_several_sets(
    workspace: ThemesWorkspace, study: Study, qtbot: QtBot, project: Project
) -> None:
    first = workspace.frames.frame
    assert first is not None
    frame = _new(workspace, qtbot, "Kompasset")
    workspace.board.choose(("code", 0, study.places))
    workspace.doing.new_theme()
    (column,) = workspace.board.contents.columns
    assert [card.id for card in column[0].cards] == [study.places]
    workspace.frames.choose(first)
    held = workspace.board.contents.section(study.structure)
    assert held is not None
    assert [card.id for card in held.cards] == [study.places]
    workspace.show_theme(column[0].place)
    assert workspace.frames.frame == frame


def test_sets_are_renamed_moved_and_removed(
    workspace: ThemesWorkspace, study: Study, qtbot: QtBot, project: Project
) -> None:
    first = workspace.frames.frame
    frame = _new(workspace, qtbot, "Kompasset")
    workspace.frames.move_by(-1)
    with project.read() as session:
        assert [row.id for row in reading.frames(session)] == [frame, first]
    with qtbot.waitSignal(workspace.sheet_wished) as wished:
        workspace.frames.ask_name()
    assert wished.args is not None
    sheet = wished.args[0]
    qtbot.addWidget(sheet)
    sheet.named.emit("Fokusområder")
    assert workspace.frames.text() == "Fokusområder"
    workspace.frames.remove()
    assert workspace.frames.frame == first
    assert workspace.frames.text() == ""
    assert workspace.board.contents.section(study.structure) is not None
    project.undo()
    with project.read() as session:
        assert next(row.name for row in reading.frames(session)) == "Fokusområder"


def test_the_codebook_groups_by_the_set_that_is_chosen(
    dressed: QApplication, qtbot: QtBot, project: Project, study: Study
) -> None:
    with project.edit("add_frame") as session:
        frame = frames.add(session, "Kompasset")
        other = themes.add(session, "Retning", frame_id=frame)
        themes.place_codes(session, other, [study.habits])
    coding = CodingWorkspace(project)
    qtbot.addWidget(coding)

    def groups() -> set[str]:
        model = coding.codebook.tree.model()
        return {str(model.index(row, 0).data()) for row in range(model.rowCount())}

    assert "Ingen eier det" in groups()
    assert "Retning" not in groups()
    coding.show_frame(frame)
    assert "Retning" in groups()
    assert "Ingen eier det" not in groups()
    made = coding.acts.add_theme("Ny retning")
    with project.read() as session:
        rows = reading.frames(session)
    assert made is not None
    assert next(row.themes for row in rows if row.id == frame) == 2


def test_all_workspaces_look_at_the_set_that_was_chosen(opened: MainWindow, qtbot: QtBot) -> None:
    project = opened.project
    assert project is not None
    with project.edit("add_frame") as session:
        themes.add(session, "Kultur igjen")
        frame = frames.add(session, "Kompasset")
    opened.show_workspace("themes")
    shown = opened.pages.workspace("themes")
    assert isinstance(shown, ThemesWorkspace)
    shown.frames.choose(frame)
    opened.show_workspace("coding")
    coding = opened.pages.workspace("coding")
    assert isinstance(coding, CodingWorkspace)
    assert coding.codebook.frame == frame
    path = project.path
    opened.projects.close()
    assert opened.projects.open(path)
    opened.show_workspace("themes")
    again = opened.pages.workspace("themes")
    assert isinstance(again, ThemesWorkspace)
    assert again.frames.frame == frame, "it is looked at again when the project is opened again"


def test_a_table_is_made_of_the_set_that_is_chosen_for_it(project: Project, study: Study) -> None:
    with project.edit("add_frame") as session:
        frame = frames.add(session, "Kompasset")
        other = themes.add(session, "Retning", frame_id=frame)
        themes.place_codes(session, other, [study.places])
    with project.read() as session:
        (choice,) = [each for each in of_project(session, "themes") if each.field == "frame_id"]
    assert [value for _words, value in choice.values][1] == frame
    with project.read() as session:
        told = [
            [main.title for main in gather(session, Options(frame_id=each), starred=False).themes]
            for each in (None, frame, 999)
        ]
    assert told[1] == ["Retning"]
    assert told[0] == told[2]
    assert "Retning" not in told[0]
    with project.edit("move_frames") as session:
        frames.move(session, [frame], 0)
    with project.read() as session:
        first = gather(session, Options(), starred=False).themes
    assert [main.title for main in first] == ["Retning"]


def test_a_theme_set_aside_groups_no_codes(
    dressed: QApplication, qtbot: QtBot, project: Project, study: Study
) -> None:
    coding = CodingWorkspace(project)
    qtbot.addWidget(coding)
    project.listen(coding.on_changes)
    tree = coding.codebook.tree

    def rows() -> list[str]:
        index, found = tree.model().index(0, 0), list[str]()
        while index.isValid():
            found.append(str(index.data()))
            index = tree.indexBelow(index)
        return found

    assert "Ingen eier det" in rows()
    with project.edit("set_theme_state") as session:
        theme_states.set_state(session, [study.structure], "aside")
    assert "Ingen eier det" not in rows()
    assert "faste møteplasser" in rows(), "its codes are among those without a theme"
