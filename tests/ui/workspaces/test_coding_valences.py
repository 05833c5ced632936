"""The keys of the valences answer also where there are none, and lead to where they are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import excerpts
from qualtool.core.source import Source
from qualtool.operations import coders, codes, coding, documents, new_project
from qualtool.ui.dialogs.valences import NameValences
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces.coding import CodingWorkspace

TEXT = "Det fantes ikke noe fast sted hvor vi møttes."


@pytest.fixture
def study_path(tmp_path: Path) -> Path:
    """A project that was begun without themes and valences."""
    path = tmp_path / "Samarbeid.qualtool"
    new_project.start(path, name="Samarbeid", coder="Marte", template="empty").close()
    return path


@pytest.fixture
def bare(opened: MainWindow, qtbot: QtBot) -> CodingWorkspace:
    """A project without valences, with one excerpt, which is chosen."""
    project = opened.project
    assert project is not None
    with project.edit("import_documents") as session:
        project.coder_id = coders.ensure(session, "Marte")
        document = documents.add(session, Source(text=TEXT, format="text"), name="Notat")
        code = codes.add(session, "møteplasser")
        coding.apply(session, document, 4, 10, [code], coder_id=project.coder_id)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    workspace.reader.setFocus()
    return workspace


def told(window: MainWindow) -> str:
    return window.notices.last.words if window.notices.last else ""


@pytest.mark.parametrize("key", ["+", "-", "="])
def test_a_valence_key_says_that_the_project_has_none(
    opened: MainWindow, bare: CodingWorkspace, qtbot: QtBot, key: str
) -> None:
    qtbot.keyClick(bare.reader.view, Qt.Key.Key_BracketRight)
    qtbot.keyClick(bare.reader.view, key)
    assert told(opened).startswith("This project has no valences.")
    assert "Valences of the project" in told(opened)


def test_with_a_selection_it_says_so_too_and_the_palette_is_there_for_a_code(
    opened: MainWindow, bare: CodingWorkspace, qtbot: QtBot
) -> None:
    bare.reader.select(0, 3)
    qtbot.keyClick(bare.reader.view, "+")
    assert told(opened).startswith("This project has no valences.")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClick(field, "-")
    qtbot.keyClicks(field, "møte")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [(row.start, row.end) for row in bare.reader.view.coded.codings] == [(0, 3), (4, 10)]


def test_in_a_list_of_excerpts_it_says_so_too(
    opened: MainWindow, bare: CodingWorkspace, qtbot: QtBot
) -> None:
    assert opened.project is not None
    with opened.project.read() as session:
        (row,) = excerpts.excerpts(session)
    bare.show_code(row.codings[0].code_id)
    shown = bare.inspector.list
    shown.setFocus()
    shown.setCurrentIndex(shown.model_.index(0))
    qtbot.keyClick(shown, "+")
    assert told(opened).startswith("This project has no valences.")


def test_a_valence_is_named_in_the_sheet_and_its_key_works(
    opened: MainWindow, bare: CodingWorkspace, qtbot: QtBot
) -> None:
    opened.made["name_valences"].trigger()
    sheet = opened.pages.sheet()
    assert isinstance(sheet, NameValences)
    qtbot.waitUntil(sheet.fields["-"].hasFocus)
    for field, words in ((sheet.fields["-"], "hemmer"), (sheet.fields["+"], "Hemmer")):
        field.setFocus()
        qtbot.keyClicks(field, words)
    qtbot.keyClick(sheet.fields["+"], Qt.Key.Key_Return)
    assert opened.pages.sheet() is sheet
    assert "same name" in sheet.refusal.text()
    assert sheet.fields["+"].text() == "Hemmer", "what was typed is not lost"
    sheet.fields["+"].selectAll()
    qtbot.keyClicks(sheet.fields["+"], "fremmer")
    qtbot.keyClick(sheet.fields["+"], Qt.Key.Key_Return)
    assert opened.pages.sheet() is None
    bare.reader.setFocus()
    qtbot.keyClick(bare.reader.view, Qt.Key.Key_BracketRight)
    qtbot.keyClick(bare.reader.view, "+")
    assert opened.project is not None
    with opened.project.read() as session:
        (row,) = excerpts.excerpts(session)
    assert [each.valence for each in row.codings] == ["plus"]
    qtbot.keyClick(bare.reader.view, "=")
    assert told(opened).startswith("This project has no valence ±.")
