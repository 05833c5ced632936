"""The line above a page of the sheet, and what scrolls below it put in the place of another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget


class PageHead(QWidget):
    """A sentence that gives way, and buttons that do not."""

    def __init__(self, words: str, buttons: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.words = QLabel(words)
        self.words.setProperty("role", "quiet")
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for button in buttons:
            row.addWidget(button)


def replace_page(area: QScrollArea, page: QWidget) -> None:
    """Let this be what scrolls; what was there goes when whatever it is doing is done."""
    before = area.takeWidget()
    if before is not None:
        before.hide()
        before.deleteLater()
    area.setWidget(page)
