"""A question for the phase of the method that is worked in, to get an entry going."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui import icons


class MethodPrompts(QWidget):
    """Shows one question at a time; a press puts it into the entry."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._questions: Sequence[str] = ()
        self._place = 0
        self.question = QPushButton()
        self.question.setProperty("role", "prompt")
        self.question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.question.clicked.connect(lambda: self.chosen.emit(self._questions[self._place]))
        self.next = QToolButton()
        self.next.setIcon(icons.icon("redo"))
        self.next.setIconSize(QSize(13, 13))
        self.next.setProperty("role", "flat")
        self.next.setToolTip(_("Another question"))
        self.next.setAccessibleName(_("Another question"))
        self.next.clicked.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.question, 1)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignRight)

    def show_questions(self, phase: str, questions: Sequence[str]) -> None:
        """Offer the questions of a phase; none hides all."""
        self.setVisible(bool(questions))
        if list(questions) != list(self._questions):
            self._questions, self._place = tuple(questions), 0
        if questions:
            self.question.setToolTip(_("A question for the phase {phase}").format(phase=phase))
            self._show()

    def _go_on(self) -> None:
        self._place = (self._place + 1) % len(self._questions)
        self._show()

    def _show(self) -> None:
        question = self._questions[self._place]
        self.question.setText(question.replace("&", "&&"))
        self.question.setAccessibleName(_("Write about this: {question}").format(question=question))
        self.next.setVisible(len(self._questions) > 1)
