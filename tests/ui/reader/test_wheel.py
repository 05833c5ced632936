"""A turn of the wheel arrives in steps, for as long as there is something to move."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.ui.reader.wheel import Wheel


class Moved:
    """What a wheel has moved, and by what steps."""

    def __init__(self) -> None:
        self.steps: list[int] = []

    def by(self, pixels: int) -> bool:
        self.steps.append(pixels)
        return True


def test_a_turn_arrives_in_several_steps_and_then_in_full(qtbot: QtBot) -> None:
    moved, owner = Moved(), QObject()
    wheel = Wheel(moved.by, owner)
    wheel.turn(-90)
    assert not moved.steps
    qtbot.waitUntil(lambda: sum(moved.steps) == -90)
    assert len(moved.steps) > 3


def test_the_steps_end_with_what_they_move(qtbot: QtBot) -> None:
    moved, owner = Moved(), QObject()
    wheel = Wheel(moved.by, owner)
    wheel.turn(90)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(50)  # Qt would call what is no longer there, but for Python
    assert not moved.steps
