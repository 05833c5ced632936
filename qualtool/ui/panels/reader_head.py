"""The line above the text: which document it is, and how it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.rows import DocumentRow
from qualtool.ui.document_words import document_facts


class ReaderHead(QWidget):
    """Name and facts of the document; reading mode and size of the text."""

    reading_mode_chosen = Signal(bool)
    correction_wished = Signal()
    size_wished = Signal(int)  # so many steps larger or smaller

    def __init__(self) -> None:
        super().__init__()
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = QLabel()
        self._facts.setProperty("role", "quiet")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self.reading = QToolButton()
        self.reading.setText(_("Reading mode"))
        self.reading.setToolTip(_("Read without codes"))
        self.reading.setCheckable(True)
        self.reading.toggled.connect(self.reading_mode_chosen)
        correct = QToolButton()
        correct.setText(_("Correct"))
        correct.setToolTip(_("Correct the paragraph at the caret"))
        correct.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        correct.clicked.connect(self.correction_wished)
        smaller = QToolButton()
        smaller.setText("A−")
        smaller.setAccessibleName(_("Smaller text"))
        smaller.setToolTip(_("Smaller text"))
        smaller.clicked.connect(lambda: self.size_wished.emit(-1))
        larger = QToolButton()
        larger.setText("A+")
        larger.setAccessibleName(_("Larger text"))
        larger.setToolTip(_("Larger text"))
        larger.clicked.connect(lambda: self.size_wished.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self._facts, 1)
        for button in (self.reading, correct, smaller, larger):
            button.setProperty("role", "flat")
            row.addWidget(button)
        self.setFixedHeight(40)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_document(self, row: DocumentRow | None) -> None:
        """Name a document; nothing for None."""
        self._name.setText(row.name if row else "")
        self._facts.setText(document_facts(row) if row else "")
