"""The rows of a sheet: what is asked, above or beside what answers it, and choices side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class Rows(QGridLayout):
    """Questions at the left, answers at the right, on one line each."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(20)
        self.setVerticalSpacing(14)
        self.setColumnStretch(1, 1)

    def ask(self, words: str, answer: QWidget, *, hint: str = "") -> QLabel:
        """Add a row; the question is the answer's name to those who hear the window."""
        row = self.rowCount()
        question = QLabel(words)
        question.setProperty("role", "question")
        question.setIndent(0)
        question.setBuddy(answer)
        if not answer.accessibleName():
            answer.setAccessibleName(words)
        self.addWidget(question, row, 0, Qt.AlignmentFlag.AlignTop)
        if hint:
            below = QLabel(hint)
            below.setWordWrap(True)
            below.setProperty("role", "small")
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addWidget(answer)
            cell.addWidget(below)
            self.addLayout(cell, row, 1)
        else:
            self.addWidget(answer, row, 1)
        return question


class Segments(QWidget):
    """A few choices side by side, one of them chosen."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], chosen: str, *, in_a_row: int = 6
    ) -> None:
        super().__init__()
        self._keys = [key for key, _words in choices]
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(in_a_row, 1)
        for number, (key, words) in enumerate(choices):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setChecked(key == chosen)
            button.setProperty("role", "choice")
            if key != chosen and chosen in self._keys:
                # Tab stops at the chosen one, from which the arrows choose another.
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(button, number)
            grid.addWidget(button, number // in_a_row, number % in_a_row)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    def value(self) -> str:
        """The key of what is chosen."""
        return self._keys[max(0, self._group.checkedId())]
