"""Two codes of one name under different parents are told apart wherever codes are shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from qualtool.operations import codes, coding
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.merge_sheet import MergeSheet
from qualtool.ui.reader.palette import Palette
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def workspace(opened: MainWindow, qtbot: QtBot) -> CodingWorkspace:
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    made = opened.pages.workspace("coding")
    assert isinstance(made, CodingWorkspace)
    return made


@pytest.fixture
def twins(opened: MainWindow, workspace: CodingWorkspace) -> tuple[Study, int]:
    """The code of the study, and another of its name under a code, which codes a passage."""
    assert opened.project is not None
    study = furnish(opened.project)
    with opened.project.edit("add_code") as session:
        twin = codes.add(session, "Faste møteplasser", parent_id=study.habits)
        coding.apply(session, study.document, 0, 7, [twin], coder_id=opened.project.coder_id)
    return study, twin


def quiet_words(inside: QWidget) -> list[str]:
    return [each.text() for each in inside.findChildren(QLabel) if each.isVisible()]


def test_the_list_of_codes_the_heading_and_the_excerpt_say_what_each_is_under(
    workspace: CodingWorkspace, twins: tuple[Study, int], qtbot: QtBot
) -> None:
    study, twin = twins
    under = "Under “slik gjør vi det her”"
    workspace.codebook.look.by_name()
    spoken = {
        index.data(Qt.ItemDataRole.AccessibleTextRole).split(",")[0]
        for index in workspace.codebook.model.rows_of([study.places, twin])
    }
    assert spoken == {
        "faste møteplasser (Ingen eier det)",
        "Faste møteplasser (slik gjør vi det her)",
    }
    workspace.show_code(twin)
    assert under in quiet_words(workspace.inspector.retrieval)
    workspace.show_code(study.habits)
    assert under not in quiet_words(workspace.inspector.retrieval)
    workspace.reader.setFocus()
    workspace.reader.reveal(0)
    qtbot.keyClick(workspace.reader.view, Qt.Key.Key_BracketRight)
    assert under in quiet_words(workspace.inspector.form)


def test_the_palette_tells_them_apart_also_to_who_hears_it(
    workspace: CodingWorkspace, twins: tuple[Study, int], qtbot: QtBot
) -> None:
    workspace.reader.setFocus()
    workspace.reader.select(0, 7)
    qtbot.keyClick(workspace.reader.view, "f")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "aste")
    palette = next(each for each in workspace.window().findChildren(Palette) if each.isVisible())
    rows = [palette.rows.index(number) for number in range(palette.rows.rowCount())]
    spoken = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in rows]
    assert any("Ingen eier det" in each for each in spoken)
    assert any("slik gjør vi det her" in each for each in spoken)


def test_merging_says_which_of_the_two_stays(
    opened: MainWindow, workspace: CodingWorkspace, twins: tuple[Study, int]
) -> None:
    study, twin = twins
    workspace.asking.merge([twin], study.places)
    sheet = opened.pages.sheet()
    assert isinstance(sheet, MergeSheet)
    offered = [sheet.stays.itemText(number) for number in range(sheet.stays.count())]
    assert offered == [
        "faste møteplasser (Ingen eier det)",
        "Faste møteplasser (slik gjør vi det her)",
    ]


def test_the_tip_in_the_margin_says_what_the_code_is_under(
    workspace: CodingWorkspace, twins: tuple[Study, int], qtbot: QtBot
) -> None:
    _study, twin = twins
    view = workspace.reader.view
    view.viewport().repaint()
    target = next(each for each in view.targets if each.coding.code_id == twin)
    place = target.box.center().toPoint()
    asked = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(QPoint(place)))
    QApplication.sendEvent(view.viewport(), asked)
    assert QToolTip.text().startswith("Faste møteplasser (slik gjør vi det her)")
