"""Tying one of the names that are offered, and only that one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualtool.ui.panels.ties import Ties

KEY = Qt.Key
NAMES = ["Informant 1", "Informant 2", "Informant 3", "Notat"]


@pytest.fixture
def told(dressed: QApplication, qtbot: QtBot) -> Iterator[tuple[Ties, list[str]]]:
    """A field that shows what was tied at once, as the forms do."""
    window = QWidget()
    qtbot.addWidget(window)
    ties = Ties("Tie to a document", "Tie to a document …")
    QVBoxLayout(window).addWidget(ties)
    window.resize(400, 300)
    found: list[str] = []

    def tie(name: str) -> None:
        found.append(name)
        tied = [(number, each) for number, each in enumerate(found)]
        ties.show_ties(tied, [each for each in NAMES if each not in found])

    ties.named.connect(tie)
    ties.show_ties([], NAMES)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield ties, found
    window.close()


def _offered(ties: Ties, words: str) -> QAbstractItemView:
    line, completer = ties.picker.lineEdit(), ties.picker.completer()
    assert line is not None
    assert completer is not None
    line.setFocus()
    QTest.keyClicks(line, words)
    offered = completer.popup()
    assert offered is not None
    return offered


def test_enter_on_what_is_offered_ties_it_alone(told: tuple[Ties, list[str]], qtbot: QtBot) -> None:
    ties, found = told
    offered = _offered(ties, "informant 2")
    qtbot.waitUntil(offered.isVisible)
    QTest.keyClick(offered, KEY.Key_Down)
    QTest.keyClick(offered, KEY.Key_Return)
    qtbot.wait(20)
    assert found == ["Informant 2"]
    assert ties.picker.currentText() == ""


def test_a_click_on_what_is_offered_ties_it_alone(
    told: tuple[Ties, list[str]], qtbot: QtBot
) -> None:
    ties, found = told
    offered = _offered(ties, "informant 3")
    qtbot.waitUntil(offered.isVisible)
    box = offered.visualRect(offered.model().index(0, 0))
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.wait(20)
    ties.setFocus()
    assert found == ["Informant 3"]
    assert ties.picker.currentText() == ""
