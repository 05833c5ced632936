from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import expectations as looked_at
from qualtool.analysis.expectations import Expectation
from qualtool.operations import expectations
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.expectations_sheet import ExpectationsSheet
from qualtool.ui.panels.quotation_button import QuotationButton
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(opened: MainWindow) -> Study:
    made = furnish(project_of(opened))
    with project_of(opened).edit("note_expectation") as session:
        expectations.note(session, "At ingen eier det")
    return made


@pytest.fixture
def sheet(opened: MainWindow, study: Study) -> ExpectationsSheet:
    opened.made["expectations"].trigger()
    place = opened.pages.workspace("themes")
    assert isinstance(place, ThemesWorkspace)
    opened.activateWindow()
    found = place.beside.expectations.sheet
    assert found is not None
    return found


def project_of(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project


def all_of(window: MainWindow) -> list[Expectation]:
    with project_of(window).read() as session:
        return looked_at.expectations(session)


def test_an_expectation_is_held_against_a_theme_with_a_note(
    opened: MainWindow, study: Study, sheet: ExpectationsSheet, qtbot: QtBot
) -> None:
    (row,) = all_of(opened)
    sheet.held.emit(row.memo_id, study.structure, "supports", "")
    name = f"{row.memo_id}-{study.structure}"
    button = sheet.findChild(QToolButton, f"contradicts-{name}")
    assert isinstance(button, QToolButton)
    button.setFocus()
    button.click()
    (row,) = all_of(opened)
    assert [each.stands for each in row.held] == ["contradicts"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == f"contradicts-{name}", "the keys stay where they were"
    note = sheet.findChild(QLineEdit, f"note-{name}")
    assert isinstance(note, QLineEdit)
    note.setFocus()
    qtbot.keyClicks(note, "bare på samlingene")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    (row,) = all_of(opened)
    assert (row.held[0].stands, row.held[0].note) == ("contradicts", "bare på samlingene")
    project_of(opened).undo()
    assert all_of(opened)[0].held[0].note == ""


def test_what_is_written_is_noted_when_the_field_or_the_sheet_is_left(
    opened: MainWindow, sheet: ExpectationsSheet, qtbot: QtBot
) -> None:
    sheet.new.setFocus()
    qtbot.keyClicks(sheet.new, "At tida er knapp")
    (first,) = all_of(opened)
    words = sheet.findChild(CommentField, f"words-{first.memo_id}")
    assert isinstance(words, CommentField)
    words.setFocus()
    assert [each.text for each in all_of(opened)] == ["At ingen eier det", "At tida er knapp"]
    assert sheet.new.toPlainText() == ""
    sheet.new.setFocus()
    qtbot.keyClicks(sheet.new, "At de unge ser det")
    qtbot.keyClick(sheet.new, Qt.Key.Key_Escape)
    assert opened.pages.top() is opened.pages.workspace("themes")
    assert [each.text for each in all_of(opened)][2:] == ["At de unge ser det"]


def test_a_theme_shows_what_was_expected_of_it(
    opened: MainWindow, study: Study, sheet: ExpectationsSheet, qtbot: QtBot
) -> None:
    (row,) = all_of(opened)
    place = opened.pages.workspace("themes")
    assert isinstance(place, ThemesWorkspace)
    sheet.closed.emit()
    place.show_theme(study.structure)
    facts = place.beside.pane.facts

    def links() -> list[str]:
        found = facts.findChildren(QPushButton)
        return [each.text() for each in found if each.isVisibleTo(facts)]

    qtbot.waitUntil(lambda: "Hold expectations against it …" in links())
    with project_of(opened).edit("hold_expectation") as session:
        expectations.hold(session, row.memo_id, study.structure, "supports", "fem av seks")
    qtbot.waitUntil(lambda: facts.findChild(QuotationButton) is not None)
    button = facts.findChild(QuotationButton)
    assert isinstance(button, QuotationButton)
    assert button.accessibleName() == "Supports it · fem av seks: At ingen eier det"
    button.click()
    assert place.beside.expectations.sheet is not None
    with project_of(opened).edit("remove_expectation") as session:
        expectations.remove(session, row.memo_id)
    assert all_of(opened) == []


def test_a_note_that_is_half_written_does_not_take_back_what_is_chosen(
    opened: MainWindow, study: Study, sheet: ExpectationsSheet, qtbot: QtBot
) -> None:
    (row,) = all_of(opened)
    sheet.held.emit(row.memo_id, study.structure, "supports", "")
    name = f"{row.memo_id}-{study.structure}"
    note, button = (
        sheet.findChild(QLineEdit, f"note-{name}"),
        sheet.findChild(QToolButton, f"contradicts-{name}"),
    )
    assert isinstance(note, QLineEdit)
    assert isinstance(button, QToolButton)
    note.setFocus()
    qtbot.keyClicks(note, "bare på samlingene")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (row,) = all_of(opened)
    assert (row.held[0].stands, row.held[0].note) == ("contradicts", "bare på samlingene")


def test_words_that_are_half_written_stay_when_something_else_is_said(
    opened: MainWindow, study: Study, sheet: ExpectationsSheet, qtbot: QtBot
) -> None:
    (row,) = all_of(opened)
    sheet.held.emit(row.memo_id, study.structure, "supports", "")
    words = sheet.findChild(CommentField, f"words-{row.memo_id}")
    button = sheet.findChild(QToolButton, f"contradicts-{row.memo_id}-{study.structure}")
    assert isinstance(words, CommentField)
    assert isinstance(button, QToolButton)
    words.setFocus()
    qtbot.keyClicks(words, "Aldri: ")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (row,) = all_of(opened)
    assert (row.text, row.held[0].stands) == ("Aldri: At ingen eier det", "contradicts")
    again = sheet.findChild(CommentField, f"words-{row.memo_id}")
    assert isinstance(again, CommentField)
    assert again.toPlainText() == row.text


def test_who_goes_on_writing_after_a_pause_goes_on_where_they_were(
    opened: MainWindow, sheet: ExpectationsSheet, qtbot: QtBot
) -> None:
    (row,) = all_of(opened)
    name = f"words-{row.memo_id}"
    words = sheet.findChild(CommentField, name)
    assert isinstance(words, CommentField)
    words.setFocus()
    qtbot.keyClicks(words, "Aldri")
    words.tell()
    again = sheet.findChild(CommentField, name)
    assert isinstance(again, CommentField)
    assert again.hasFocus()
    qtbot.keyClicks(again, ": ")
    again.tell()
    assert all_of(opened)[0].text == "Aldri: At ingen eier det"
