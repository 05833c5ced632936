"""A name of any length takes three lines at the most, and is whole where it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import codes
from qualtool.store.project import Project
from qualtool.ui.panels.short_label import ShortLabel
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import furnish

LONG = " ".join(["når ingen vet hvem som har ansvaret for det"] * 7)[:299].strip()
UNBROKEN = "utydeligansvarsfordeling" * 12


@pytest.mark.parametrize("name", [LONG, UNBROKEN])
def test_a_very_long_name_of_a_code_takes_three_lines_in_the_inspector(
    qtbot: QtBot, dressed: QApplication, project: Project, name: str
) -> None:
    made = furnish(project)
    with project.edit("rename_code") as session:
        codes.rename(session, made.places, name)
    workspace = CodingWorkspace(project)
    qtbot.addWidget(workspace)
    workspace.resize(1200, 800)
    workspace.show()
    width = workspace.inspector.width()
    workspace.show_code(made.places)
    QApplication.processEvents()
    assert workspace.inspector.width() == width
    heads = [each for each in workspace.inspector.findChildren(ShortLabel) if each.isVisible()]
    (head,) = heads
    assert head.height() <= 3 * QFontMetrics(head.font()).lineSpacing() + 6
    assert head.text().endswith("…")
    assert head.toolTip() == head.accessibleName() == name


def test_a_name_that_has_room_is_whole_and_has_no_tip(qtbot: QtBot) -> None:
    label = ShortLabel()
    qtbot.addWidget(label)
    label.resize(300, 60)
    label.show()
    label.show_words("faste møteplasser")
    assert label.text() == "faste møteplasser"
    assert label.toolTip() == ""
    label.resize(40, 60)
    assert label.text() != "faste møteplasser"
    label.resize(300, 60)
    assert label.text() == "faste møteplasser"
