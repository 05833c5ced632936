"""What an empty pane says: what belongs there, and how to get it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

WIDEST = 460  # of a line that is read at a glance
NARROWEST_SIDE = 24


class EmptyPane(QWidget):
    """A title, a sentence, and perhaps a button or two, in the middle of the pane."""

    pressed = Signal()
    also_pressed = Signal()  # the quieter one of two buttons

    def __init__(self, title: str, sentence: str, button: str = "", also: str = "") -> None:
        super().__init__()
        column = self._column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for words, role in ((title, "empty-title"), (sentence, "empty")):
            label = QLabel(words)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            self._sentence = label
        if button:
            push = QPushButton(button)
            push.setProperty("role", "primary")
            push.clicked.connect(self.pressed)
            column.addSpacing(8)
            column.addWidget(push, 0, Qt.AlignmentFlag.AlignHCenter)
        if also:
            other = QPushButton(also)
            other.clicked.connect(self.also_pressed)
            column.addWidget(other, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_words(self, sentence: str) -> None:
        """Say another sentence."""
        self._sentence.setText(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(NARROWEST_SIDE, (event.size().width() - WIDEST) // 2)
        self._column.setContentsMargins(side, 24, side, 24)
