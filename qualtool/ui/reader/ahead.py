"""Draws ahead, between two frames, what the next one will show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Ahead(QTimer):
    """Asks for one piece after another to be drawn while nothing else is to be done.

    `draw` draws one piece and says whether there may be more; `start` after each frame.
    """

    def __init__(self, draw: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self.setSingleShot(True)
        self.setInterval(0)
        self.timeout.connect(self._go_on)

    def _go_on(self) -> None:
        # One piece a turn: a key that is pressed meanwhile waits for no more than that.
        if self._draw():
            self.start()
