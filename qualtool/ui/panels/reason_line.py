"""A quiet question in the pane itself: why. It may be left unanswered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _


class ReasonLine(QWidget):
    """Hidden until it asks. Enter answers, also with nothing; Escape lets it be."""

    answered = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Why? May be left empty"))
        self.field.setAccessibleName(_("Why"))
        self.field.returnPressed.connect(self._answer)
        self.leave = QPushButton()
        self.leave.setProperty("role", "plain")
        self.leave.clicked.connect(self.drop)
        self.press = QPushButton()
        self.press.setProperty("role", "primary")
        self.press.clicked.connect(self._answer)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.press)
        self._column.addWidget(self.words)
        self._column.addWidget(self.field)
        self._column.addLayout(row)
        self.hide()

    def ask(self, words: str, press: str, *, leave: str = "", take_keys: bool = True) -> None:
        """Ask why, beside what is to be done; `take_keys` lets the answer be typed at once."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.press.setText(press)
        self.leave.setText(leave or _("Cancel"))
        self.field.clear()
        self.show()
        if take_keys:
            self.field.setFocus()

    def add(self, widget: QWidget) -> None:
        """Put something under the field that is answered along with it."""
        self._column.insertWidget(2, widget)

    def drop(self) -> None:
        """Ask no longer."""
        if not self.isHidden():
            self.hide()
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        words = self.field.text().strip()
        self.hide()
        self.answered.emit(words)
