"""Coding on from retrieval, through the keys of the list and the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook, definitions, excerpts
from qualtool.operations import codes as code_operations
from qualtool.operations import coding
from qualtool.store.project import Project
from qualtool.ui.panels.excerpts import ExcerptList
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    with project.edit("apply_code") as session:
        for at in (0, 10, 60):
            coding.apply(
                session, made.document, at, at + 8, [made.places], coder_id=project.coder_id
            )
    return made


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    made.show_code(study.places)
    return made


@pytest.fixture
def shown(workspace: CodingWorkspace, qtbot: QtBot) -> ExcerptList:
    """The list with its first three excerpts chosen by key."""
    found = workspace.inspector.list
    found.setFocus()
    found.setCurrentIndex(found.model_.index(0))
    for _time in range(2):
        qtbot.keyClick(found, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    return found


def coded(project: Project, study: Study, code: int) -> list[int]:
    with project.read() as session:
        rows = excerpts.codings_in(session, study.document)
    return [row.start for row in rows if row.code_id == code]


def test_a_few_letters_code_all_that_are_chosen_in_one_step(
    workspace: CodingWorkspace, shown: ExcerptList, project: Project, study: Study, qtbot: QtBot
) -> None:
    qtbot.keyClicks(shown, "sl")
    palette = workspace.coding_on.palette
    assert palette is not None
    qtbot.keyClicks(palette.field, "ik")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert coded(project, study, study.habits) == [0, 10, 38]
    project.undo()
    assert coded(project, study, study.habits) == []
    assert len(shown.chosen()) == 3


def test_space_opens_the_palette_and_a_new_code_is_made_for_all(
    workspace: CodingWorkspace, shown: ExcerptList, project: Project, study: Study, qtbot: QtBot
) -> None:
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    palette = workspace.coding_on.palette
    assert palette is not None
    qtbot.keyClicks(palette.field, "helt nytt")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with project.read() as session:
        (made,) = [row for row in codebook.codes(session) if row.name == "helt nytt"]
    assert made.excerpts == 3
    project.undo()
    with project.read() as session:
        assert "helt nytt" not in {row.name for row in codebook.codes(session)}


def test_a_pinned_code_is_put_on_all_with_its_number(
    shown: ExcerptList, project: Project, study: Study, qtbot: QtBot
) -> None:
    with project.edit("pin_code") as session:
        code_operations.pin(session, study.habits, 7)
    qtbot.keyClicks(shown, "7")
    assert coded(project, study, study.habits) == [0, 10, 38]
    qtbot.keyClicks(shown, "8")
    assert coded(project, study, study.habits) == [0, 10, 38]


def test_star_valence_and_uncoding_work_on_all_and_are_one_step_each(
    shown: ExcerptList, project: Project, study: Study, qtbot: QtBot
) -> None:
    qtbot.keyClicks(shown, "+")
    qtbot.keyClicks(shown, "*")
    with project.read() as session:
        rows = excerpts.codings_in(session, study.document)
    assert [row.starred for row in rows] == [True, True, True, False]
    qtbot.keyClicks(shown, "!")
    with project.read() as session:
        rows = excerpts.codings_in(session, study.document)
    assert not any(row.starred for row in rows)
    assert [row.do_not_quote for row in rows] == [True, True, True, False]
    assert [row.valence for row in rows][:3] == ["opportunity"] * 3
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert coded(project, study, study.places) == [60]
    project.undo()
    assert len(coded(project, study, study.places)) == 4


def test_how_what_was_found_is_grouped_is_remembered(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    def pressed(words: str) -> None:
        buttons = workspace.inspector.retrieval.findChildren(QToolButton)
        button = next(
            each for each in buttons if each.accessibleName() == words or each.text() == words
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    pressed("By case")
    pressed("Context")
    again = CodingWorkspace(project)
    qtbot.addWidget(again)
    assert again.inspector.retrieval.grouping == "case"
    assert again.inspector.list.delegate.show_context


def test_the_typical_excerpt_is_chosen_where_the_excerpts_are_read(
    workspace: CodingWorkspace, shown: ExcerptList, project: Project, study: Study
) -> None:
    card = shown.chosen()[1]
    entry = next(
        each
        for each in shown.menu([card]).actions()
        if each.text() == "Typical excerpt of the code"
    )
    entry.trigger()
    with project.read() as session:
        meant = definitions.definition(session, study.places)
    assert meant is not None
    assert meant.example_excerpt_id == card.excerpt.id
    assert project.undo() is not None


def test_a_theme_has_no_typical_excerpt_and_several_cannot_be_the_one(
    workspace: CodingWorkspace, shown: ExcerptList, study: Study
) -> None:
    words = "Typical excerpt of the code"
    assert all(each.text() != words for each in shown.menu(shown.chosen()).actions())
    one = shown.chosen()[:1]
    workspace.show_theme(study.structure)
    assert all(each.text() != words for each in shown.menu(one).actions())
