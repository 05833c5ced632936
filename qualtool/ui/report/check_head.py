"""The head of a check beside the report: its question, and at the right what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualtool.ui.panels.elided import ElidedLabel


class CheckHead(QWidget):
    """A quiet heading, with a few words at its right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        heading = ElidedLabel(title.upper(), role="section")
        heading.setAccessibleName(title)
        self._words = ElidedLabel(role="count")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 6)
        row.setSpacing(8)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self._words)

    def set_words(self, words: str) -> None:
        """Say this at the right."""
        self._words.setText(words)
