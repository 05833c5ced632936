"""Undo and redo in the window, in words, and a text field's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook
from qualtool.core.errors import QualtoolError
from qualtool.operations import codes
from qualtool.ui.main_window import MainWindow
from tests.ui.studies import furnish


def code_names(window: MainWindow) -> list[str]:
    assert window.project is not None
    with window.project.read() as session:
        return [row.name for row in codebook.codes(session)]


def add(window: MainWindow, name: str) -> None:
    assert window.project is not None
    with window.project.edit("add_code") as session:
        codes.add(session, name)


def said(window: MainWindow) -> str:
    assert window.notices.last is not None
    return window.notices.last.words


def test_a_step_is_told_at_the_foot_with_undo_beside_it(opened: MainWindow, qtbot: QtBot) -> None:
    add(opened, "faste møteplasser")
    assert "faste møteplasser" in said(opened)
    assert opened.foot.way.isVisible()
    assert opened.foot.way.text() == "Undo"
    qtbot.mouseClick(opened.foot.way, Qt.MouseButton.LeftButton)
    assert code_names(opened) == []
    assert said(opened).startswith("Undid: ")
    assert opened.foot.way.text() == "Redo"
    qtbot.mouseClick(opened.foot.way, Qt.MouseButton.LeftButton)
    assert code_names(opened) == ["faste møteplasser"]


def test_a_code_removed_with_its_codings_can_be_retired_instead(
    opened: MainWindow, qtbot: QtBot
) -> None:
    project = opened.project
    assert project is not None
    study = furnish(project)
    assert opened.foot.other.isHidden()
    with project.edit("remove_codes") as session:
        codes.remove(session, [study.places])
    assert "1 coding" in said(opened)
    assert opened.foot.other.text() == "Retire instead"
    qtbot.mouseClick(opened.foot.other, Qt.MouseButton.LeftButton)
    with project.read() as session:
        row = next(each for each in codebook.codes(session) if each.id == study.places)
    assert (row.state, row.excerpts) == ("retired", 1)
    assert opened.foot.other.isHidden()
    with project.edit("remove_codes") as session:
        codes.remove(session, [study.habits])
    assert opened.foot.other.isHidden(), "nothing was lost"


def test_undo_names_the_step_it_takes_back(opened: MainWindow) -> None:
    assert opened.made["undo"].text() == "Undo"
    assert not opened.made["undo"].isEnabled()
    add(opened, "tid & penger")
    assert "tid && penger" in opened.made["undo"].text()
    opened.made["undo"].trigger()
    assert not opened.made["undo"].isEnabled()
    assert "tid && penger" in opened.made["redo"].text()


def test_the_keys_undo_and_redo(opened: MainWindow, qtbot: QtBot) -> None:
    add(opened, "en")
    add(opened, "to")
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(opened, Qt.Key.Key_Z, ctrl)
    qtbot.keyClick(opened, Qt.Key.Key_Z, ctrl)
    assert code_names(opened) == []
    qtbot.keyClick(opened, Qt.Key.Key_Z, ctrl | shift)
    qtbot.keyClick(opened, Qt.Key.Key_Y, ctrl)
    assert code_names(opened) == ["en", "to"]


def test_in_a_field_being_written_in_undo_is_the_fields_own(
    opened: MainWindow, qtbot: QtBot
) -> None:
    add(opened, "en")
    field = QLineEdit(opened)
    field.show()
    opened.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "abc")
    opened.made["undo"].trigger()
    assert field.text() == ""
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_Z, ctrl | shift)
    assert field.text() == "abc"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert code_names(opened) == ["en"]


def test_the_header_counts_what_a_step_has_made(opened: MainWindow) -> None:
    add(opened, "en")
    assert "1 code" in opened.header.counts()


def test_escape_takes_away_what_was_refused_and_nothing_else(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.notices.say("done")
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert said(opened) == "done"
    opened.notices.refuse(QualtoolError("x", "It cannot be."))
    assert said(opened) == "It cannot be."
    qtbot.keyClick(opened.pages, Qt.Key.Key_Escape)
    assert opened.notices.last is None
