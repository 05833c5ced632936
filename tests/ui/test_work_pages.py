"""How the work was done, by real keys: snapshots, phases, coverage, self-review, a code's life."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qualtool.analysis.phase_log import phase_log
from qualtool.analysis.review_evidence import answers
from qualtool.analysis.snapshot_list import snapshots
from qualtool.operations import codes
from qualtool.store.project import open_project
from qualtool.store.schema import ReadThrough
from qualtool.ui.main_window import MainWindow
from qualtool.ui.work.biography_sheet import BiographySheet
from qualtool.ui.work.coverage_page import CoveragePage
from qualtool.ui.work.phases_page import PhasesPage
from qualtool.ui.work.review_page import ReviewPage
from qualtool.ui.work.snapshots_page import SnapshotsPage
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.stretching import cut_off
from tests.ui.studies import Study, furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def study(opened: MainWindow, qtbot: QtBot) -> Study:
    assert opened.project is not None
    made = furnish(opened.project)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return made


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def coding(window: MainWindow) -> CodingWorkspace:
    found = window.pages.workspace("coding")
    assert isinstance(found, CodingWorkspace)
    return found


def show(window: MainWindow, key: str) -> QWidget:
    window.run(window.made.entry(f"show_{key}"))
    page = window.view.work.sheet and window.view.work.sheet.pages.currentWidget()
    assert page is not None
    return page


def test_a_snapshot_is_taken_and_held_against_now(
    opened: MainWindow, study: Study, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened.project is not None
    page = show(opened, "snapshots")
    assert isinstance(page, SnapshotsPage)
    qtbot.waitUntil(page.name.hasFocus)
    qtbot.keyClicks(page.name, "Etter runde 1")
    press(qtbot, Key.Key_Tab)
    qtbot.keyClicks(page.note, "til fredag")
    press(qtbot, Key.Key_Return)
    with opened.project.read() as session:
        assert [(row.name, row.note) for row in snapshots(session)] == [
            ("Etter runde 1", "til fredag")
        ]
    assert page.changes() == ()
    with opened.project.edit("merge_codes") as session:
        codes.merge(session, [study.habits], study.places)
    assert [each.change for each in page.changes()] == ["merged"]
    first = page.table.item(0, 3)
    assert first is not None
    assert first.text() == "into “faste møteplasser”"
    path = tmp_path / "endringer.docx"
    page.write(path)
    assert any("Etter runde 1" in each.text for each in docx.Document(str(path)).paragraphs)
    page.list.setFocus()
    press(qtbot, Key.Key_Delete)
    assert page.list.count() == 0
    press(qtbot, Key.Key_Z, Held.ControlModifier)
    assert page.list.count() == 1


def test_a_phase_is_entered_and_its_days_and_note_are_written(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    page = show(opened, "phases")
    assert isinstance(page, PhasesPage)
    page.enter["coding"].setFocus()
    press(qtbot, Key.Key_Space)
    with opened.project.read() as session:
        (entry,) = phase_log(session)
    note = page.fields[entry.id, "note"]
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "Første runde")
    press(qtbot, Key.Key_Return)
    begins = page.fields[entry.id, "date_from"]
    begins.selectAll()
    qtbot.keyClicks(begins, "2024-04-20")
    begins.tell()
    with opened.project.read() as session:
        (entry,) = phase_log(session)
    assert (entry.key, entry.first, entry.note) == ("coding", "2024-04-20", "Første runde")
    ends = page.fields[entry.id, "date_to"]
    ends.selectAll()
    qtbot.keyClicks(ends, "i fjor")
    ends.tell()
    assert page.fields[entry.id, "date_to"].text() == ""
    opened.project.undo()
    assert page.fields[entry.id, "date_from"].text() != "2024-04-20"


def test_a_reading_is_noted_by_key_and_an_uncoded_stretch_leads_to_its_place(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    page = show(opened, "coverage")
    assert isinstance(page, CoveragePage)
    qtbot.waitUntil(page.view.hasFocus)
    press(qtbot, Key.Key_R)
    press(qtbot, Key.Key_L)
    with opened.project.read() as session:
        assert list(session.scalars(select(ReadThrough.kind))) == ["read", "listened"]
    line = page.view.table.line(0)
    assert line is not None
    assert line.cells[5:] == ("1", "1", "0")
    assert line.cells[2] == "1"
    page.doors[-1].setFocus()
    press(qtbot, Key.Key_Space)
    assert opened.view.work.sheet is None
    assert opened.pages.shown() == "coding"


def test_a_question_of_self_review_is_answered_and_written_out(
    opened: MainWindow, study: Study, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened.project is not None
    page = show(opened, "review")
    assert isinstance(page, ReviewPage)
    field = page.fields["reading"]
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Ja, to ganger.")
    path = tmp_path / "egenvurdering.md"
    page.write(path)
    assert "Ja, to ganger." in path.read_text("utf-8")
    qtbot.keyClicks(field, " Minst.")
    press(qtbot, Key.Key_Escape)
    assert opened.view.work.sheet is None
    with opened.project.read() as session:
        assert answers(session) == {"reading": "Ja, to ganger. Minst."}


@pytest.mark.parametrize("whole", [False, True])
def test_closing_project_or_window_keeps_an_answer_that_is_half_written(
    opened: MainWindow, study: Study, qtbot: QtBot, study_path: Path, whole: bool
) -> None:
    page = show(opened, "review")
    assert isinstance(page, ReviewPage)
    qtbot.keyClicks(page.fields["reading"], "Nesten")
    if whole:
        opened.close()
    else:
        opened.projects.close()
    with open_project(study_path) as project, project.read() as session:
        assert answers(session) == {"reading": "Nesten"}


def test_the_pages_are_turned_by_key_and_the_sheet_opens_where_it_was_left(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    show(opened, "trail")
    sheet = opened.view.work.sheet
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.isAncestorOf(QApplication.focusWidget() or opened))
    press(qtbot, Key.Key_PageUp, Held.ControlModifier)
    assert sheet.shown() == "review"
    press(qtbot, Key.Key_PageDown, Held.ControlModifier)
    press(qtbot, Key.Key_PageDown, Held.ControlModifier)
    assert sheet.shown() == "snapshots"
    sheet.closed.emit()
    opened.view.work.show_last()
    assert opened.view.work.sheet is not None
    assert opened.view.work.sheet.shown() == "snapshots"


def test_the_life_of_a_code_is_told_and_leads_to_where_it_was_used(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert opened.project is not None
    with opened.project.edit("rename_code", reason="kortere") as session:
        codes.rename(session, study.places, "møteplasser")
    coding(opened).codebook.choose_code(study.places)
    opened.run(opened.made.entry("code_life"))
    sheet = coding(opened).window().findChild(BiographySheet)
    assert sheet is not None
    words = [each.text() for each in sheet.findChildren(type(sheet.doors[0]))]
    assert words == ["First coded in “Informant 1”"]
    sheet.doors[0].click()
    assert opened.pages.top() is coding(opened)


@pytest.mark.parametrize("key", ["snapshots", "phases", "coverage", "review"])
def test_nothing_is_cut_off_in_longer_languages(
    stretched: None, opened: MainWindow, study: Study, qtbot: QtBot, key: str
) -> None:
    opened.resize(1280, 720)
    show(opened, key)
    sheet = opened.view.work.sheet
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    assert cut_off(sheet) == []
