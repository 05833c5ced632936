"""The right pane: the excerpt under the cursor, or all excerpts of the chosen code or theme."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from qualtool.analysis import codebook, excerpts, memos
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import CodeRow, ThemeRow
from qualtool.ui.memo_target import Target
from qualtool.ui.models.excerpts import Role, cards
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.excerpt_form import ExcerptForm
from qualtool.ui.panels.excerpts import ExcerptList
from qualtool.ui.panels.memo_rows import MemoRows

WATCHED = ("coding", "excerpt", "code", "theme", "theme_code", "theme_excerpt", "valence",
           "document", "speaker", "case", "coder", "memo", "memo_link")  # fmt: skip


class Inspector(QWidget):
    """Shows what is chosen; wishes go out as signals of its `list` and `form`."""

    code_wished = Signal(int)
    memo_wished = Signal(object)  # Target
    memo_chosen = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._excerpt: int | None = None
        self._code: int | None = None
        self._theme: int | None = None
        self.list = ExcerptList()
        self.form = ExcerptForm()
        self.form.code_wished.connect(self.code_wished)
        self.memos = MemoRows()
        for rows in (self.memos, self.form.memos):
            rows.memo_chosen.connect(self.memo_chosen)
            rows.memo_wished.connect(lambda: self.memo_wished.emit(self.memo_target()))
        self._mark = ColourMark("slate")
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._counts = QLabel()
        self._counts.setProperty("role", "quiet")
        self._about = QLabel()
        self._about.setProperty("role", "quiet-text")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(self.form)
        self._stack.addWidget(self._list_page())
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
        self.form.keep_written()
        self._excerpt, self._code, self._theme = None, code_id, None
        self.refresh()

    def show_theme(self, theme_id: int) -> None:
        """Show all excerpts of a theme and its sub-themes."""
        self.form.keep_written()
        self._excerpt, self._code, self._theme = None, None, theme_id
        self.refresh()

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

    def _show_form(self, excerpt_id: int) -> bool:
        with self._project.read() as session:
            found = excerpts.excerpts(session, excerpt_ids=[excerpt_id])
            valences = codebook.valences(session)
            written = memos.memos(session, target="excerpt", target_id=excerpt_id)
        if found:
            self.form.show_excerpt(found[0], valences)
            self.form.memos.show_memos(written[::-1])
        return bool(found)

    def _show_code(self) -> bool:
        if self._code is None:
            return False
        with self._project.read() as session:
            row = next((code for code in codebook.codes(session) if code.id == self._code), None)
            if row is None:
                return False
            found = excerpts.excerpts(session, code_ids=[row.id])
            valences = codebook.valences(session)
            written = memos.memos(session, target="code", target_id=row.id)
        self._head(row)
        self.memos.show_memos(written[::-1])
        self.list.delegate.show_codes = False
        self.list.show_cards(cards(found, [row.id]), valences)
        return True

    def _show_theme(self) -> bool:
        if self._theme is None:
            return False
        with self._project.read() as session:
            rows = codebook.themes(session)
            row = next((theme for theme in rows if theme.id == self._theme), None)
            if row is None:
                return False
            found = excerpts.excerpts(session, theme_ids=[row.id])
            valences = codebook.valences(session)
            written = memos.memos(session, target="theme", target_id=row.id)
        self._head(row)
        self.memos.show_memos(written[::-1])
        family = [theme for theme in rows if row.id in (theme.id, theme.parent_id)]
        codes = [code_id for theme in family for code_id in theme.code_ids]
        self.list.delegate.show_codes = True
        self.list.show_cards(cards(found, codes), valences)
        return True

    def _head(self, row: CodeRow | ThemeRow) -> None:
        sub_theme = isinstance(row, ThemeRow) and row.parent_id is not None
        self._mark.show_colour(row.colour, ring=sub_theme)
        self._name.setText(row.name)
        count = ngettext("{count} excerpt", "{count} excerpts", row.excerpts)
        cases = ngettext("{count} case", "{count} cases", row.cases)
        self._counts.setText(
            f"{count.format(count=row.excerpts)} · {cases.format(count=row.cases)}"
        )
        about = row.definition if isinstance(row, ThemeRow) else row.description
        if isinstance(row, CodeRow) and row.use_not:
            without = _("Not: {words}").format(words=row.use_not)
            about = f"{about} {without}".strip()
        self._about.setText(about)
        self._about.setVisible(bool(about))

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 12, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        head.addWidget(self._counts)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addWidget(self.memos)
        column.addWidget(self.list, 1)
        return page

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
