"""What is shown of a chosen code: its excerpts, or what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import definitions, excerpts, look_again
from qualtool.i18n import gettext as _
from qualtool.store.project import Project
from qualtool.ui.panels.code_form import CodeForm
from qualtool.ui.panels.decision_strip import DecisionStrip, waiting_in_words


class CodeTabs(QWidget):
    """Lays a code's excerpts and its definition behind each other; a theme has its own form."""

    look_again_wished = Signal()

    def __init__(self, project: Project, excerpts_page: QWidget) -> None:
        super().__init__()
        self._project = project
        self._code = 0
        self.form = CodeForm()
        self.decision = DecisionStrip("code")
        self.form.reworded.connect(self._ask_why)
        self._pages = QStackedWidget()
        self._pages.addWidget(excerpts_page)
        self._pages.addWidget(self.form)
        self._tabs = QWidget()
        row = QHBoxLayout(self._tabs)
        row.setContentsMargins(16, 12, 12, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self.buttons: list[QToolButton] = []
        for number, words in enumerate((_("Excerpts"), _("Definition"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(not number)
            button.setProperty("role", "segment")
            button.clicked.connect(lambda _on=False, number=number: self._turn_to(number))
            group.addButton(button)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        self.waiting = QPushButton()
        self.waiting.setProperty("role", "link")
        self.waiting.clicked.connect(self.look_again_wished)
        row.addWidget(self.waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._pages, 1)
        column.addWidget(self.decision)

    def show_code(self, code_id: int) -> None:
        """Let a code be seen on the page that is turned to."""
        if code_id != self._code:
            self.form.keep_written()
        self._code = code_id
        self.decision.let_be(code_id)
        with self._project.read() as session:
            waiting = look_again.count_with(session, "code", code_id)
        self.waiting.setText(waiting_in_words(waiting))
        self.waiting.setVisible(waiting > 0)
        self._tabs.show()
        self._turn_to(1 if self.buttons[1].isChecked() else 0)

    def show_theme(self) -> None:
        """Show the excerpts alone."""
        self.form.keep_written()
        self._code = 0
        self.decision.let_be(0)
        self._tabs.hide()
        self._pages.setCurrentIndex(0)

    def _ask_why(self, code_id: int, key: str, before: str) -> None:
        with self._project.read() as session:
            codings = look_again.codings_with(session, "code", code_id)
        if code_id == self._code and codings:
            self.decision.ask(code_id, key, before, len(codings))

    def _turn_to(self, page: int) -> None:
        if page == 1:
            with self._project.read() as session:
                meant = definitions.definition(session, self._code)
                found = excerpts.excerpts(
                    session, excerpt_ids=definitions.candidates(session, self._code)
                )
            if meant is not None:
                self.form.show_code(meant, found)
        else:
            self.form.keep_written()
        self._pages.setCurrentIndex(page)
