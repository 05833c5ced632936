"""A document counts as read when it is noted, or has been read to its end in reading mode."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qualtool.core.source import Source
from qualtool.operations import documents
from qualtool.store.project import Project
from qualtool.store.schema import ReadThrough
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces import reading_through
from qualtool.ui.workspaces.coding import CodingWorkspace

TEXT = "\n".join(f"Avsnitt {number} om det som ble sagt den dagen." for number in range(120))


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def coding(opened: MainWindow, qtbot: QtBot) -> CodingWorkspace:
    assert opened.project is not None
    with opened.project.edit("import_documents") as session:
        made = documents.add(session, Source(text=TEXT, format="text"), name="Notat")
    opened.show_workspace("coding")
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    workspace.open_document(made)
    qtbot.waitUntil(lambda: workspace.reader.view.verticalScrollBar().maximum() > 0)
    return workspace


def noted(project: Project | None) -> list[str]:
    assert project is not None
    with project.read() as session:
        return list(session.scalars(select(ReadThrough.kind).order_by(ReadThrough.id)))


def scroll(workspace: CodingWorkspace, steps: int) -> None:
    bar = workspace.reader.view.verticalScrollBar()
    for step in range(1, steps + 1):
        bar.setValue(bar.maximum() * step // steps)


def test_what_was_read_slowly_to_the_end_in_reading_mode_is_noted_once(
    opened: MainWindow, coding: CodingWorkspace
) -> None:
    clock = Clock()
    coding.reading._clock = clock
    scroll(coding, 40)
    assert noted(opened.project) == []  # not in reading mode
    coding.reader.view.verticalScrollBar().setValue(0)
    coding.head.reading.setChecked(True)
    scroll(coding, 40)
    assert noted(opened.project) == []  # nobody reads that fast
    coding.reader.view.verticalScrollBar().setValue(0)
    clock.now = len(TEXT) / reading_through.FASTEST + 1
    scroll(coding, 40)
    scroll(coding, 40)
    assert noted(opened.project) == ["read"]
    assert opened.project is not None
    opened.project.undo()
    assert noted(opened.project) == []


def test_a_leap_to_the_end_is_no_reading(opened: MainWindow, coding: CodingWorkspace) -> None:
    clock = Clock()
    coding.reading._clock = clock
    coding.head.reading.setChecked(True)
    clock.now = 1e6
    scroll(coding, 1)
    assert noted(opened.project) == []


def test_a_reading_is_noted_from_the_palette(opened: MainWindow, coding: CodingWorkspace) -> None:
    for key in ("note_read", "note_listened", "note_checked"):
        opened.run(opened.made.entry(key))
    assert noted(opened.project) == ["read", "listened", "checked"]
