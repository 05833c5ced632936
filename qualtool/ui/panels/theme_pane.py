"""A theme in full: its name above, and behind tabs what it means, its excerpts and its history."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import (
    excerpts,
    expectations,
    look_again,
    study,
    theme_facts,
    theme_hints,
    theme_history,
    theme_meaning,
)
from qualtool.analysis.theme_facts import Portion
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui import dismissing
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.decision_strip import DecisionStrip
from qualtool.ui.panels.theme_excerpts import ThemeExcerpts
from qualtool.ui.panels.theme_facts import MOST_QUOTATIONS, ThemeFactsView
from qualtool.ui.panels.theme_form import ThemeForm
from qualtool.ui.panels.theme_head import ThemeHead
from qualtool.ui.panels.theme_history import ThemeHistory

WATCHED = (
    "theme", "theme_code", "theme_excerpt", "code", "coding", "excerpt", "valence", "case",
    "document_case", "speaker", "document", "rest_code", "memo", "memo_link", "look_again",
)  # fmt: skip

_MARKS = frozenset({"set_fit", "set_star", "set_valence", "set_depth", "set_do_not_quote"})


class ThemePane(QWidget):
    """Shows one theme; what is changed goes out as signals of its parts."""

    place_wished = Signal(int, int, int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._theme: int | None = None
        self._to_top = False
        with project.read() as session:
            self._guid = study.guid(session)
        self.head = ThemeHead()
        self.facts = ThemeFactsView()
        self.form = ThemeForm(self.facts)
        self.excerpts = ThemeExcerpts(project)
        self.history = ThemeHistory()
        self.decision = DecisionStrip("theme")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("What is shown of the theme"))
        self._pages = QStackedWidget()
        for page, words in (
            (self.form, _("Definition")),
            (self.excerpts, _("Excerpts")),
            (self.history, _("History")),
        ):
            self.tabs.addTab(words)
            self._pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.tabs)
        column.addLayout(row)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self._pages, 1)
        column.addWidget(self.decision)
        self.excerpts.counted.connect(self._count)
        self.form.reworded.connect(self._ask_why)
        self.history.why_wished.connect(self._ask_why_now)
        self.facts.portion_chosen.connect(self.show_portion)
        self.facts.place_wished.connect(self.place_wished)
        self.facts.dismissed.connect(self._dismiss)
        self.facts.filled.connect(self.form.fit_page)

    def show_theme(self, theme_id: int) -> bool:
        """Show a theme on the page that is turned to; False where it is gone."""
        if theme_id != self._theme:
            self.keep_written()
            self.decision.let_be(theme_id)
            self._to_top = True
        self._theme = theme_id
        return self.refresh()

    def shown(self) -> int | None:
        """The theme that is shown."""
        return self._theme

    def show_portion(self, portion: Portion) -> None:
        """Show some of the excerpts of the theme."""
        self.tabs.setCurrentIndex(1)
        self.excerpts.show_portion(portion)

    def start_naming(self) -> None:
        """Let the name be typed over."""
        self.head.name.setFocus()
        self.head.name.selectAll()

    def keep_written(self) -> None:
        """Keep what is half written."""
        self.head.name.tell()
        self.form.keep_written()

    def memo_target(self) -> Target:
        """What a memo would be written on: the theme, or an excerpt of it."""
        if self._pages.currentWidget() is self.excerpts:
            return self.excerpts.memo_target()
        return Target("theme", self._theme) if self._theme is not None else Target()

    def show_hints_again(self) -> None:
        """Show all hints that have been put away."""
        dismissing.show_again(self._guid)
        self.refresh()

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what can be shown here."""
        if not changes.touches(*WATCHED):
            return
        if changes.action in _MARKS and self._pages.currentWidget() is self.excerpts:
            self.excerpts.look_at_marks()
        else:
            self.refresh(facts=changes.action != "describe_theme")

    def refresh(self, *, facts: bool = True) -> bool:
        """Look again at the theme, and at what it rests on; False where it is gone."""
        if self._theme is None:
            return False
        with self._project.read() as session:
            row = theme_meaning.meaning(session, self._theme)
            waiting = look_again.count_with(session, "theme", self._theme)
        if row is None:
            self._theme = None
            return False
        self.head.show_theme(row, waiting)
        self.form.show_theme(row)
        if self._pages.currentWidget() is self.excerpts:
            self.excerpts.show_theme(row.theme_id)
            return True
        if self._pages.currentWidget() is self.history:
            with self._project.read() as session:
                told = theme_history.events(session, row.theme_id)
            self.history.show_events(row.theme_id, told, theme_meaning.MEANING)
        if facts:
            self._later.start(30)  # the words first: of thousands of excerpts it takes a moment
        return True

    def _ask_why(self, theme_id: int, key: str, before: str) -> None:
        if theme_id == self._theme and key in theme_meaning.MEANING:
            with self._project.read() as session:
                codings = look_again.codings_with(session, "theme", theme_id)
            self.decision.ask(theme_id, key, before, len(codings))

    def _ask_why_now(self, key: str, before: str) -> None:
        if self._theme is not None:
            self._ask_why(self._theme, key, before)
            self.decision.line.field.setFocus()

    def _turn(self, page: int) -> None:
        self.keep_written()
        self._pages.setCurrentIndex(page)
        self.refresh()

    def _show_facts(self) -> None:
        if self._theme is None:
            return
        with self._project.read() as session:
            facts = theme_facts.facts(session, self._theme)
            starred = facts.starred[:MOST_QUOTATIONS]
            quotations = excerpts.excerpts(session, excerpt_ids=starred) if starred else []
            fits = theme_facts.fits(session, self._theme, starred)
            hints = theme_hints.of_theme(session, self._theme)
            expected = expectations.against(session, self._theme)
            some = bool(expectations.expectations(session))
        away = dismissing.put_away(self._guid)
        shown = [hint for hint in hints if hint.name not in away]
        self.facts.show_facts(facts, quotations, fits, shown, expected, expectations=some)
        self._count(facts.excerpts)
        if self._to_top:
            self._to_top = False
            self.form.verticalScrollBar().setValue(0)

    def _count(self, excerpts: int) -> None:
        self.tabs.setTabText(1, f"{_('Excerpts')} {excerpts}" if excerpts else _("Excerpts"))

    def _dismiss(self, name: str) -> None:
        dismissing.put_one_away(self._guid, name)
        self._show_facts()
