"""What stands at the right of the themes: the theme or the code that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from qualtool.analysis import theme_hints
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import theme_fits, theme_states, themes
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.decision_strip import Decision
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.panels.theme_pane import ThemePane
from qualtool.ui.workspaces import deciding
from qualtool.ui.workspaces.codebook_asking import CodebookAsking
from qualtool.ui.workspaces.coding_acts import CodingActs
from qualtool.ui.workspaces.coding_on import CodingOn
from qualtool.ui.workspaces.holding_expectations import HoldingExpectations


class ThemeBeside(QStackedWidget):
    """Told what is chosen by `show_theme` and `show_code`, it shows that until told otherwise."""

    refused = Signal(object)  # QualtoolError
    place_wished = Signal(int, int, int)  # document, start, end
    original_wished = Signal(int, int, int)
    memo_wished = Signal(object)  # Target
    memo_chosen = Signal(int)
    sheet_wished = Signal(object)  # QWidget
    look_again_wished = Signal()

    def __init__(self, project: Project, acts: CodingActs, ask_coder: Callable[..., Any]) -> None:
        super().__init__()
        self._project = project
        self._acts = acts
        self._sitting: tuple[int, str] | None = None  # the field that is being written in
        self._step: int | None = None
        self._code = 0  # none where an excerpt is shown
        self.pane = ThemePane(project)
        self.form = self.pane.form
        self.inspector = Inspector(project)
        self.inspector.list.delegate.link_place = True
        self.coding_on = CodingOn(self, project, self.refused.emit, ask_coder)
        self.asking = CodebookAsking(self, project, self.refused.emit)
        self.expectations = HoldingExpectations(self, project, self.refused.emit)
        hint = EmptyPane(
            _("Themes"),
            _("Choose a theme to see what it means and rests on, or a code for its excerpts."),
        )
        self.setProperty("role", "surface")
        self.setMinimumWidth(260)
        self._loose = QLabel(_("This code is in no theme yet."))
        self._loose.setProperty("role", "quiet-text")
        self._loose.setContentsMargins(16, 12, 16, 0)
        self._of_code = QWidget()
        column = QVBoxLayout(self._of_code)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._loose)
        column.addWidget(self.inspector, 1)
        for page in (hint, self.pane, self._of_code):
            self.addWidget(page)
        self._connect()

    def show_theme(self, theme_id: int) -> None:
        """Show what a theme means and rests on."""
        self.aside()
        self._end_sitting()
        self.setCurrentIndex(1 if self.pane.show_theme(theme_id) else 0)

    def show_code(self, code_id: int) -> None:
        """Show the excerpts of a code, and what it means."""
        self.aside()
        self._end_sitting()
        self._code = code_id
        self.inspector.show_code(code_id)
        self._say_whether_loose()
        self.setCurrentWidget(self._of_code)

    def show_excerpt(self, excerpt_id: int) -> None:
        """Show an excerpt that stands in a theme itself."""
        self.aside()
        self._end_sitting()
        self._code = 0
        self.inspector.show_excerpt(excerpt_id)
        self._loose.hide()
        self.setCurrentWidget(self._of_code)

    def show_nothing(self) -> None:
        """Show that nothing is chosen, as on the board of another set of themes."""
        self.aside()
        self._end_sitting()
        self.setCurrentIndex(0)

    def show_expectations(self) -> None:
        """Show what was expected, beside the themes."""
        shown = self.pane.shown() if self.currentWidget() is self.pane else None
        self.expectations.show(shown)

    def start_naming(self) -> None:
        """Let the name of the theme that is shown be typed over."""
        self.pane.start_naming()

    def refresh(self) -> None:
        """Look again at everything."""
        if self.currentWidget() is self._of_code:
            self.inspector.refresh()
            self._say_whether_loose()
        elif not self.pane.refresh():
            self.setCurrentIndex(0)

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        self.expectations.on_changes(changes)
        if self.currentWidget() is self._of_code:
            self.inspector.on_changes(changes)
            if changes.touches("theme_code", "code", "theme", "rest_code"):
                self._say_whether_loose()
        elif self.currentWidget() is self.pane:
            self.pane.on_changes(changes)
            if not self.pane.shown():
                self.setCurrentIndex(0)

    def aside(self) -> None:
        """Keep what is half written."""
        self.expectations.aside()
        for field in self.findChildren(CommentField):
            field.tell()

    def memo_target(self) -> Target:
        """What a memo would be written on: the theme or code that is shown, or an excerpt of it."""
        if self.currentWidget() is self.pane:
            return self.pane.memo_target()
        return self.inspector.memo_target() if self.currentIndex() else Target()

    def _say_whether_loose(self) -> None:
        with self._project.read() as session:
            loose = self._code > 0 and theme_hints.is_loose(session, self._code)
        self._loose.setVisible(loose)

    def _connect(self) -> None:
        acts, pane, inspector = self._acts, self.pane, self.inspector
        pane.form.described.connect(self._describe)
        pane.form.renamed.connect(self._rename)
        pane.form.sat.connect(self._end_sitting)
        pane.head.renamed.connect(self._rename)
        pane.head.state_wished.connect(self._set_state)
        pane.excerpts.fit_wished.connect(self._set_fit)
        pane.place_wished.connect(self.place_wished)
        self.expectations.sheet_wished.connect(self.sheet_wished)
        pane.facts.expectations_wished.connect(self.show_expectations)
        pane.head.look_again_wished.connect(self.look_again_wished)
        inspector.tabs.look_again_wished.connect(self.look_again_wished)
        for strip in (pane.decision, inspector.tabs.decision):
            strip.decided.connect(self._decide)
        inspector.definition.described.connect(self.asking.describe)
        inspector.definition.recoloured.connect(self.asking.recolour)
        inspector.definition.pinned.connect(acts.pin)
        inspector.code_wished.connect(self.show_code)
        for memos in (inspector.memos, pane.excerpts.retrieval.memos):
            memos.memo_chosen.connect(self.memo_chosen)
        inspector.memo_wished.connect(self.memo_wished)
        inspector.memo_chosen.connect(self.memo_chosen)
        for part in (inspector.list, inspector.form, pane.excerpts.list):
            part.place_wished.connect(self.place_wished)
            part.original_wished.connect(self.original_wished)
            part.valence_wished.connect(acts.set_valence)
            part.depth_wished.connect(acts.set_depth)
            part.star_wished.connect(acts.set_star)
            part.do_not_quote_wished.connect(acts.set_do_not_quote)
            part.uncode_wished.connect(acts.uncode)
        for shown in (inspector.list, pane.excerpts.list):
            self.coding_on.follow(shown)

    def _describe(self, theme_id: int, field: str, words: str) -> None:
        """Keep what is written in a field; all that is written in one sitting is one step."""
        goes_on = self._step if self._sitting == (theme_id, field) else None
        with_words = {field: words}
        if self._do(
            "describe_theme", lambda s: themes.describe(s, theme_id, **with_words), goes_on=goes_on
        ):
            step = self._project.next_undo()
            self._sitting = (theme_id, field)
            self._step = step.id if step is not None else None

    def _end_sitting(self) -> None:
        self._sitting = self._step = None

    def _rename(self, theme_id: int, name: str) -> None:
        self._do("rename_theme", lambda s: themes.rename(s, theme_id, name))

    def _set_state(self, theme_id: int, state: str, why: str) -> None:
        self._do(
            "set_theme_state", lambda s: theme_states.set_state(s, [theme_id], state), reason=why
        )

    def _set_fit(self, theme_id: int, excerpt_ids: list[int], fit: str | None) -> None:
        self._do("set_fit", lambda s: theme_fits.set_fit(s, theme_id, excerpt_ids, fit))

    def _decide(self, decided: Decision) -> None:
        deciding.note(self._project, decided, self.refused.emit)

    def _do(
        self,
        action: str,
        act: Callable[[Any], object],
        *,
        reason: str = "",
        goes_on: int | None = None,
    ) -> bool:
        try:
            with self._project.edit(action, reason=reason, goes_on=goes_on) as session:
                act(session)
        except QualtoolError as error:
            self.refused.emit(error)
            self.refresh()
            return False
        return True
