"""Counts a large project while nobody waits: a little at a time, between keys and frames."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualtool.analysis import codebook, use
from qualtool.store.project import Project

_SLICE_S: Final = 0.006  # how long a key or a frame may have to wait
_PAUSE_MS: Final = 2
_REST_MS: Final = 400  # until all is painted; after a step the next is likely to come at once


class Counting(QObject):
    """Begins where a project is too large to be counted at once, and says when it is done."""

    done = Signal()

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._count)

    def begin(self) -> None:
        """Count what is not counted yet, when nothing has been done for a moment."""
        if self._timer.isActive():
            self._timer.start(_REST_MS)
            return
        with self._project.read() as session:
            known = codebook.figures_known(session)
        if not known:
            self._timer.start(_REST_MS)

    def _count(self) -> None:
        self._timer.setInterval(_PAUSE_MS)
        until = time.perf_counter() + _SLICE_S
        with self._project.read() as session:
            while not (counted := use.count_on(session, 1)) and time.perf_counter() < until:
                pass
        if counted:
            self._timer.stop()
            self.done.emit()
