"""The right pane: the excerpt under the cursor, or all excerpts of the chosen code or theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from qualtool.analysis import codebook, excerpts, memos, namesakes, retrieval
from qualtool.analysis.quoted_in import quoted_in
from qualtool.analysis.retrieval import Hit, Subject
from qualtool.i18n import gettext as _
from qualtool.operations import profiles
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.memo_target import Target
from qualtool.ui.models.excerpts import Card, Role, cards
from qualtool.ui.panels.code_tabs import CodeTabs
from qualtool.ui.panels.excerpt_form import ExcerptForm
from qualtool.ui.panels.retrieval import Retrieval

WATCHED = ("coding", "excerpt", "code", "theme", "theme_code", "theme_excerpt", "valence",
           "document", "speaker", "case", "coder", "memo", "memo_link", "look_again",
           "study", "draft", "draft_quotation")  # fmt: skip


CONTEXT = 140  # characters before and after an excerpt
MANY = 400  # excerpts whose cases are counted only after the first of them are painted


class Inspector(QWidget):
    """Shows what is chosen; wishes go out as signals of its `list` and `form`."""

    code_wished = Signal(int)
    memo_wished = Signal(object)  # Target
    memo_chosen = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.looked = 0  # how often it has looked at what is shown
        self._excerpt: int | None = None
        self._code: int | None = None
        self._theme: int | None = None
        self.retrieval = Retrieval()
        self.list, self.memos = self.retrieval.list, self.retrieval.memos
        self.retrieval.regrouped.connect(self.refresh)
        self.form = ExcerptForm()
        self.form.code_wished.connect(self.code_wished)
        for rows in (self.memos, self.form.memos):
            rows.memo_chosen.connect(self.memo_chosen)
            rows.memo_wished.connect(lambda: self.memo_wished.emit(self.memo_target()))
        self.list.memos_pressed.connect(self._open_memos)
        self.list.typical_wished.connect(self._choose_typical)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count_cases)
        self._found: list[int] = []
        self.tabs = CodeTabs(project, self.retrieval)
        self.definition = self.tabs.form
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setAccessibleName(_("Inspector"))

    def show_excerpt(self, excerpt_id: int | None) -> None:
        """Show one excerpt; None goes back to the chosen code or theme."""
        self.form.keep_written()
        self._excerpt = excerpt_id
        self.refresh()

    def show_code(self, code_id: int) -> None:
        """Show all excerpts of a code."""
        self.keep_written()
        self._excerpt, self._code, self._theme = None, code_id, None
        self.refresh()

    def show_theme(self, theme_id: int) -> None:
        """Show all excerpts of a theme and its sub-themes."""
        self.keep_written()
        self._excerpt, self._code, self._theme = None, None, theme_id
        self.refresh()

    def keep_written(self) -> None:
        """Keep what is half written, of an excerpt or of a code."""
        self.form.keep_written()
        self.definition.keep_written()

    def memo_target(self) -> Target:
        """What a memo would be written on: an excerpt, in a list the one with the focus."""
        if self._stack.currentIndex() == 1 and self._excerpt is not None:
            return Target("excerpt", self._excerpt)
        index = self.list.currentIndex()
        card = index.data(Role.CARD) if index.isValid() and self.list.hasFocus() else None
        if card is not None:
            return Target("excerpt", card.excerpt.id)
        if self._code is not None:
            return Target("code", self._code)
        return Target("theme", self._theme) if self._theme is not None else Target()

    def refresh(self) -> None:
        """Look again at what is shown."""
        self.looked += 1
        if self._excerpt is not None and self._show_form(self._excerpt):
            self._stack.setCurrentIndex(1)
        elif self._show_code() or self._show_theme():
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(0)

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what can be shown here."""
        if changes.touches(*WATCHED):
            self.refresh()

    def _choose_typical(self, excerpt_id: int) -> None:
        if self._code is not None:
            self.definition.described.emit(self._code, "example_excerpt_id", excerpt_id)

    def _open_memos(self, excerpt_id: int) -> None:
        with self._project.read() as session:
            found = memos.newest(session, "excerpt", [excerpt_id])
        if found is not None:
            self.memo_chosen.emit(found)

    def _show_form(self, excerpt_id: int) -> bool:
        with self._project.read() as session:
            found = excerpts.excerpts(session, excerpt_ids=[excerpt_id])
            valences = codebook.valences(session)
            written = memos.memos(session, target="excerpt", target_id=excerpt_id)
            quoted = quoted_in(session, [excerpt_id])
            asks_depth = profiles.chosen(session).depth
            coded = [coding.code_id for row in found for coding in row.codings]
            apart = namesakes.beside(session, coded)
        if found:
            self.form.show_excerpt(found[0], valences, asks_depth=asks_depth, apart=apart)
            self.form.memos.show_memos(written[::-1])
            self.form.quoted.show_quoted(quoted)
        return bool(found)

    def _show_code(self) -> bool:
        if self._code is None:
            return False
        with self._project.read() as session:
            subject = retrieval.code(session, self._code)
            if subject is None:
                return False
            hits = retrieval.hits(session, code_ids=[self._code], by=self.retrieval.grouping)
            written = memos.memos(session, target="code", target_id=self._code)
        self.memos.show_memos(written[::-1])
        self.tabs.show_code(self._code)
        self.list.delegate.show_codes, self.list.offers_typical = False, True
        self._show_hits(subject, ("code", self._code), hits, [self._code])
        return True

    def _show_theme(self) -> bool:
        if self._theme is None:
            return False
        with self._project.read() as session:
            subject = retrieval.theme(session, self._theme)
            if subject is None:
                return False
            hits = retrieval.hits(session, theme_ids=[self._theme], by=self.retrieval.grouping)
            codes = retrieval.codes_under(session, self._theme)
            written = memos.memos(session, target="theme", target_id=self._theme)
        self.memos.show_memos(written[::-1])
        self.tabs.show_theme()
        self.list.delegate.show_codes, self.list.offers_typical = True, False
        self._show_hits(subject, ("theme", self._theme), hits, codes)
        return True

    def _show_hits(
        self, subject: Subject, of: object, hits: Sequence[Hit], codes: Sequence[int]
    ) -> None:
        def fetch(ids: Sequence[int]) -> list[Card]:
            with self._project.read() as session:
                rows = excerpts.excerpts(session, excerpt_ids=ids, context=CONTEXT)
            by_id = {card.excerpt.id: card for card in cards(rows, codes, noted)}
            return [by_id[each] for each in ids]

        with self._project.read() as session:
            valences = codebook.valences(session)
            noted = memos.signs(session).excerpts
        self._found = [hit.excerpt_id for hit in hits]
        self.retrieval.show_subject(subject, len(hits))
        self.retrieval.show_hits(of, hits, fetch, valences)
        if len(hits) > MANY:
            self._counting.start(200)  # once the first have been painted
        else:
            self._count_cases()

    def _count_cases(self) -> None:
        with self._project.read() as session:
            cases = retrieval.cases(session, self._found)
        self.retrieval.show_cases(len(self._found), cases)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 16)
        hint = QLabel(
            _("Choose a code to see all its excerpts, or click a coded passage to see its codes.")
        )
        hint.setWordWrap(True)
        hint.setProperty("role", "hint")
        column.addWidget(hint)
        column.addStretch(1)
        return page
