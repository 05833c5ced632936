"""The interview guide among the material, and the figures of all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from qualtool.analysis import disagreements, figures, guide, phases
from qualtool.core.errors import QualtoolError
from qualtool.core.names import free
from qualtool.i18n import gettext as _
from qualtool.operations import answers, guides
from qualtool.operations.answers import Suggested
from qualtool.store.describing_rows import FoundQuestion, GuideRow, QuestionRow
from qualtool.store.project import Project
from qualtool.ui.panels.figures_page import FiguresPage
from qualtool.ui.panels.guide_page import GuidePage

WATCHED = ("guide", "question", "answer")
Made = TypeVar("Made")


class GuidePart(QObject):
    """One tab of the material workspace."""

    place_wished = Signal(int, int, int)  # document, start, end

    def __init__(
        self, parent: QWidget, project: Project, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._project = project
        self._refused = refused
        self._guide: int | None = None
        self._guides: list[GuideRow] = []
        self._searched = False
        self._documents: Mapping[int, str] = {}
        self.page = self.widget = GuidePage()
        page = self.page
        page.guide_chosen.connect(self._choose)
        page.guide_pasted.connect(self._make)
        page.questions_pasted.connect(
            lambda guide_id, text: self._do(
                "paste_guide", lambda s: guides.paste(s, guide_id, text)
            )
        )
        page.guide_removed.connect(
            lambda guide_id: self._do("remove_guides", lambda s: guides.remove(s, [guide_id]))
        )
        page.search_wished.connect(self._search)
        page.view.cell_opened.connect(self._open_answer)
        page.view.menu_wished.connect(self._open_menu)
        page.view.remove_wished.connect(
            lambda ids: self._do("remove_questions", lambda s: guides.remove_questions(s, ids))
        )
        page.review.accepted.connect(
            lambda found: self._do("accept_answers", lambda s: answers.accept(s, _spans(found)))
        )
        page.review.rejected.connect(
            lambda found: self._do("reject_answers", lambda s: answers.reject(s, _spans(found)))
        )
        page.review.place_wished.connect(
            lambda found: self.place_wished.emit(
                found.document_id, found.said_start, found.said_end
            )
        )

    def show(self, session: Any, documents: Mapping[int, str]) -> int:
        """Show the guide as it is now; how many questions it has."""
        self._documents = documents
        self._guides = guide.guides(session)
        ids = [each.id for each in self._guides]
        if self._guide not in ids:
            self._guide = ids[0] if ids else None
            self._searched = False
        shown = self._now()
        asked = guide.asked(session, shown.id) if shown else []
        self.page.show_guides(self._guides, shown, documents, asked)
        found = guide.review(session, shown.id) if shown and self._searched else None
        self.page.show_found(found, shown)
        return len(shown.questions) if shown else 0

    def _now(self) -> GuideRow | None:
        return next((each for each in self._guides if each.id == self._guide), None)

    def _look_again(self) -> None:
        with self._project.read() as session:
            self.show(session, self._documents)

    def _choose(self, guide_id: int) -> None:
        self._guide, self._searched = guide_id, False
        self._look_again()

    def _search(self) -> None:
        self._searched = True
        self._look_again()

    def _make(self, text: str) -> None:
        name = free(_("Interview guide"), [each.name for each in self._guides])
        self._do("add_guide", lambda s: guides.add(s, name, text))

    def _open_answer(self, question_id: int, document_id: int) -> None:
        with self._project.read() as session:
            found = [
                row
                for row in guide.answers(session, self._guide)
                if (row.question_id, row.document_id) == (question_id, document_id)
            ]
        for row in found:
            if row.state == "answered" and row.start is not None and row.end is not None:
                self.place_wished.emit(document_id, row.start, row.end)
                return

    def _open_menu(self, question: QuestionRow, document_id: int | None, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        if document_id is not None:
            for state, words in (
                ("not_asked", _("Not asked here")),
                ("declined", _("Declined here")),
                ("", _("Nothing noted here")),
            ):
                menu.addAction(words, partial(self._mark, question.id, document_id, state))
            menu.addSeparator()
        else:
            under = menu.addMenu(_("Not asked in"))
            for row_id, name in self._documents.items():
                under.addAction(
                    name.replace("&", "&&"), partial(self._mark, question.id, row_id, "not_asked")
                )
            menu.addSeparator()
        menu.addAction(
            _("Remove"),
            lambda: self._do(
                "remove_questions", lambda s: guides.remove_questions(s, [question.id])
            ),
        )
        menu.popup(place)

    def _mark(self, question_id: int, document_id: int, state: str) -> None:
        self._do("set_answer", lambda s: answers.set_state(s, question_id, document_id, state))

    def _do(self, action: str, act: Callable[[Any], Made]) -> Made | None:
        try:
            with self._project.edit(action) as session:
                return act(session)
        except QualtoolError as error:
            self._refused(error)
            return None


class FiguresPart(QObject):
    """The last tab: nothing is written in it; every number leads to what it counts."""

    documents_wished = Signal(list)
    about_wished = Signal(object)  # About

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = self.widget = FiguresPage()
        self.page.documents_wished.connect(self.documents_wished)
        self.page.about_wished.connect(self.about_wished)

    def show(self, session: Any) -> int:
        """Show the figures as they are now; how many things disagree."""
        found = disagreements.disagreements(session)
        names = {each.id: each.name for each in phases.schemes(session)}
        self.page.show_figures(figures.figures(session), names, found)
        return len(found)


def _spans(found: Sequence[FoundQuestion]) -> list[Suggested]:
    return [Suggested(e.question_id, e.document_id, e.start, e.end) for e in found]
