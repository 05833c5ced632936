"""What the foot of the window says: what just happened, what was refused, and the way forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from qualtool.core.errors import QualtoolError

Kind = Literal["done", "caution", "trouble"]


@dataclass(frozen=True, slots=True)
class Way:
    """A way forward beside a notice: the words of a link, and what it does."""

    words: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """One line: its words, how grave it is, and perhaps a way forward, or two."""

    words: str
    kind: Kind = "done"
    way: Way | None = None
    other: Way | None = None


class Notices(QObject):
    """Takes what is to be said; `said` carries it to whoever shows it, None to show nothing.

    Escape, wherever it is pressed, takes away what was refused.
    """

    said = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last: Notice | None = None

    def say(
        self,
        words: str,
        way: Way | None = None,
        *,
        kind: Kind = "done",
        other: Way | None = None,
    ) -> None:
        """Say what happened; without words, nothing more."""
        self._show(Notice(words, kind, way, other) if words else None)

    def refuse(self, error: QualtoolError, way: Way | None = None) -> None:
        """Say what could not be done, in the error's own sentence."""
        self._show(Notice(str(error), "trouble", way))

    def clear(self) -> None:
        """Say nothing more."""
        self._show(None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        return False

    def _show(self, notice: Notice | None) -> None:
        self._follow_keys(on=notice is not None and notice.kind == "trouble")
        self.last = notice
        self.said.emit(notice)

    def _follow_keys(self, *, on: bool) -> None:
        """Hear every key only while something is refused: it costs a little for each."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if on:
                application.installEventFilter(self)
