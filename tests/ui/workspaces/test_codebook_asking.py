from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook, history
from qualtool.operations import codes
from qualtool.store.project import Project
from qualtool.store.rows import CodeRow
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.panels.merge_sheet import MergeSheet
from qualtool.ui.panels.similar_sheet import SimilarSheet
from qualtool.ui.panels.split_sheet import SplitSheet
from qualtool.ui.workspaces.codebook_asking import CodebookAsking
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def sheets() -> list[QWidget]:
    return []


@pytest.fixture
def asking(
    qtbot: QtBot, project: Project, study: Study, sheets: list[QWidget]
) -> Iterator[CodebookAsking]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = CodebookAsking(parent, project, lambda error: None)

    def show(sheet: QWidget) -> None:
        qtbot.addWidget(sheet)
        sheet.show()
        sheets.append(sheet)

    made.sheet_wished.connect(show)
    yield made
    parent.close()


def _codes(project: Project) -> dict[str, CodeRow]:
    with project.read() as session:
        return {row.name: row for row in codebook.codes(session)}


def test_merging_shows_what_moves_and_is_one_step(
    qtbot: QtBot, asking: CodebookAsking, sheets: list[QWidget], project: Project, study: Study
) -> None:
    asking.merge([study.places, study.habits], study.habits)
    sheet = sheets[0]
    assert isinstance(sheet, MergeSheet)
    assert "faste møteplasser" in sheet.said()[0]
    assert "1" in sheet.said()[0]
    qtbot.keyClick(sheet.merge, Qt.Key.Key_Space)
    assert _codes(project)["slik gjør vi det her"].excerpts == 1
    assert "faste møteplasser" not in _codes(project)
    project.undo()
    assert _codes(project)["faste møteplasser"].excerpts == 1


def test_another_code_may_be_the_one_that_stays(
    qtbot: QtBot, asking: CodebookAsking, sheets: list[QWidget], project: Project, study: Study
) -> None:
    asking.merge([study.places, study.habits], study.habits)
    sheet = sheets[0]
    assert isinstance(sheet, MergeSheet)
    sheet.stays.setFocus()
    qtbot.keyClick(sheet.stays, Qt.Key.Key_Down)
    assert "slik gjør vi det her" in sheet.said()[-1]
    qtbot.keyClick(sheet.merge, Qt.Key.Key_Space)
    assert list(_codes(project)) == ["faste møteplasser"]


def test_excerpts_are_split_off_to_a_new_code(
    qtbot: QtBot, asking: CodebookAsking, sheets: list[QWidget], project: Project, study: Study
) -> None:
    asking.split(study.places)
    sheet = sheets[0]
    assert isinstance(sheet, SplitSheet)
    seen = [each.text() for each in sheet.ticks.findChildren(QLabel) if each.isVisibleTo(sheet)]
    around = ("Det fantes", "ikke noe fast sted", "hvor vi møttes, så alt hang på")
    assert all(part in seen[0] for part in around)
    assert "<span" in seen[0]
    assert "ikke noe fast sted" in sheet.ticks.boxes[0].accessibleName()
    qtbot.keyClicks(sheet.name, "faste møteplass")
    assert "faste møteplasser" in sheet.alike.text()
    assert not sheet.split.isEnabled()
    qtbot.keyClick(sheet.ticks.boxes[0], Qt.Key.Key_Space)
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    found = _codes(project)
    assert (found["faste møteplasser"].excerpts, found["faste møteplass"].excerpts) == (0, 1)
    project.undo()
    assert "faste møteplass" not in _codes(project)


def test_similar_codes_are_merged_from_their_list(
    qtbot: QtBot, asking: CodebookAsking, sheets: list[QWidget], project: Project, study: Study
) -> None:
    with project.edit("add_code") as session:
        codes.add(session, "Faste møteplassar")
    asking.show_similar()
    sheet = sheets[0]
    assert isinstance(sheet, SimilarSheet)
    assert "Faste møteplassar" in sheet.buttons[0].accessibleName()
    qtbot.keyClick(sheet.buttons[0], Qt.Key.Key_Space)
    merging = sheets[1]
    assert isinstance(merging, MergeSheet)
    assert "Faste møteplassar" in merging.said()[0]


def test_a_retired_code_keeps_its_codings_and_comes_back(
    asking: CodebookAsking, project: Project, study: Study
) -> None:
    asking.retire([study.places], True)
    row = _codes(project)["faste møteplasser"]
    assert (row.state, row.excerpts) == ("retired", 1)
    asking.retire([study.places], False)
    assert _codes(project)["faste møteplasser"].state == "in_use"


def test_a_name_much_like_another_is_told_while_it_is_typed(
    qtbot: QtBot, project: Project, study: Study
) -> None:
    panel = CodebookPanel(project)
    qtbot.addWidget(panel)
    panel.show()
    panel.choose_code(study.habits)
    panel.start_renaming()
    field = panel.tree.findChild(QLineEdit)
    assert field is not None
    field.clear()
    qtbot.keyClicks(field, "Faste møteplassar")
    assert "faste møteplasser" in panel.hint.text()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.hint.isHidden())


def test_why_codes_are_merged_and_split_stands_with_the_step(
    qtbot: QtBot, asking: CodebookAsking, sheets: list[QWidget], project: Project, study: Study
) -> None:
    asking.split(study.places, [1])
    splitting = sheets[-1]
    assert isinstance(splitting, SplitSheet)
    qtbot.keyClicks(splitting.name, "et annet sted")
    qtbot.keyClicks(splitting.because, "de sier to ting")
    splitting.split.click()
    asking.merge([study.places, study.habits], study.habits)
    merging = sheets[-1]
    assert isinstance(merging, MergeSheet)
    qtbot.keyClicks(merging.because, "det samme")
    qtbot.keyClick(merging.because, Qt.Key.Key_Return)
    with project.read() as session:
        found = [(step.action, step.reason) for step in history.steps(session, limit=2)]
    assert found == [("merge_codes", "det samme"), ("split_code", "de sier to ting")]


def test_merging_is_answered_with_return_and_given_up_with_escape(
    qtbot: QtBot, asking: CodebookAsking, sheets: list[QWidget], project: Project, study: Study
) -> None:
    for key, left in ((Qt.Key.Key_Escape, True), (Qt.Key.Key_Return, False)):
        asking.merge([study.places, study.habits], study.habits)
        sheet = sheets[-1]
        assert isinstance(sheet, MergeSheet)
        sheet.stays.setFocus()
        with qtbot.waitSignal(sheet.closed):
            qtbot.keyClick(sheet.stays, key)
        assert ("faste møteplasser" in _codes(project)) is left


def test_a_name_that_is_taken_stays_in_the_sheet_with_the_reason_beside_it(
    qtbot: QtBot, asking: CodebookAsking, sheets: list[QWidget], project: Project, study: Study
) -> None:
    asking.split(study.places)
    sheet = sheets[-1]
    assert isinstance(sheet, SplitSheet)
    qtbot.keyClick(sheet.ticks.boxes[0], Qt.Key.Key_Space)
    qtbot.keyClicks(sheet.name, "slik gjør vi det her")
    with qtbot.assertNotEmitted(sheet.closed):
        sheet.split.click()
    assert sheet.name.text() == "slik gjør vi det her"
    assert "There is a code called" in sheet.alike.text()
    qtbot.keyClicks(sheet.name, " nå")
    assert "There is a code called" not in sheet.alike.text()
    sheet.split.click()
    assert "slik gjør vi det her nå" in _codes(project)
