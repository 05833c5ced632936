from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qualtool.core.source import Source
from qualtool.operations import documents
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.models.documents import Role
from qualtool.ui.panels.name_button import NameButton
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish


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
    return made


def _marked(workspace: CodingWorkspace) -> int:
    chosen = workspace.documents.list.currentIndex().data(Role.ROW)
    return int(chosen.id)


def test_the_document_that_is_read_is_the_one_that_is_marked(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    assert _marked(workspace) == study.document
    with project.edit("import_documents") as session:
        other = documents.add(session, Source(text="Noe annet.", format="text"), name="Notat")
    assert _marked(workspace) == study.document
    with qtbot.waitSignal(workspace.document_opened) as opened:
        workspace.open_document(other)
    assert opened.args == [other]
    with project.edit("remove_documents") as session:
        documents.remove(session, [other])
    assert _marked(workspace) == study.document


def test_whoever_comes_to_coding_can_use_its_keys_at_once(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.show_workspace("themes")
    qtbot.keyClick(opened, "2", Qt.KeyboardModifier.ControlModifier)
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    assert workspace.focusProxy() is workspace.reader
    assert opened.project is not None
    furnish(opened.project)
    opened.show_workspace("themes")
    opened.show_workspace("coding")
    assert workspace.reader.view.hasFocus()


def test_the_names_of_codes_begin_beside_their_marks(
    workspace: CodingWorkspace, study: Study, qtbot: QtBot
) -> None:
    workspace.reader.choose_excerpt(1)
    workspace.inspector.show_excerpt(1)
    qtbot.wait(10)
    name = next(each for each in workspace.findChildren(NameButton) if each.isVisible())
    assert name.width() <= name.sizeHint().width()
    assert name.x() < 40
