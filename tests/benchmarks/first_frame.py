"""Starts the window on a project and prints, as JSON, when it was first painted and what it holds.

Run by `test_window` in a process of its own, with the project and the moment before the start (the
monotonic clock, nanoseconds) as arguments. Memory is what stays resident after two seconds.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from qualtool.__main__ import before_qt

before_qt()

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject  # noqa: E402 - as the program does

from qualtool import app  # noqa: E402


class Painted(QObject):
    """Notes whether anything has been painted."""

    yes = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.yes = self.yes or event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    """Start, wait for the first frame, print, close."""
    project, begun = Path(sys.argv[1]), int(sys.argv[2])
    application = app.application()
    painted = Painted()
    application.installEventFilter(painted)
    window = app.start(project)
    while not painted.yes:
        application.processEvents()
    shown = time.monotonic_ns()
    rest = QDeadlineTimer(2000)
    while not rest.hasExpired():
        application.processEvents()
        time.sleep(0.01)
    print(json.dumps({"shown_ms": (shown - begun) / 1e6, "resident_mb": resident_mb()}))
    window.close()


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()
