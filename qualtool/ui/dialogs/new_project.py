"""What a new project is to be: its name, where it lies, who codes, and what it starts from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from qualtool import i18n, settings
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import templates
from qualtool.ui.dialogs.form import Rows, Segments
from qualtool.ui.dialogs.template_choice import TemplateChoice
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.sheet import Sheet

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # what no system takes in a file's name
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    path: Path
    name: str
    language: str
    template: str
    coder: str


class NewProject(Sheet):
    """Asks; `wished` carries a `Wanted`."""

    wished = Signal(object)

    def __init__(self, folder: Path, *, files: int = 0) -> None:
        about = (
            ngettext("{count} file comes in next", "{count} files come in next", files).format(
                count=files
            )
            if files
            else _("One file that holds everything")
        )
        super().__init__(_("New project"), about=about, width=760)
        self._folder = folder
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Such as “Working together in the valley”"))
        self.name.setMaxLength(200)
        self.name.textChanged.connect(self._show_path)
        self._path = ElidedLabel(role="quiet")
        other = QPushButton(_("Choose folder …"))
        other.setProperty("role", "link")
        other.clicked.connect(self._ask_folder)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._path)
        row.addWidget(other)
        row.addStretch(1)
        self.coder = QLineEdit(settings.load().coder)
        self.coder.setPlaceholderText(_("The name that stands by what you code"))
        speaking = i18n.language()
        self.language = Segments((("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")), speaking)
        self.template = TemplateChoice(templates.available(), speaking)
        self.language.chosen.connect(self.template.speak)
        rows = Rows()
        rows.ask(_("Name"), self.name)
        rows.ask(_("Lies in"), place)
        rows.ask(_("Your name"), self.coder)
        rows.ask(_("Themes are named in"), self.language)
        rows.ask(_("Starts from"), self.template)
        self.body.addLayout(rows)
        self._trouble = QLabel()
        self._trouble.setProperty("role", "trouble")
        self._trouble.setWordWrap(True)
        self.foot.addWidget(self._trouble, 1)
        self.add_close(_("Cancel"))
        self.make = self.add_button(_("Make the project"), role="primary")
        self.make.clicked.connect(self._wish)
        self._show_path()
        self.setFocusProxy(self.name)

    def refuse(self, words: str) -> None:
        """Say why it cannot be made so."""
        self._trouble.setText(words)

    def path(self) -> Path:
        """Where the project would lie."""
        return self._folder / f"{_file_name(self.name.text())}.qualtool"

    def _show_path(self) -> None:
        named = bool(_file_name(self.name.text()))
        folder = str(self._folder)
        home = str(Path.home())
        folder = "~" + folder[len(home) :] if folder.startswith(home) else folder
        self._path.setText(str(Path(folder) / self.path().name) if named else folder)
        taken = named and self.path().exists()
        self.refuse(
            _("{file} is there already. Choose another name.").format(file=self.path().name)
            if taken
            else ""
        )
        self.make.setEnabled(named and not taken)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Choose folder"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._show_path()

    def _wish(self) -> None:
        self.wished.emit(
            Wanted(
                path=self.path(),
                name=self.name.text().strip(),
                language=self.language.value(),
                template=self.template.value(),
                coder=self.coder.text().strip(),
            )
        )


def _file_name(name: str) -> str:
    """A name as the name of a file; empty where nothing is left of it."""
    return " ".join(_UNFIT.sub(" ", name).split()).strip(" .")[:_LONGEST].strip(" .")
