"""What a project needs is loaded in turns of its own, after the first sight of the window."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qualtool.ui.loading import PARTS, Loading


def test_nothing_is_loaded_before_the_window_is_painted_and_all_after(qtbot: QtBot) -> None:
    assert all(find_spec(part) for part in PARTS)
    window, ended = QWidget(), list[bool]()
    qtbot.addWidget(window)
    Loading(window, lambda: ended.append(all(part in sys.modules for part in PARTS)))
    qtbot.wait(30)
    assert ended == []
    window.show()
    qtbot.waitUntil(lambda: ended == [True])
    qtbot.waitUntil(lambda: window.findChild(QObject) is None)
