"""The interview guide: its questions, where each was asked, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.describing_rows import Asked, FoundQuestion, GuideRow, QuestionRow
from qualtool.ui.models.documents_table import Role
from qualtool.ui.models.words_table import Line, WordsTable
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.panels.row_table import RowTable
from qualtool.ui.panels.section import SectionHead

_FIXED = 2  # columns before those of the documents
_DOCUMENT_WIDTH = 96


class GuideView(RowTable):
    """Enter leads to what is answered in a cell; Delete removes the chosen questions."""

    cell_opened = Signal(int, int)  # question, document
    menu_wished = Signal(object, object, QPoint)  # question; document id or None; where
    remove_wished = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.table = WordsTable()
        self.documents: list[int] = []
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleName(_("Questions of the guide"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._wish_menu)
        self.doubleClicked.connect(lambda _index: self._open())

    def show_guide(
        self, guide: GuideRow, documents: Mapping[int, str], asked: Sequence[Asked]
    ) -> None:
        """Show the questions, with a column for each document that is known of."""
        known = {each.document_id for each in asked}
        self.documents = [row_id for row_id in documents if row_id in known]
        cells = {(each.question_id, each.document_id): _mark(each) for each in asked}
        titles = (_("No."), _("Question"), *(documents[each] for each in self.documents))
        lines = [
            Line(
                (
                    row.number,
                    row.text,
                    *(cells.get((row.id, each), "") for each in self.documents),
                ),
                row,
                f"{row.block}\n{row.text}" if row.block else row.text,
            )
            for row in guide.questions
        ]
        self.table.show(titles, lines)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, 60)
        for column in range(_FIXED, _FIXED + len(self.documents)):
            self.setColumnWidth(column, _DOCUMENT_WIDTH)
        self.setColumnWidth(1, 460)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            rows = {index.row() for index in self.selectionModel().selectedIndexes()}
            found = [self.table.index(row, 0).data(Role.ROW) for row in sorted(rows)]
            self.remove_wished.emit([row.id for row in found if row is not None])
        else:
            super().keyPressEvent(event)

    def document_at(self, column: int) -> int | None:
        """The document of a column; None for the columns before them."""
        at = column - _FIXED
        return self.documents[at] if 0 <= at < len(self.documents) else None

    def _open(self) -> None:
        index = self.currentIndex()
        question, document = index.data(Role.ROW), self.document_at(index.column())
        if isinstance(question, QuestionRow) and document is not None:
            self.cell_opened.emit(question.id, document)

    def _wish_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        question = index.data(Role.ROW)
        if isinstance(question, QuestionRow):
            where = self.viewport().mapToGlobal(place)
            self.menu_wished.emit(question, self.document_at(index.column()), where)


class ReviewView(RowTable):
    """Enter takes what is suggested, Delete turns it down, a double click shows the place."""

    accepted = Signal(list)
    rejected = Signal(list)
    place_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = WordsTable(frozenset({2}))
        self.setModel(self.table)
        self.setAccessibleName(_("Questions found in the transcripts"))
        self.doubleClicked.connect(lambda index: self.place_wished.emit(index.data(Role.ROW)))

    def show_found(
        self, found: Sequence[FoundQuestion], questions: Mapping[int, QuestionRow]
    ) -> None:
        """Show what was found, the least sure first."""
        lines = [
            Line(
                (
                    _question_said(questions[each.question_id]),
                    f"{each.document}: {each.said}",
                    str(round(each.score)),
                ),
                each,
                _told(each, questions),
            )
            for each in sorted(found, key=lambda each: (each.sure, each.score))
        ]
        self.table.show((_("Question"), _("What is said"), _("Likeness")), lines)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, 150)
        self.setColumnWidth(2, 80)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> list[FoundQuestion]:
        """The chosen suggestions."""
        return [self.table.index(row, 0).data(Role.ROW) for row in self.chosen_rows()]

    def all_found(self) -> list[FoundQuestion]:
        """All that is shown."""
        return [self.table.index(row, 0).data(Role.ROW) for row in range(self.table.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.accepted.emit(self.chosen())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen():
            self.rejected.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Space and self.chosen():
            self.place_wished.emit(self.chosen()[0])
        else:
            super().keyPressEvent(event)


class GuidePage(QWidget):
    """The guide at the left, what was found and waits to be looked at below it."""

    guide_chosen = Signal(int)
    guide_pasted = Signal(str)
    questions_pasted = Signal(int, str)  # guide, text
    guide_removed = Signal(int)
    search_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._guides: Sequence[GuideRow] = ()
        self.view = GuideView()
        self.review = ReviewView()
        self.guides = QComboBox()
        self.guides.setAccessibleName(_("Interview guide"))
        self.guides.activated.connect(lambda at: self.guide_chosen.emit(self._guides[at].id))
        self.paste = _paste_field()
        self.more = _paste_field()
        self.all_sure = QPushButton()
        self.all_sure.clicked.connect(self._accept_sure)
        self.search = QPushButton(_("Find the questions in the transcripts"))
        self.search.setProperty("role", "primary")
        self.search.clicked.connect(self.search_wished)
        self._told = QLabel()
        self._told.setProperty("role", "quiet")
        self._pages = QStackedWidget()
        self._pages.addWidget(beside(self._main(), pane(self._add_pane())))
        self._pages.addWidget(self._empty())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_guides(
        self,
        guides: Sequence[GuideRow],
        shown: GuideRow | None,
        documents: Mapping[int, str],
        asked: Sequence[Asked],
    ) -> None:
        """Show the guides to choose from, and one of them."""
        self._guides = guides
        self._pages.setCurrentIndex(0 if shown is not None else 1)
        if shown is None:
            return
        self.guides.clear()
        self.guides.addItems([each.name for each in guides])
        self.guides.setCurrentIndex([each.id for each in guides].index(shown.id))
        self.view.show_guide(shown, documents, asked)

    def show_found(self, found: Sequence[FoundQuestion] | None, shown: GuideRow | None) -> None:
        """Show what waits to be looked at; None where nobody has looked for it yet."""
        questions = {row.id: row for row in shown.questions} if shown else {}
        held = [each for each in found or () if each.question_id in questions]
        self.review.show_found(held, questions)
        sure = sum(each.sure for each in held)
        self.all_sure.setText(
            ngettext(
                "Take the {count} that is sure", "Take all {count} that are sure", sure
            ).format(count=sure)
        )
        self.all_sure.setVisible(sure > 0)
        if found is None:
            self._told.setText("")
        elif held:
            words = ngettext("{count} place to look at", "{count} places to look at", len(held))
            self._told.setText(words.format(count=len(held)))
        else:
            self._told.setText(_("Nothing more to look at."))

    def _accept_sure(self) -> None:
        self.review.accepted.emit([each for each in self.review.all_found() if each.sure])

    def _main(self) -> QWidget:
        page = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 16, 10)
        bar.setSpacing(12)
        bar.addWidget(self.guides)
        bar.addStretch(1)
        gone = QPushButton(_("Remove the guide"))
        gone.clicked.connect(
            lambda: self.guide_removed.emit(self._guides[self.guides.currentIndex()].id)
        )
        bar.addWidget(gone)
        found = QHBoxLayout()
        found.setContentsMargins(20, 10, 16, 10)
        found.setSpacing(12)
        found.addWidget(self.search)
        found.addWidget(self._told)
        found.addStretch(1)
        found.addWidget(self.all_sure)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 3)
        column.addLayout(found)
        column.addWidget(self.review, 2)
        return page

    def _add_pane(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(SectionHead(_("More questions")))
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 0, 16, 0)
        inner.addWidget(self.more, 1)
        add = QPushButton(_("Add the questions"))
        add.clicked.connect(self._paste_more)
        inner.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(inner)
        return page

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(120, 60, 120, 60)
        column.setSpacing(12)
        title = QLabel(_("No interview guide yet"))
        title.setProperty("role", "empty-title")
        about = QLabel(
            _(
                "Paste the guide here as it stands in your document, numbers and headings and all. "
                "Its questions are then looked for in what the interviewer says, so that answers "
                "to the same question can be read side by side."
            )
        )
        about.setProperty("role", "empty")
        about.setWordWrap(True)
        make = QPushButton(_("Make the guide"))
        make.setProperty("role", "primary")
        make.clicked.connect(self._make)
        column.addWidget(title)
        column.addWidget(about)
        column.addWidget(self.paste, 1)
        column.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _make(self) -> None:
        text = self.paste.toPlainText()
        if text.strip():
            self.guide_pasted.emit(text)
            self.paste.clear()

    def _paste_more(self) -> None:
        text = self.more.toPlainText()
        if text.strip():
            self.questions_pasted.emit(self._guides[self.guides.currentIndex()].id, text)
            self.more.clear()


def _paste_field() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setAccessibleName(_("Questions, one on each line"))
    field.setPlaceholderText(_("1. Can you tell …"))
    return field


def _mark(asked: Asked) -> str:
    match asked.state:
        case "answered":
            return "●" if asked.answers == 1 else f"● {asked.answers}"
        case "not_asked":
            return _("not asked")
        case "declined":
            return _("declined")
    return ""


def _question_said(question: QuestionRow) -> str:
    return f"{question.number} {question.text}".strip()


def _told(found: FoundQuestion, questions: Mapping[int, QuestionRow]) -> str:
    lines = [_question_said(questions[found.question_id]), f"{found.document}: {found.said}"]
    if found.second_id is not None and found.second_id in questions:
        other = _question_said(questions[found.second_id])
        lines.append(
            _("It could also be: {question} ({score})").format(
                question=other, score=round(found.second_score)
            )
        )
    return "\n".join(lines)
