"""Files on their way in: a drop of good and bad ones, looked over, taken in and out again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from qualtool.analysis import cases, documents, history
from qualtool.operations import new_project
from qualtool.store.project import Project
from qualtool.store.rows import DocumentRow
from qualtool.ui import fonts, theme
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.import_sheet import ImportSheet
from qualtool.ui.workspaces.material import MaterialWorkspace
from tests.system.hands import Hands
from tests.ui.files import NOBODY, TYPED, VTT

Key = Qt.Key


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on an empty project."""
    fonts.load()
    theme.start()
    theme.choose("light")
    path = tmp_path / "Samarbeid.qualtool"
    new_project.start(path, name="Samarbeid", coder="Marte").close()
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    assert made.projects.open(path)
    yield made
    made.close()


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """A folder as it lies on somebody's desk."""
    folder = tmp_path / "Opptak og slikt"
    (folder / "gamle").mkdir(parents=True)
    (folder / "Samtale Siri Haug.vtt").write_text(VTT, "utf-8")
    (folder / "Informant 3.txt").write_text(TYPED, "utf-8")
    (folder / "gamle" / "Informant 3 kopi.txt").write_text(TYPED, "utf-8")
    (folder / "gamle" / "uten navn.srt").write_text(NOBODY, "utf-8")
    (folder / "tom.txt").write_bytes(b"")
    (folder / "bilde.txt").write_bytes(random.Random(1).randbytes(20_000))
    (folder / "avkuttet.docx").write_bytes(b"PK\x03\x04" + bytes(500))
    (folder / "~$Informant 3.docx").write_bytes(b"x")
    return folder


def _rows(window: MainWindow) -> list[DocumentRow]:
    assert window.project is not None
    with window.project.read() as session:
        return documents.documents(session)


def _steps(project: Project) -> list[str]:
    with project.read() as session:
        return [history.worded(step) for step in history.steps(session)]


def _dropped(hands: Hands, qtbot: QtBot, *paths: Path) -> ImportSheet:
    hands.let_go_of_files(paths)
    sheet = hands.part(ImportSheet)
    qtbot.waitUntil(lambda: sheet.accept.isVisible(), timeout=30_000)
    return sheet


def test_what_can_be_read_comes_in_and_what_cannot_is_named(
    window: MainWindow, hands: Hands, qtbot: QtBot, drop: Path
) -> None:
    window.show_workspace("coding")
    sheet = _dropped(hands, qtbot, drop)
    assert sheet.counts.text() == (
        "2 ready · 1 needs an answer · 1 is here already · 3 cannot be read"
    )
    refused = [each.found.error for each in sheet.files.table.entries if each.source is None]
    assert all(
        f"“{name}" in " ".join(refused) for name in ("tom.txt", "bilde.txt", "avkuttet.docx")
    )
    assert not _rows(window), "nothing enters before Import"

    # The file's name holds a name: F2 writes another, and the speaker is given a pseudonym.
    names = [each.chosen.name for each in sheet.files.table.entries]
    row = names.index("Samtale Siri Haug")
    for _step in range(row):
        hands.press(Key.Key_Down)
    hands.press(Key.Key_F2)
    hands.write("Informant 1")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.files.table.entries[row].chosen.name == "Informant 1")
    answers = sheet.details.speakers.fields[1].label
    answers.setFocus()
    hands.control("A")
    hands.write("Informant 1")
    hands.press(Key.Key_Return)
    sheet.files.setFocus()
    hands.press(Key.Key_Return)

    assert window.pages.shown() == "coding", "the import started there and ends there"
    rows = _rows(window)
    assert [each.name for each in rows] == ["Informant 3", "Informant 1"]
    assert [each.cases for each in rows] == [("Informant 3",), ("Informant 1",)]
    assert window.project is not None
    with window.project.read() as session:
        labels = [each.label for each in documents.reading(session, rows[1].id).speakers]
    assert labels == ["Siri Haug", "Informant 1"]
    assert window.notices.last is not None
    assert window.notices.last.words == "Imported 2 documents"
    assert window.notices.last.way is not None
    assert _steps(window.project)[0] == "Imported 2 documents"

    hands.control("Z")
    assert not _rows(window)
    with window.project.read() as session:
        assert not cases.cases(session)


def test_the_same_file_again_is_offered_as_one_to_leave_out(
    window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "Informant 3.txt"
    path.write_text(TYPED, "utf-8")
    _dropped(hands, qtbot, path)
    hands.press(Key.Key_Return)
    assert len(_rows(window)) == 1
    sheet = _dropped(hands, qtbot, path)
    assert sheet.counts.text() == "1 is here already"
    assert not sheet.accept.isEnabled()
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Return)
    assert [each.name for each in _rows(window)] == ["Informant 3", "Informant 3 (2)"]


def test_escape_leaves_the_material_as_it_was(
    window: MainWindow, hands: Hands, qtbot: QtBot, drop: Path
) -> None:
    assert window.project is not None
    before = window.project.path.read_bytes()
    window.show_workspace("material")
    _dropped(hands, qtbot, drop)
    hands.press(Key.Key_Escape)
    assert window.pages.top() is window.pages.workspace("material")
    assert window.project.path.read_bytes() == before


def test_an_import_given_up_leads_back_to_where_it_began(
    window: MainWindow, hands: Hands, qtbot: QtBot, drop: Path
) -> None:
    window.show_workspace("coding")
    _dropped(hands, qtbot, drop)
    assert window.pages.shown() == "material"
    hands.press(Key.Key_Escape)
    assert window.pages.shown() == "coding"
    assert not _rows(window)


def test_a_sheet_waits_while_something_else_is_looked_at(
    window: MainWindow, hands: Hands, qtbot: QtBot, drop: Path
) -> None:
    sheet = _dropped(hands, qtbot, drop)
    hands.control("3")
    assert not sheet.isVisible()
    hands.control("1")
    assert sheet.isVisible()
    window.projects.close()
    assert window.project is None


def test_thirty_files_come_in_together_in_the_order_of_their_numbers(
    window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / f"Informant {number}.txt" for number in range(1, 31)]
    for number, path in enumerate(paths):
        path.write_text(TYPED.replace("stille", f"stille i {number} minutter"), "utf-8")
    window.show_workspace("material")
    _dropped(hands, qtbot, *sorted(paths))
    hands.press(Key.Key_Return)
    assert [each.name for each in _rows(window)] == [f"Informant {n}" for n in range(1, 31)]
    material = window.pages.workspace("material")
    assert isinstance(material, MaterialWorkspace)
    table: QTableView = material.documents.view
    assert len(material.documents.view.chosen()) == 30
    assert QApplication.focusWidget() is table
