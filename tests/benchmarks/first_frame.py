"""Starts the window on a project and prints, as JSON, when it was first painted and what it holds.

Run by `test_window` in a process of its own, with the project ("" for the welcome screen) and the
moment before the start (the monotonic clock, nanoseconds) as arguments. Memory is what stays
resident after two seconds, and the most there was.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from qualtool.__main__ import before_qt

before_qt(project=bool(sys.argv[1]))

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject  # noqa: E402 - as the program does

from qualtool import app  # noqa: E402


class Painted(QObject):
    """Notes whether a window has been painted."""

    yes = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.yes = self.yes or event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    """Start, wait for the first frame, print, close."""
    project, begun = Path(sys.argv[1]) if sys.argv[1] else None, int(sys.argv[2])
    application = app.application()
    painted = Painted()
    window = app.start(project)
    window.installEventFilter(painted)  # of the window alone: to be told of all takes its time
    while not painted.yes:
        application.processEvents()
    shown, worked = time.monotonic_ns(), time.process_time()
    rest = QDeadlineTimer(2000)
    while not rest.hasExpired():
        application.processEvents()
        time.sleep(0.01)
    print(
        json.dumps(
            {
                "shown_ms": (shown - begun) / 1e6,
                "worked_ms": worked * 1000,
                "resident_mb": resident_mb(),
                "peak_mb": peak_mb(),
            }
        )
    )
    window.close()


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    main()
