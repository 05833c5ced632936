from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qualtool.core.source import Source
from qualtool.operations import codes, documents
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.memo_target import Target
from qualtool.ui.models.codebook import Role as NodeRole
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


def test_removing_a_used_code_says_what_went_and_leads_to_the_next(
    opened: MainWindow, qtbot: QtBot
) -> None:
    assert opened.project is not None
    study = furnish(opened.project)
    with opened.project.edit("add_code") as session:
        bus = codes.add(session, "bussen", theme_id=study.structure)
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    opened.activateWindow()
    workspace.codebook.choose_code(study.places)
    tree = workspace.codebook.tree
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert opened.notices.last is not None
    assert opened.notices.last.words == "Removed the code “faste møteplasser”, 1 coding"
    assert tree.currentIndex().data(NodeRole.NODE).code.id == bus
    assert workspace.inspector.memo_target() == Target("code", bus)
    assert opened.notices.last.way is not None
    opened.notices.last.way.act()
    assert len(workspace.reader.view.shown_codings().codings) == 1
    assert tree.currentIndex().data(NodeRole.NODE).code.id == bus, "where the keys are now"


def test_deep_codes_with_long_names_are_told_in_full(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.project is not None
    name, above = "", None
    with opened.project.edit("add_code") as session:
        for level in range(1, 6):
            name = f"samarbeidskulturutviklingsmuligheter i tjenesteorganisasjonen, trinn {level}"
            above = codes.add(session, name, parent_id=above)
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    assert above is not None
    workspace.codebook.choose_code(above)
    index = workspace.codebook.tree.currentIndex()
    box = workspace.codebook.tree.visualRect(index)
    assert workspace.codebook.tree.viewport().rect().contains(box.center())
    assert str(index.data(Qt.ItemDataRole.ToolTipRole)).startswith(name)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{name}, code, 0 excerpts · 0 cases"
