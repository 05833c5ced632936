"""The researcher's own document: its blocks replaced where they stand, and told which."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.project import Project
from qualtool.ui import remembering
from qualtool.ui.report.exporting import Exporting


class Refreshing(QObject):
    """Asks for the document the first time, and remembers where it lies on this computer."""

    sheet_wished = Signal(object)
    named = Signal(str)

    def __init__(self, project: Project, exporting: Exporting, guid: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._project, self._exporting = project, exporting
        self._guid, self._window = guid, parent

    def name(self) -> str:
        """The file name of the document; empty where none has been chosen."""
        kept = remembering.own_document_in(self._guid)
        return Path(kept).name if kept else ""

    def refresh(self) -> None:
        """Refresh the blocks in the document; ask which where that is not known."""
        kept = remembering.own_document_in(self._guid)
        if kept and Path(kept).is_file():
            self.refresh_in(Path(kept))
        else:
            self.ask()

    def ask(self) -> None:
        """Ask for the document."""
        kept = remembering.own_document_in(self._guid)
        folder = kept or str(self._project.path.parent)
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, _("Your own document"), folder, "Word (*.docx)"
        )
        if chosen:
            self.refresh_in(Path(chosen))

    def refresh_in(self, path: Path) -> None:
        """Refresh the blocks in this document."""
        remembering.keep_own_document(self._guid, str(path))
        self.named.emit(path.name)
