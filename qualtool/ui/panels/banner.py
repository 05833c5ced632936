"""A line that stays as long as something holds: the project is read-only, a text is corrected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from qualtool.ui import icons
from qualtool.ui.notices import Way


class Banner(QWidget):
    """Hidden until it has something to say."""

    def __init__(self, icon: str = "lock", role: str = "banner", tone: str = "caution") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ways: list[QPushButton] = []
        self._icon = QLabel()
        self._icon.setPixmap(icons.icon(icon, tone).pixmap(QSize(16, 16)))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 16, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self.hide()

    def show_words(self, words: str, ways: Sequence[Way] = ()) -> None:
        """Say something, with ways out of it; empty words hide the line."""
        for button in self._ways:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ways = []
        self._words.setText(words)
        for way in ways:
            button = QPushButton(way.words)
            button.setProperty("role", "link")
            button.clicked.connect(lambda _on=False, way=way: way.act())
            self._row.addWidget(button)
            self._ways.append(button)
        self.setVisible(bool(words))
