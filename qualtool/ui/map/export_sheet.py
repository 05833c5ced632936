"""What is asked before the map is written as a picture: its title, its language, its kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit

from qualtool.i18n import LANGUAGES
from qualtool.i18n import gettext as _
from qualtool.ui.language_words import language_name
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.sheet import Sheet


class ExportSheet(Sheet):
    """`export_wished` tells the title, the language and the ending of the file."""

    export_wished = Signal(str, str, str)

    def __init__(self, title: str, language: str) -> None:
        super().__init__(_("Save the map as a picture"), width=520)
        self.title = QLineEdit(title)
        self.title.setAccessibleName(_("Title"))
        self.title.setPlaceholderText(_("No title"))
        kinds = {
            "svg": _("SVG: drawing, can be edited further"),
            "png": _("PNG: picture for Word and slides"),
            "pdf": _("PDF: for print"),
        }
        self.kind = Choice(kinds, _("Kind of file"))
        self.kind.show_key("png")
        self.language = Choice({code: language_name(code) for code in LANGUAGES}, _("Language"))
        self.language.show_key(language)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(
            (
                (_("Title"), self.title),
                (_("Kind of file"), self.kind),
                (_("Language"), self.language),
            )
        ):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.body.addLayout(grid)
        about = QLabel(_("Themes and codes differ in form and border too, so it prints in grey."))
        about.setProperty("role", "quiet-text")
        about.setWordWrap(True)
        self.body.addWidget(about)
        self.add_close(_("Cancel"))
        self.go = self.add_button(_("Save …"), role="primary")
        self.go.clicked.connect(self._tell)
        self.setFocusProxy(self.title)

    def _tell(self) -> None:
        language, ending = self.language.currentData(), self.kind.currentData()
        self.export_wished.emit(self.title.text().strip(), language, ending)
