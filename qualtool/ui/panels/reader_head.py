"""The line above the text: which document it is, and how it is read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.rows import DocumentRow
from qualtool.ui import icons
from qualtool.ui.actions import worded_keys
from qualtool.ui.document_words import document_facts
from qualtool.ui.panels.elided import ElidedLabel


class ReaderHead(QWidget):
    """Name and facts of the document; reading mode and size of the text."""

    reading_mode_chosen = Signal(bool)
    correction_wished = Signal()
    size_wished = Signal(int)  # so many steps larger or smaller
    menu_wished = Signal(QPoint)  # where on the screen

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel(role="strong")
        self._facts = ElidedLabel(role="quiet")
        self.reading = QToolButton()
        self.reading.setText(_("Reading mode"))
        self.reading.setToolTip(f"{_('Read without codes')}  {worded_keys('F9')}")
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
        self.ways = QToolButton()
        self.ways.setIcon(icons.icon("more"))
        self.ways.setAccessibleName(_("Find, go to a place, what is not coded"))
        self.ways.setToolTip(_("Find, go to a place, what is not coded"))
        self.ways.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._name)
        # The name keeps its room; its facts have what is left.
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._facts, 1)
        acts = QHBoxLayout()
        acts.setSpacing(0)  # each has room of its own around its words
        for button in (self.reading, correct, smaller, larger, self.ways):
            button.setProperty("role", "flat")
            acts.addWidget(button)
        row.addLayout(acts)
        self.setFixedHeight(40)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_document(self, row: DocumentRow | None) -> None:
        """Name a document; nothing for None."""
        self._name.setText(row.name if row else "")
        self._facts.setText(document_facts(row) if row else "")

    def _open_menu(self) -> None:
        self.menu_wished.emit(self.ways.mapToGlobal(QPoint(0, self.ways.height())))
