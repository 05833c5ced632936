"""Among thousands of codings the inspector follows a moment after the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qualtool.core.source import Source
from qualtool.operations import codes, coding, documents
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coding
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.workspaces.coding import CodingWorkspace
from qualtool.ui.workspaces.looking_later import MANY

Key = Qt.Key
WORDS = "Vi venter. "


@pytest.fixture
def workspace(qtbot: QtBot, project: Project) -> CodingWorkspace:
    with project.edit("import_documents") as session:
        text = WORDS * (MANY + 100)
        document = documents.add(session, Source(text, "text"), name="Langt")
        code = codes.add(session, "venting")
        codes.pin(session, code, 1)
        begun = range(0, (MANY + 50) * len(WORDS), len(WORDS))
        coding.apply_many(
            session, [coding.Passage(document, at, at + len(WORDS) - 1, code) for at in begun]
        )
    shown = CodingWorkspace(project)
    qtbot.addWidget(shown)
    project.listen(shown.on_changes)
    shown.resize(1200, 700)
    shown.show()
    shown.reader.setFocus()
    return shown


def test_the_form_follows_when_the_hand_rests(qtbot: QtBot, workspace: CodingWorkspace) -> None:
    looked = workspace.inspector.looked
    for _each in range(3):
        qtbot.keyClicks(workspace.reader.view, "]")
    assert workspace.inspector.looked == looked
    qtbot.waitUntil(lambda: workspace.inspector.looked == looked + 1)
    assert workspace.inspector.memo_target().id == workspace.reader.chosen_excerpt()


def test_a_comment_goes_to_the_coding_that_was_just_made(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project
) -> None:
    end = len(WORDS) * (MANY + 60)
    workspace.reader.select(end, end + len(WORDS) - 1)
    qtbot.keyClicks(workspace.reader.view, "1c")
    field = workspace.window().focusWidget()
    assert isinstance(field, CommentField)
    qtbot.keyClicks(field, "sist")
    workspace.aside()
    with project.read() as session:
        last = session.query(Coding).order_by(Coding.id.desc()).first()
        assert last is not None
        assert last.comment == "sist"
    project.undo()
    project.undo()
    looked = workspace.inspector.looked
    qtbot.waitUntil(lambda: workspace.inspector.looked > looked)


def test_a_step_that_is_not_shown_does_not_keep_back_the_next(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project
) -> None:
    workspace.looking.now()
    looked = workspace.inspector.looked
    workspace.looking.on_changes(Changes({"attribute": frozenset({1})}))
    with project.edit("rename_code") as session:
        codes.rename(session, session.scalars(select(Code.id)).one(), "å vente")
    workspace.looking.now()
    assert workspace.inspector.looked == looked + 1
