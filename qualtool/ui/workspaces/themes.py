"""The themes workspace: codes as cards, themes as columns, and the theme that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from qualtool.analysis import codebook, memos
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import themes
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.board import Board
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.panels.theme_form import ThemeForm
from qualtool.ui.workspaces.coding_acts import CodingActs
from qualtool.ui.workspaces.coding_on import CodingOn

RIGHT = 340


class ThemesWorkspace(QWidget):
    """The board with what is chosen on it at the right."""

    refused = Signal(object)  # QualtoolError
    place_wished = Signal(int, int, int)  # document, start, end
    original_wished = Signal(int, int, int)
    memo_wished = Signal(object)  # Target
    coder_wished = Signal(object)  # what waits until it is known who codes
    memo_chosen = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._theme: int | None = None
        self.acts = CodingActs(project, self.refused.emit, self.coder_wished.emit)
        self.board = Board(project)
        self.form = ThemeForm()
        self.inspector = Inspector(project)
        self.coding_on = CodingOn(self, project, self.refused.emit, self.coder_wished.emit)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.form, _("Definition"))
        self._tabs.addTab(self.inspector, _("Excerpts"))
        self._tabs.currentChanged.connect(lambda _index: self._show_chosen())
        hint = EmptyPane(
            _("Themes"),
            _("Choose a theme to see what it means and rests on, or a code for its excerpts."),
        )
        self._right = QStackedWidget()
        self._right.setProperty("role", "surface")
        self._right.addWidget(hint)
        self._right.addWidget(self._tabs)
        across = QSplitter()
        across.setHandleWidth(1)
        across.addWidget(self.board)
        across.addWidget(self._right)
        across.setStretchFactor(0, 1)
        across.setSizes([1000, RIGHT])
        across.setChildrenCollapsible(False)
        self._right.setMinimumWidth(260)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        self._connect()
        first = next(
            (section.theme_id for section in self.board.sections if section.theme_id), None
        )
        if first is not None:
            self.show_theme(first)

    def refresh(self) -> None:
        """Look again at everything."""
        self.board.refresh()
        self._show_chosen()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        self.board.on_changes(changes)
        self.inspector.on_changes(changes)
        if changes.touches("theme"):
            self._show_chosen()

    def aside(self) -> None:
        """Keep what is half written."""
        for field in self.findChildren(CommentField):
            field.tell()

    def show_theme(self, theme_id: int) -> None:
        """Show what a theme means and rests on."""
        self.aside()
        self._theme = theme_id
        self._tabs.setTabVisible(0, True)
        self._show_chosen()

    def show_code(self, code_id: int) -> None:
        """Show the excerpts of a code."""
        self.aside()
        self._theme = None
        self.inspector.show_code(code_id)
        self._tabs.setTabVisible(0, False)
        self._right.setCurrentIndex(1)

    def memo_target(self) -> Target:
        """What a memo would be written on: the theme or code that is shown, or an excerpt of it."""
        if self._right.currentIndex() == 0:
            return Target()
        if self._theme is not None and self._tabs.currentWidget() is self.form:
            return Target("theme", self._theme)
        return self.inspector.memo_target()

    def _connect(self) -> None:
        board, acts = self.board, self.acts
        board.theme_chosen.connect(self.show_theme)
        board.code_chosen.connect(self.show_code)
        board.code_opened.connect(self.show_code)
        board.cards_moved.connect(self._move)
        board.cards_taken_out.connect(lambda codes, theme: acts.take_out(theme, codes))
        board.theme_wished.connect(self._new_theme)
        board.memos_pressed.connect(self._open_memos)
        self.form.described.connect(self._describe)
        self.form.renamed.connect(self._rename)
        self.inspector.code_wished.connect(self.show_code)
        self.inspector.memo_wished.connect(self.memo_wished)
        self.inspector.memo_chosen.connect(self.memo_chosen)
        for part in (self.inspector.list, self.inspector.form):
            part.place_wished.connect(self.place_wished)
            part.original_wished.connect(self.original_wished)
            part.valence_wished.connect(acts.set_valence)
            part.depth_wished.connect(acts.set_depth)
            part.star_wished.connect(acts.set_star)
            part.do_not_quote_wished.connect(acts.set_do_not_quote)
            part.uncode_wished.connect(acts.uncode)
        self.coding_on.follow(self.inspector.list)

    def _show_chosen(self) -> None:
        if self._theme is None:
            return
        with self._project.read() as session:
            found = [row for row in codebook.themes(session) if row.id == self._theme]
        self._right.setCurrentIndex(1 if found else 0)
        if found:
            self.form.show_theme(found[0])
            self.inspector.show_theme(found[0].id)
        else:
            self._theme = None

    def _move(
        self, codes: list[int], source: int | None, into: int | None, place: int, copied: bool
    ) -> None:
        position = None if place < 0 else place
        if into is None and source is not None:
            self.acts.take_out(source, codes)
        elif into is not None and (copied or source is None or source == into):
            self._do("place_codes", lambda s: themes.place_codes(s, into, codes, position=position))
        elif into is not None:
            self._do(
                "move_codes_between_themes",
                lambda s: themes.move_codes(s, codes, source=source, into=into, position=position),
            )

    def _new_theme(self) -> None:
        made = self.acts.add_theme(_("New theme"))
        if made is not None:
            self.show_theme(made)
            self.form.start_naming()

    def _open_memos(self, code_id: int) -> None:
        with self._project.read() as session:
            found = memos.newest(session, "code", [code_id])
        if found is not None:
            self.memo_chosen.emit(found)

    def _describe(self, theme_id: int, field: str, words: str) -> None:
        self._do("describe_theme", lambda s: themes.describe(s, theme_id, **{field: words}))

    def _rename(self, theme_id: int, name: str) -> None:
        self._do("rename_theme", lambda s: themes.rename(s, theme_id, name))

    def _do(self, action: str, act: Callable[[Any], object]) -> None:
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self.refused.emit(error)
            self.refresh()
