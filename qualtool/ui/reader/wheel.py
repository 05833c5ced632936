"""Lets a turn of the wheel arrive in small steps, so that the eye can follow the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QStyle

_TICK: Final = 8  # milliseconds
_SHARE: Final = 0.35  # of the way that is left, a step


class Wheel(QObject):
    """Owes a distance, and pays it by calling `move` with some pixels at a time."""

    def __init__(self, move: Callable[[int], bool], parent: QObject) -> None:
        """`move` answers whether there was anywhere to move to."""
        super().__init__(parent)
        self._move = move
        self._owed = 0.0
        # Ends with this, also where Python keeps what is left of it longer.
        self._ticks = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)

    def turn(self, pixels: float) -> None:
        """Move so far; at once where the system is set to show no animations."""
        self._owed += pixels
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if QApplication.style().styleHint(hint) > 0:
            self._ticks.start()
        else:
            self._pay(1.0)

    def stop(self) -> None:
        """Stand still."""
        self._owed = 0.0
        self._ticks.stop()

    def _tick(self) -> None:
        self._pay(_SHARE)

    def _pay(self, share: float) -> None:
        if abs(self._owed) < 1:
            self.stop()
            return
        step = round(self._owed * share) or (1 if self._owed > 0 else -1)
        self._owed -= step
        if not self._move(step):
            self.stop()
