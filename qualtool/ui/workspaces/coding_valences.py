"""The valences of the project in the coding workspace: shown to the reader, missed, and named."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qualtool.analysis import codebook
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.panels.excerpts import ExcerptList
from qualtool.ui.reader.reader import Reader
from qualtool.ui.reader.signs import shown_sign
from qualtool.ui.workspaces.coding_on import CodingOn


class CodingValences(QObject):
    """Belongs to the coding workspace."""

    said = Signal(str)
    sheet_wished = Signal(object)  # QWidget

    def __init__(
        self, project: Project, reader: Reader, shown: ExcerptList, coding_on: CodingOn
    ) -> None:
        super().__init__(reader)
        self._project = project
        self._reader = reader
        for part in (reader, shown, coding_on):
            part.valence_missing.connect(self._miss)
        self.refresh()

    def refresh(self) -> None:
        """Let the reader know them as they are now."""
        with self._project.read() as session:
            self._reader.set_valences(codebook.valences(session))

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched them."""
        if changes.touches("valence"):
            self.refresh()

    def ask(self) -> None:
        """Ask what they are called."""
        from qualtool.operations import valences
        from qualtool.ui.dialogs.valences import NameValences

        sheet = NameValences({row.sign: row.name for row in self._reader.valences})

        def keep(names: dict[str, str]) -> None:
            try:
                with self._project.edit("name_valences") as session:
                    valences.name(session, names)
            except QualtoolError as error:
                sheet.refuse(str(error))
            else:
                sheet.closed.emit()

        sheet.named.connect(keep)
        self.sheet_wished.emit(sheet)

    def _miss(self, sign: str) -> None:
        where = _("They are named in the menu, under Project, Valences of the project.")
        if not self._reader.valences:
            none = _("This project has no valences.")
            self.said.emit(f"{none} {where}")
        else:
            words = _("This project has no valence {sign}.").format(sign=shown_sign(sign))
            self.said.emit(f"{words} {where}")
