"""What stands at the right of the themes: the theme or the code that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget

from qualtool.analysis import codebook
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import themes
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.panels.theme_form import ThemeForm
from qualtool.ui.workspaces.coding_acts import CodingActs
from qualtool.ui.workspaces.coding_on import CodingOn


class ThemeBeside(QStackedWidget):
    """Told what is chosen by `show_theme` and `show_code`, it shows that until told otherwise."""

    refused = Signal(object)  # QualtoolError
    place_wished = Signal(int, int, int)  # document, start, end
    original_wished = Signal(int, int, int)
    memo_wished = Signal(object)  # Target
    memo_chosen = Signal(int)

    def __init__(self, project: Project, acts: CodingActs, ask_coder: Callable[..., Any]) -> None:
        super().__init__()
        self._project = project
        self._acts = acts
        self._theme: int | None = None
        self.form = ThemeForm()
        self.inspector = Inspector(project)
        self.coding_on = CodingOn(self, project, self.refused.emit, ask_coder)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.form, _("Definition"))
        self._tabs.addTab(self.inspector, _("Excerpts"))
        self._tabs.currentChanged.connect(lambda _index: self._show_chosen())
        hint = EmptyPane(
            _("Themes"),
            _("Choose a theme to see what it means and rests on, or a code for its excerpts."),
        )
        self.setProperty("role", "surface")
        self.setMinimumWidth(260)
        self.addWidget(hint)
        self.addWidget(self._tabs)
        self._connect()

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
        self.setCurrentIndex(1)

    def start_naming(self) -> None:
        """Let the name of the theme that is shown be typed over."""
        self._tabs.setCurrentWidget(self.form)
        self.form.start_naming()

    def refresh(self) -> None:
        """Look again at everything."""
        self.inspector.refresh()
        self._show_chosen()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        self.inspector.on_changes(changes)
        if changes.touches("theme"):
            self._show_chosen()

    def aside(self) -> None:
        """Keep what is half written."""
        for field in self.findChildren(CommentField):
            field.tell()

    def memo_target(self) -> Target:
        """What a memo would be written on: the theme or code that is shown, or an excerpt of it."""
        if self.currentIndex() == 0:
            return Target()
        if self._theme is not None and self._tabs.currentWidget() is self.form:
            return Target("theme", self._theme)
        return self.inspector.memo_target()

    def _connect(self) -> None:
        acts = self._acts
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
        self.setCurrentIndex(1 if found else 0)
        if found:
            self.form.show_theme(found[0])
            self.inspector.show_theme(found[0].id)
        else:
            self._theme = None

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
