"""The inspector beside a text with many codings: the text is painted first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from qualtool.store.journal import Changes
from qualtool.ui.panels.inspector import WATCHED, Inspector

MANY = 100  # codings in the document, of one that is being coded in earnest
_LATE_MS = 60


class LookingLater(QObject):
    """Passes on what the inspector is to show: at once, or in a moment where `many` says so.

    Coding one passage after another, nobody reads the form between two keys.
    """

    def __init__(self, inspector: Inspector, many: Callable[[], bool]) -> None:
        super().__init__(inspector)
        self._inspector = inspector
        self._many = many
        self._waiting: Callable[[], None] | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self.now)

    def show_excerpt(self, excerpt_id: int | None) -> None:
        """Show one excerpt, or none."""
        self._look(lambda: self._inspector.show_excerpt(excerpt_id))

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what is shown."""
        # Only what is looked at may wait: nothing else that comes in the meantime is passed on.
        if self._waiting is None and changes.touches(*WATCHED):
            self._look(self._inspector.refresh)

    def now(self) -> None:
        """Show at once what waits to be shown."""
        self._late.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _look(self, act: Callable[[], None]) -> None:
        if not self._many():
            self.now()
            act()
            return
        self._inspector.keep_written()
        self._waiting = act
        self._late.start()
