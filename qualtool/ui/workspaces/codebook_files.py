"""The codebook in from a file and out to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.project import Project
from qualtool.ui import asking_where


class CodebookFiles(QObject):
    """Asks for a file and reads or writes it; taking a codebook in is one step."""

    said = Signal(str)

    def __init__(
        self, parent: QWidget, project: Project, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._project = project
        self._refused = refused

    def ask_in(self) -> None:
        """Ask for a codebook and take it in."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Take in a codebook"),
            "",
            _("Codebooks (*.xlsx *.csv *.tsv *.txt *.md *.qdc)"),
        )
        if chosen:
            self.take_in(Path(chosen))

    def ask_out(self) -> None:
        """Ask where to, and write the codebook there."""
        offered = self._project.path.with_name(f"{_('Codebook')}.xlsx")
        title, kinds = _("Write the codebook to a file"), {"xlsx": "", "csv": "", "md": ""}
        if path := asking_where.ask(self._window, title, offered, kinds):
            self.write(path)

    def take_in(self, path: Path) -> None:
        """Take in the codebook of a file, in one step; rows that cannot be are told."""
        from qualtool import plugins
        from qualtool.formats.read_codebook import read_codebook
        from qualtool.operations import codebook_import

        try:
            lines = read_codebook(plugins.load(path), path.name)
            with self._project.edit("import_codebook") as session:
                taken = codebook_import.take_in(session, lines)
        except QualtoolError as error:
            self._refused(error)
            return
        if taken.left:
            row, why = taken.left[0]
            words = ngettext(
                "{count} code was left out; row {row}: {why}",
                "{count} codes were left out; row {row}: {why}",
                len(taken.left),
            )
            self.said.emit(words.format(count=len(taken.left), row=row, why=why))

    def write(self, path: Path) -> None:
        """Write the codebook to a file."""
        from qualtool.reports import codebook_file

        try:
            with self._project.read() as session:
                codebook_file.save(session, path)
        except QualtoolError as error:
            self._refused(error)
        else:
            self.said.emit(_("Wrote {file}.").format(file=path.name))
