"""A paragraph put right in the text by real keys, and what becomes of what was half typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import documents, excerpts, lost_excerpts
from qualtool.core.source import Source
from qualtool.operations import documents as adding
from qualtool.operations.correction import Corrected
from qualtool.store.project import Project
from qualtool.ui.reader.correcting import edits_of
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import ANSWER, QUESTION, TEXT, Study, furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.reader.setFocus()
    return made


def text_of(project: Project, study: Study) -> str:
    with project.read() as session:
        return documents.reading(session, study.document).text


def begin(workspace: CodingWorkspace, qtbot: QtBot, at: int) -> None:
    workspace.reader.reveal(at)
    qtbot.keyClick(workspace.reader.view, Key.Key_F2)
    assert workspace.correcting.paragraph.field.hasFocus()


def test_enter_keeps_what_was_typed_and_the_coding_follows(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    told: list[Corrected] = []
    workspace.corrected.connect(told.append)
    begin(workspace, qtbot, TEXT.index("fantes"))
    field = workspace.correcting.paragraph.field
    assert field.words() == ANSWER
    qtbot.keyClicks(field, "da ")
    qtbot.keyClick(field, Key.Key_Return)
    assert text_of(project, study) == TEXT.replace("Det fantes", "Det da fantes")
    assert not field.isVisible()
    assert workspace.reader.view.hasFocus()
    assert told[0].moved == 1
    with project.read() as session:
        (row,) = excerpts.excerpts(session)
    assert row.text == "ikke noe fast sted"
    project.undo()
    assert text_of(project, study) == TEXT


def test_escape_leaves_the_paragraph_as_it_was(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    begin(workspace, qtbot, 0)
    field = workspace.correcting.paragraph.field
    qtbot.keyClicks(field, "Du, ")
    qtbot.keyClick(field, Key.Key_Escape)
    assert not workspace.correcting.paragraph.open
    assert text_of(project, study) == TEXT


def test_tab_keeps_and_goes_on_to_the_next_paragraph_and_back(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    begin(workspace, qtbot, 0)
    field = workspace.correcting.paragraph.field
    qtbot.keyClicks(field, "Du, ")
    qtbot.keyClick(field, Key.Key_Tab)
    assert text_of(project, study) == "Du, " + TEXT
    assert field.words() == ANSWER
    qtbot.keyClick(field, Key.Key_Up, Held.ControlModifier)
    assert field.words() == "Du, " + QUESTION


def test_leaving_the_field_keeps_what_was_typed(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    begin(workspace, qtbot, 0)
    qtbot.keyClicks(workspace.correcting.paragraph.field, "Du, ")
    workspace.codebook.setFocus()
    assert text_of(project, study) == "Du, " + TEXT
    begin(workspace, qtbot, 0)
    qtbot.keyClicks(workspace.correcting.paragraph.field, "Å, ")
    workspace.aside()
    assert text_of(project, study) == "Å, Du, " + TEXT


def test_another_document_is_shown_only_after_what_was_typed_is_kept(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    with project.edit("import_documents") as session:
        other = adding.add(session, Source(text="Noe annet.", format="text"), name="Notat")
    begin(workspace, qtbot, 0)
    qtbot.keyClicks(workspace.correcting.paragraph.field, "Du, ")
    workspace.open_document(other)
    assert text_of(project, study) == "Du, " + TEXT
    assert not workspace.correcting.paragraph.open


def test_shift_and_enter_makes_two_paragraphs_of_one(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    begin(workspace, qtbot, TEXT.index("var det"))
    field = workspace.correcting.paragraph.field
    qtbot.keyClick(field, Key.Key_Return, Held.ShiftModifier)
    qtbot.keyClick(field, Key.Key_Return)
    assert text_of(project, study).startswith("Hvordan \nvar det")


def test_an_excerpt_that_loses_its_words_is_placed_on_what_is_selected(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    begin(workspace, qtbot, TEXT.index("fantes"))
    field = workspace.correcting.paragraph.field
    qtbot.keyClick(field, Key.Key_A, Held.ControlModifier)
    qtbot.keyClicks(field, "Nei.")
    qtbot.keyClick(field, Key.Key_Return)
    with project.read() as session:
        (lost,) = lost_excerpts.lost_excerpts(session)
    banner = workspace.correcting.banner
    assert banner.isVisible()
    workspace.correcting.choose_place_for(lost)
    at = text_of(project, study).index("Nei")
    workspace.reader.select(at, at + 3)
    next(b for b in banner.findChildren(QPushButton) if b.text() == "Place here").click()
    with project.read() as session:
        assert lost_excerpts.count(session) == 0
        (row,) = excerpts.excerpts(session)
    assert row.text == "Nei"
    assert not banner.isVisible()


def test_nothing_is_placed_any_more_once_the_correction_is_taken_back(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    begin(workspace, qtbot, TEXT.index("fantes"))
    field = workspace.correcting.paragraph.field
    qtbot.keyClick(field, Key.Key_A, Held.ControlModifier)
    qtbot.keyClicks(field, "Nei.")
    qtbot.keyClick(field, Key.Key_Return)
    with project.read() as session:
        (lost,) = lost_excerpts.lost_excerpts(session)
    workspace.correcting.choose_place_for(lost)
    assert workspace.correcting.banner.isVisible()
    while project.next_undo() is not None and workspace.correcting.banner.isVisible():
        project.undo()
    with project.read() as session:
        assert lost_excerpts.count(session) == 0
    assert not workspace.correcting.banner.isVisible()


def test_of_a_very_long_paragraph_only_what_changed_is_an_edit() -> None:
    old = "ord og atter ord " * 6000
    new = old[:50_000] + "nye " + old[50_000:]
    (edit,) = edits_of(old, new, 7)
    assert edit.end - edit.start < 20
    assert old[: edit.start - 7] + edit.words + old[edit.end - 7 :] == new


def test_hard_spaces_stay_what_they_are(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    field = workspace.correcting.paragraph.field
    assert workspace.reader.view.page is not None
    field.show_text("10\u00a0000 kroner 🙂", 3, workspace.reader.view.page.face)
    assert field.words() == "10\u00a0000 kroner 🙂"
    assert field.caret() == 3
