"""What holds for the whole report: its title, its language, and whether it begins with contents."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qualtool.i18n import LANGUAGES
from qualtool.i18n import gettext as _
from qualtool.ui.language_words import language_name
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.report.composing import Composed
from qualtool.ui.report.value_choice import ValueChoice


class FrontPane(QWidget):
    """A field for the title and two choices; each is kept at once."""

    titled = Signal(str)
    language_chosen = Signal(str)
    contents_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        head = QLabel(_("The whole report"))
        head.setProperty("role", "title")
        about = QLabel(_("Its blocks follow one another, with tables and figures counted through."))
        about.setProperty("role", "quiet-text")
        about.setWordWrap(True)
        self.title = LineField(_("Title of the report"))
        self.title.written.connect(self.titled)
        names = [(language_name(code), code) for code in LANGUAGES]
        self.language = ValueChoice(_("Language of the report"), names, "nb")
        self.language.chosen.connect(lambda code: self.language_chosen.emit(str(code)))
        self.contents = QCheckBox(_("Begin with a list of contents"))
        self.contents.clicked.connect(self.contents_chosen)
        words = QLabel(_("Language"))
        words.setBuddy(self.language)
        row = QHBoxLayout()
        row.addWidget(words)
        row.addStretch(1)
        row.addWidget(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(about)
        column.addSpacing(4)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.contents)

    def show_report(self, composed: Composed, *, writable: bool) -> None:
        """Show how the report is written now."""
        self.title.show_text(composed.title)
        self.language.show_value(composed.language)
        self.contents.setChecked(composed.contents)
        for part in (self.title, self.language, self.contents):
            part.setEnabled(writable)
