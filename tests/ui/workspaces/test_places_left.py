"""Documents are opened again where they were left, on this computer and not in the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import history, study
from qualtool.core.source import Source
from qualtool.operations import documents
from qualtool.store import project as projects
from qualtool.ui import remembering
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces.coding import CodingWorkspace

PARAGRAPHS = "\n".join(
    f"{number}. Vi møttes der det var plass, og så ble det som det ble hver gang."
    * (number % 4 + 1)
    for number in range(300)
)


@pytest.fixture
def two_texts(study_path: Path) -> tuple[Path, int, int]:
    """A closed project with two long documents."""
    with projects.open_project(study_path) as project, project.edit("import_documents") as session:
        first = documents.add(session, Source(text=PARAGRAPHS, format="text"), name="Første")
        other = documents.add(session, Source(text=PARAGRAPHS[::-1], format="text"), name="Andre")
    return study_path, first, other


class Windows:
    """One window after another on the same project."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self._qtbot, self._path = qtbot, path
        self.window: MainWindow | None = None

    def open(self, width: int = 1440) -> CodingWorkspace:
        self.close()
        self.window = MainWindow()
        self.window.resize(width, 900)
        self.window.show()
        assert self.window.projects.open(self._path)
        self.window.show_workspace("coding")
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        workspace = self.window.pages.workspace("coding")
        assert isinstance(workspace, CodingWorkspace)
        workspace.reader.setFocus()
        QApplication.processEvents()
        return workspace

    def close(self) -> None:
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.window = None


@pytest.fixture
def windows(
    dressed: QApplication, qtbot: QtBot, two_texts: tuple[Path, int, int]
) -> Iterator[Windows]:
    made = Windows(qtbot, two_texts[0])
    yield made
    made.close()


def place(workspace: CodingWorkspace) -> tuple[int, int, int]:
    """The document, the caret, and what is at the top of the view."""
    view = workspace.reader.view
    assert view.page is not None
    top = view.offset_at(QPointF(view.measure.text_left, 0))
    return view.page.reading.document_id, view.caret.position, top


def read_on(qtbot: QtBot, workspace: CodingWorkspace, pages: int) -> None:
    view = workspace.reader.view
    for _page in range(pages):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    spot = QPointF(300, 300)
    turned = QWheelEvent(
        spot, view.viewport().mapToGlobal(spot), QPoint(0, -37), QPoint(0, 0),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turned)


def test_a_project_opens_again_at_the_document_and_the_place_it_was_left(
    windows: Windows, two_texts: tuple[Path, int, int], qtbot: QtBot
) -> None:
    _path, _first, other = two_texts
    workspace = windows.open()
    workspace.open_document(other)
    read_on(qtbot, workspace, 7)
    left = place(workspace)
    assert left[0] == other
    assert left[2] > 1000
    assert place(windows.open()) == left
    windows.open(1000)
    assert place(windows.open()) == left, "looking on in a small window moves nothing"
    windows.close()
    with projects.open_project(two_texts[0]) as project, project.read() as session:
        assert len(history.steps(session)) == 2, "it was begun and filled, and nothing else"


def test_each_document_keeps_its_place_while_others_are_read(
    windows: Windows, two_texts: tuple[Path, int, int], qtbot: QtBot
) -> None:
    _path, first, other = two_texts
    workspace = windows.open()
    read_on(qtbot, workspace, 4)
    in_first = place(workspace)
    for _round in range(2):
        workspace.open_document(other)
        read_on(qtbot, workspace, 2)
        in_other = place(workspace)
        workspace.open_document(first)
        assert place(workspace) == in_first
    workspace = windows.open()
    assert place(workspace) == in_first
    workspace.open_document(other)
    assert place(workspace) == in_other


def test_another_workspace_and_back_is_the_same_place(
    windows: Windows, two_texts: tuple[Path, int, int], qtbot: QtBot
) -> None:
    workspace = windows.open()
    read_on(qtbot, workspace, 4)
    left = place(workspace)
    assert windows.window is not None
    windows.window.show_workspace("material")
    windows.window.show_workspace("coding")
    assert place(workspace) == left


def test_a_text_that_is_shorter_than_it_was_opens_all_the_same(
    windows: Windows, two_texts: tuple[Path, int, int]
) -> None:
    path, first, _other = two_texts
    with projects.open_project(path) as project, project.read() as session:
        guid = study.guid(session)
    far = 10 * len(PARAGRAPHS)
    remembering.keep_places(guid, {first: remembering.Place(far, far, -(10**9))})
    document, caret, _top = place(windows.open())
    assert (document, caret) == (first, len(PARAGRAPHS))
