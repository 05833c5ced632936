"""Files dropped anywhere on the window: a project opens, anything else is offered for import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from qualtool.ui.panels.drop_hint import DropHint

if TYPE_CHECKING:
    from qualtool.ui.main_window import MainWindow

ENDING = ".qualtool"


class FileDrops(QObject):
    """Watches the window; shows where files may be let go while they are held over it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hint: DropHint | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self._show_hint(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._take(event)
            return True
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not _files(event.mimeData()):
            return False
        event.acceptProposedAction()
        self._show_hint(True)
        return True

    def _take(self, event: QDropEvent) -> None:
        self._show_hint(False)
        paths = _files(event.mimeData())
        event.acceptProposedAction()
        projects = [path for path in paths if path.suffix == ENDING]
        if projects:
            self._window.projects.open(projects[0])
        elif paths:
            self._window.import_files(paths)

    def _show_hint(self, on: bool) -> None:
        self._window.welcome.show_hover(on)
        if self._hint is not None:
            self._hint.deleteLater()
            self._hint = None
        if on and self._window.project is not None:
            self._hint = DropHint(self._window.pages)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
