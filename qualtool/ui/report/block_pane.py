"""What is said of the chosen block at the right: its choices, and whether it is frozen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.core.day_words import day_of
from qualtool.i18n import LANGUAGES
from qualtool.i18n import gettext as _
from qualtool.ui import icons
from qualtool.ui.language_words import language_name
from qualtool.ui.material_words import short_date
from qualtool.ui.panels.wrapped import WrappedLabel
from qualtool.ui.report.composing import Composed, Piece, about
from qualtool.ui.report.options_form import OptionsForm
from qualtool.ui.report.value_choice import ValueChoice


class BlockPane(QWidget):
    """The title, a sentence on what it shows, its choices, the language, and the freeze."""

    chosen = Signal(str, object)  # field, value
    language_chosen = Signal(str)
    freeze_wished = Signal()
    thaw_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = WrappedLabel(role="title")
        self._about = QLabel()
        self._about.setProperty("role", "quiet-text")
        self._about.setWordWrap(True)
        self.form = OptionsForm()
        self.form.chosen.connect(self.chosen)
        names = [(language_name(code), code) for code in LANGUAGES]
        self.language = ValueChoice(_("Language of the report"), names, "nb")
        self.language.setToolTip(_("The language of the whole report"))
        self.language.chosen.connect(lambda code: self.language_chosen.emit(str(code)))
        words = QLabel(_("Language"))
        words.setBuddy(self.language)
        last = QHBoxLayout()
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(words)
        last.addStretch(1)
        last.addWidget(self.language)
        self._frozen = QLabel()
        self._frozen.setWordWrap(True)
        self._lock = QLabel()
        self._lock.setPixmap(icons.icon("lock").pixmap(14, 14))
        self._lock.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.freeze = QPushButton()
        self.freeze.setProperty("role", "finding-link")
        self.freeze.clicked.connect(self._press)
        kept = QGridLayout()
        kept.setContentsMargins(0, 2, 0, 0)
        kept.setHorizontalSpacing(8)
        kept.setVerticalSpacing(0)
        kept.setColumnStretch(1, 1)
        kept.addWidget(self._lock, 0, 0)
        kept.addWidget(self._frozen, 0, 1)
        kept.addWidget(self.freeze, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self._is_frozen = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addLayout(last)
        column.addLayout(kept)

    def show_piece(self, piece: Piece, composed: Composed, *, writable: bool) -> None:
        """Show a block; its choices stay as they are while it is frozen."""
        self._title.setText(piece.heading(composed.language))
        self._about.setText(about(piece.name))
        self.language.show_value(composed.language)
        self.language.setEnabled(writable)
        self._is_frozen = piece.frozen_ms is not None
        self.form.setVisible(not self._is_frozen)
        self._lock.setVisible(self._is_frozen)
        self.freeze.setVisible(writable)
        if piece.frozen_ms is None:
            self._frozen.setText(_("Follows the project."))
            self.freeze.setText(_("Freeze as it is now"))
        else:
            day = short_date(day_of(piece.frozen_ms).isoformat())
            self._frozen.setText(_("Frozen as it was on {date}.").format(date=day))
            self.freeze.setText(_("Let it follow again"))

    def _press(self) -> None:
        (self.thaw_wished if self._is_frozen else self.freeze_wished).emit()
