"""Faults of ours are shown and can be copied, and the work goes on."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qualtool.core.errors import QualtoolError
from qualtool.ui import errors
from qualtool.ui.dialogs.fault import Fault
from qualtool.ui.main_window import MainWindow


@pytest.fixture
def met(window: MainWindow, capfd: pytest.CaptureFixture[str]) -> Iterator[MainWindow]:
    errors.start(window)
    yield window
    errors.stop()


def dialog(window: MainWindow, qtbot: QtBot) -> Fault:
    qtbot.waitUntil(lambda: window.findChild(Fault) is not None)
    found = window.findChild(Fault)
    assert found is not None
    return found


def hook(error: BaseException) -> None:
    try:
        raise error
    except BaseException:
        sys.excepthook(*sys.exc_info())


def test_a_fault_is_shown_with_a_report_to_copy_and_a_way_on(met: MainWindow, qtbot: QtBot) -> None:
    hook(ZeroDivisionError("division by zero"))
    shown = dialog(met, qtbot)
    qtbot.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(shown.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: met.findChild(Fault) is None)
    assert met.isVisible()


def test_one_fault_is_shown_at_a_time(met: MainWindow, qtbot: QtBot) -> None:
    for _time in range(3):
        hook(ValueError())
    dialog(met, qtbot)
    qtbot.wait(30)
    assert len(met.findChildren(Fault)) == 1


def test_a_fault_in_another_thread_is_shown_too(met: MainWindow, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in report_of(dialog(met, qtbot))


def test_what_can_be_acted_on_is_a_line_and_no_dialog(met: MainWindow, qtbot: QtBot) -> None:
    hook(QualtoolError("read_only", "It is open for reading only."))
    qtbot.waitUntil(lambda: met.notices.last is not None)
    assert met.notices.last is not None
    assert met.notices.last.words == "It is open for reading only."
    assert met.findChild(Fault) is None


def test_a_sudden_end_is_told_of_at_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    folder = errors.crash_path().parent
    folder.mkdir(parents=True, exist_ok=True)
    ended, running = folder / "crash-999999999.txt", folder / f"crash-{os.getppid()}.txt"
    ended.write_text("Fatal Python error: Segmentation fault\n", "utf-8")
    running.write_text("", "utf-8")
    errors.start(window)
    try:
        QTimer.singleShot(0, window, errors.tell_of_last_time)
        assert "Segmentation fault" in report_of(dialog(window, qtbot))
    finally:
        errors.stop()
    assert not errors.crash_path().exists()
    assert not ended.exists()
    assert running.exists(), "another window is not asked while it runs"


def test_an_orderly_end_leaves_nothing_to_tell(window: MainWindow, qtbot: QtBot) -> None:
    errors.start(window)
    errors.stop()
    assert not errors.crash_path().exists()
    assert sys.excepthook is not None


def report_of(fault: Fault) -> str:
    from PySide6.QtWidgets import QPlainTextEdit

    text = fault.findChild(QPlainTextEdit)
    assert text is not None
    return text.toPlainText()
