"""Opens the window on a large project, codes, uncodes and looks, and prints as JSON what it took.

Run by `test_large_project` in a process of its own, with the project and the moment before the
start (the monotonic clock, nanoseconds) as arguments. Times are in milliseconds, from the press of
a key to the painted window; "worked" is the processor time from the start of the program until it
was shown, "opened again" what the project alone takes. Memory is in MB, at the end and at most.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from qualtool.__main__ import before_qt

before_qt()

from PySide6.QtCore import Qt  # noqa: E402 - as the program does
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from qualtool import app  # noqa: E402
from qualtool.analysis import codebook  # noqa: E402
from qualtool.ui.main_window import MainWindow  # noqa: E402
from qualtool.ui.workspaces.coding import CodingWorkspace  # noqa: E402
from tests.benchmarks.first_frame import Painted, peak_mb, resident_mb  # noqa: E402

ROUNDS = 7


def main() -> None:
    """Start, do what a researcher does many times a day, print, close."""
    path, begun = Path(sys.argv[1]), int(sys.argv[2])
    application = app.application()
    painted = Painted()
    window = app.start(path)
    window.installEventFilter(painted)
    while not painted.yes:
        application.processEvents()
    told = {"shown": (time.monotonic_ns() - begun) / 1e6, "worked": time.process_time() * 1000}
    told["counted"] = _counted(window, begun)
    told.update(_acts(window))
    told["opened again"] = _opened(window, path)
    told["resident_mb"] = resident_mb()
    told["peak_mb"] = peak_mb()
    print(json.dumps(told))
    window.close()


def _counted(window: MainWindow, begun: int) -> float:
    """When all is counted, which goes on while the window is there to be used."""
    counted = False
    while not counted:
        QTest.qWait(100)
        assert window.project is not None
        with window.project.read() as session:
            counted = codebook.figures_known(session)
    return (time.monotonic_ns() - begun) / 1e6


def _opened(window: MainWindow, path: Path) -> float:
    """From asking for the project until it is seen, in a program that runs already."""
    window.projects.close()
    QTest.qWait(500)
    painted = Painted()
    start = time.perf_counter()
    window.projects.open(path)
    window.installEventFilter(painted)
    while not painted.yes:
        QApplication.processEvents()
    assert window.project is not None
    return (time.perf_counter() - start) * 1000


def _acts(window: MainWindow) -> dict[str, float]:
    workspace = window.findChild(CodingWorkspace)
    assert workspace is not None
    reader, pane = workspace.reader, workspace.codebook
    documents = iter(range(40, 500))
    places = iter(range(2000, 100_000, 1500))

    def took(before: Callable[[], object], act: Callable[[], object]) -> float:
        """The middle of some rounds."""
        times = []
        for _round in range(ROUNDS):
            before()
            QTest.qWait(60)
            start = time.perf_counter()
            act()
            QApplication.sendPostedEvents()  # these paint what has changed
            QApplication.processEvents()
            times.append((time.perf_counter() - start) * 1000)
        return sorted(times)[ROUNDS // 2]

    def select() -> None:
        at = next(places)
        reader.setFocus()
        reader.select(at, at + 60)

    def code() -> None:
        select()
        QTest.keyClick(reader.view, Qt.Key.Key_1)

    def nothing() -> None:
        pass

    told = {
        "open a document": took(nothing, lambda: workspace.open_document(next(documents))),
        "code": took(select, lambda: QTest.keyClick(reader.view, Qt.Key.Key_1)),
        "undo": took(
            nothing,
            lambda: QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        ),
        "uncode": took(code, lambda: QTest.keyClick(reader.view, Qt.Key.Key_Delete)),
        "choose a code": took(lambda: pane.choose_code(2), lambda: pane.choose_code(1)),
    }
    letters = iter("abcdefghijk")
    pane.filter.setFocus()
    told["a key in the filter"] = took(nothing, lambda: QTest.keyClicks(pane.filter, next(letters)))
    return told


if __name__ == "__main__":
    main()
