"""Sheets answered by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qualtool.ui.pages import Pages
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


def test_the_keys_go_back_to_where_they_were_when_a_sheet_closes(
    dressed: QApplication, qtbot: QtBot
) -> None:
    welcome = QWidget()
    row = QHBoxLayout(welcome)
    first, second = QPushButton("Først"), QPushButton("Så")
    row.addWidget(first)
    row.addWidget(second)
    pages = Pages(welcome)
    qtbot.addWidget(pages)
    pages.resize(700, 500)
    pages.show()
    pages.activateWindow()
    qtbot.waitUntil(pages.isActiveWindow)
    for close in ("escape", "answer"):
        second.setFocus()
        asked = Sheet("Spørsmål")
        answer = asked.add_button("Gjør det", role="primary")
        answer.clicked.connect(asked.closed)
        pages.show_sheet(asked)
        qtbot.waitUntil(answer.hasFocus)
        qtbot.keyClick(answer, Qt.Key.Key_Escape if close == "escape" else Qt.Key.Key_Return)
        qtbot.waitUntil(second.hasFocus)
