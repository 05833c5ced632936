"""What the foot of the window says: what just happened, what was refused, and the way forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

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
    """Takes what is to be said; `said` carries it to whoever shows it, None to show nothing."""

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
        """Say what happened."""
        self._show(Notice(words, kind, way, other))

    def refuse(self, error: QualtoolError, way: Way | None = None) -> None:
        """Say what could not be done, in the error's own sentence."""
        self._show(Notice(str(error), "trouble", way))

    def clear(self) -> None:
        """Say nothing more."""
        self._show(None)

    def _show(self, notice: Notice | None) -> None:
        self.last = notice
        self.said.emit(notice)
