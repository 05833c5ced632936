"""Sheets answered by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from qualtool.ui.panels.sheet import Sheet, SheetPage


class Asked:
    """A sheet with a field, a tick, a way out and an answer; `heard` is what was pressed."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.sheet = Sheet("Spørsmål")
        self.field = QLineEdit()
        self.tick = QCheckBox("Også dette")
        self.other = QPushButton("Vis mer")
        for part in (self.field, self.tick, self.other):
            self.sheet.body.addWidget(part)
        self.sheet.add_close("Avbryt")
        self.answer = self.sheet.add_button("Gjør det", role="primary")
        self.answer.clicked.connect(lambda: self.heard.append("answer"))
        self.other.clicked.connect(lambda: self.heard.append("other"))
        self.sheet.closed.connect(lambda: self.heard.append("closed"))
        self.page = SheetPage(self.sheet)


@pytest.fixture
def asked(dressed: QApplication, qtbot: QtBot) -> Asked:
    made = Asked()
    qtbot.addWidget(made.page)
    made.page.resize(700, 500)
    made.page.show()
    made.page.activateWindow()
    qtbot.waitUntil(made.page.isActiveWindow)
    return made


def test_return_in_a_field_or_on_a_tick_presses_the_answer_once(asked: Asked, qtbot: QtBot) -> None:
    for part in (asked.field, asked.tick):
        asked.heard.clear()
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Return)
        assert asked.heard == ["answer"]


def test_return_on_a_button_presses_that_button(asked: Asked, qtbot: QtBot) -> None:
    asked.other.setFocus()
    qtbot.keyClick(asked.other, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert asked.heard == ["other"]


def test_return_does_nothing_where_the_answer_cannot_be_given(asked: Asked, qtbot: QtBot) -> None:
    asked.answer.setEnabled(False)
    asked.field.setFocus()
    qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    assert asked.heard == []


def test_escape_closes_a_sheet_from_anywhere_in_it(asked: Asked, qtbot: QtBot) -> None:
    for part in (asked.field, asked.tick, asked.other, asked.answer):
        asked.heard.clear()
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Escape)
        assert asked.heard == ["closed"]
