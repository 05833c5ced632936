"""What a project needs is loaded while the welcome screen is being looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

# Each a part of what the ones after it need, so that none keeps a press or a key waiting.
PARTS: Final = (
    "qualtool.store.connection",
    "qualtool.store.schema",
    "qualtool.store.project",
    "qualtool.analysis.codebook",
    "qualtool.analysis.history",
    "qualtool.ui.reader.view",
    "qualtool.ui.reader.reader",
    "qualtool.ui.panels.documents",
    "qualtool.ui.panels.codebook",
    "qualtool.ui.panels.inspector",
    "qualtool.ui.workspaces.coding",
)


class Loading(QObject):
    """Loads one part in each turn, once the window has been painted."""

    def __init__(self, window: QWidget, ended: Callable[[], None]) -> None:
        super().__init__(window)
        self._parts: Iterator[str] = iter(PARTS)
        self._ended = ended
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._load)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _load(self) -> None:
        part = next(self._parts, None)
        if part is not None:
            import_module(part)
            return
        self._timer.stop()
        self._ended()
        self.deleteLater()
