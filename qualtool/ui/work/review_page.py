"""Questions to oneself about the work, what the project says for itself, and one's own answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.review_evidence import answers, evidence
from qualtool.core.errors import QualtoolError
from qualtool.core.template import said as worded
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.operations import profiles, self_review
from qualtool.reports import self_review as table
from qualtool.reports.options import Options
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.work.page_head import PageHead, replace_page
from qualtool.ui.work.writing_out import told, write_out

WIDEST = 760


class ReviewPage(QWidget):
    """No score: the answers are the researcher's own."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.fields: dict[str, CommentField] = {}
        self.export = QPushButton(_("Export …"))
        self.export.clicked.connect(lambda: self.write())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = _("Questions to yourself. The facts are counted now; the answers are yours.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHead(words, [self.export]))
        column.addWidget(self._area, 1)
        self.refresh()

    def refresh(self) -> None:
        """Count anew, and show what is answered."""
        self.aside()
        with self._project.read() as session:
            asked = profiles.chosen(session).questions
            found = [(each, evidence(session, each.evidence)) for each in asked]
            written = answers(session)
        page, content = QWidget(), QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(20, 8, 20, 24)
        across.addWidget(content, 10000)  # as wide as it may be, and no wider
        across.addStretch(1)
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.fields = {}
        for each, facts in found:
            question = worded(each.text, language())
            column.addWidget(_label(question, "strong"))
            column.addWidget(_label(" ".join(facts), "quiet"))
            field = CommentField(
                written.get(each.key, ""), question, placeholder=_("Your answer …")
            )
            field.setReadOnly(self._project.read_only)
            field.written.connect(lambda words, key=each.key: self._answer(key, words))
            self.fields[each.key] = field
            column.addWidget(field)
            column.addSpacing(16)
        if not found:
            column.addWidget(_label(_("The profile of the project asks no questions."), "quiet"))
        column.addStretch(1)
        replace_page(self._area, page)
        self.export.setVisible(bool(found))
        if self.fields:
            self.setFocusProxy(next(iter(self.fields.values())))

    def on_changes(self, changes: Changes) -> None:
        """Show the answers as they are kept; the facts are counted when the page is shown."""
        if changes.touches("self_review"):
            with self._project.read() as session:
                written = answers(session)
            for key, field in self.fields.items():
                field.show_text(written.get(key, ""))

    def aside(self) -> None:
        """Keep what is half written."""
        for field in self.fields.values():
            field.tell()

    def write(self, path: Path | None = None) -> None:
        """Write questions, facts and answers to a file; asks where, unless it is said."""
        self.aside()
        told(
            lambda: write_out(
                self, self._project, _("Self-review"), lambda s: table.build(s, Options()), path
            ),
            self.said.emit,
            self.refused.emit,
        )

    def _answer(self, key: str, words: str) -> None:
        try:
            with self._project.edit("answer_review") as session:
                self_review.answer(session, key, words)
        except QualtoolError as error:
            self.refused.emit(error)


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
