"""How a draft comes to a page: dropped on it, or changed by its writer while the window is away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from qualtool.formats.drafts import ENDINGS


class Coming(QObject):
    """Watches a page and its window.

    `dropped` is given a file let go over the page that can be a draft; `back` is called when the
    page is shown, and when somebody comes back to the window while it is.
    """

    def __init__(
        self, page: QWidget, dropped: Callable[[Path], object], back: Callable[[], object]
    ) -> None:
        super().__init__(page)
        self._page, self._dropped, self._back = page, dropped, back
        self._window: QWidget | None = None
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.WindowActivate:
            if self._page.isVisible():
                self._back()
        elif watched is self._page and isinstance(event, QShowEvent):
            self._watch(self._page.window())
            self._back()
        elif watched is self._page and event.type() == QEvent.Type.DragEnter:
            assert isinstance(event, QDragEnterEvent)
            if draft_in(event) is not None:
                event.acceptProposedAction()
                return True
        elif watched is self._page and event.type() == QEvent.Type.Drop:
            assert isinstance(event, QDropEvent)
            path = draft_in(event)
            if path is not None:
                event.acceptProposedAction()
                self._dropped(path)
                return True
        return False

    def _watch(self, window: QWidget) -> None:
        if window is not self._window:
            self._window = window
            window.installEventFilter(self)


def draft_in(event: QDropEvent) -> Path | None:
    """The one file that is dropped, if it can be a draft."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    ending = paths[0].suffix.lower().removeprefix(".") if len(paths) == 1 else ""
    return paths[0] if ending in ENDINGS else None
