"""The report in the window, by the keys alone: there, down the list, moved, renamed, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import report_blocks, reports
from qualtool.store.project import open_project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.ui.studies import furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window_on_report(window: MainWindow, study_path: Path) -> MainWindow:
    """The window on a study with a report of three blocks."""
    with open_project(study_path) as project:
        furnish(project)
        with project.edit("start_report") as session:
            report = reports.add(session, "Vedlegg")
            for name in ("themes", "excerpts", "codebook"):
                report_blocks.add(session, report, name)
    assert window.projects.open(study_path)
    return window


def _press(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    QApplication.processEvents()


def test_a_report_is_composed_with_the_keys_alone(
    window_on_report: MainWindow, qtbot: QtBot
) -> None:
    window = window_on_report
    window.activateWindow()
    _press(Key.Key_5, Held.ControlModifier)
    (workspace,) = window.findChildren(ReportWorkspace)
    assert workspace.list.hasFocus()
    _press(Key.Key_Down)
    assert [piece.name for piece in workspace.composed.pieces][1] == "excerpts"
    assert workspace.key == workspace.composed.pieces[1].key
    _press(Key.Key_Down, Held.AltModifier)
    assert [piece.name for piece in workspace.composed.pieces] == ["themes", "codebook", "excerpts"]
    qtbot.waitUntil(lambda: workspace.making.complete and workspace.pressing.settled)
    _press(Key.Key_F2)
    QTest.keyClicks(workspace.preview.field, "Sitatene")
    _press(Key.Key_Return)
    assert workspace.composed.pieces[2].title == "Sitatene"
    workspace.list.setFocus()
    _press(Key.Key_Z, Held.ControlModifier)
    _press(Key.Key_Z, Held.ControlModifier)
    assert [piece.name for piece in workspace.composed.pieces] == ["themes", "excerpts", "codebook"]
    assert workspace.composed.pieces[1].title == ""
    qtbot.waitUntil(lambda: window.pages.place().startswith("Page "))


def test_what_can_be_done_with_the_report_is_found_in_the_palette(
    window_on_report: MainWindow,
) -> None:
    window = window_on_report
    window.show_workspace("report")
    (workspace,) = window.findChildren(ReportWorkspace)
    before = len(workspace.composed.pieces)
    window.made["report_copy"].trigger()
    assert len(workspace.composed.pieces) == before + 1
    window.made["report_remove"].trigger()
    assert len(workspace.composed.pieces) == before
    window.made["report_add"].trigger()
    assert window.pages.sheet() is not None
