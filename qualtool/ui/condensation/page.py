"""Condensed meaning as a page of the themes workspace: units in three columns, and sub-groups."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import codebook
from qualtool.analysis.condensing import Group, Unit, group, units, units_of
from qualtool.analysis.documents import documents
from qualtool.analysis.findings import standing
from qualtool.core.template import said
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.operations import profiles
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import ThemeRow
from qualtool.ui.condensation.acts import CondensingActs
from qualtool.ui.condensation.group_pane import WIDE, GroupPane
from qualtool.ui.condensation.table import MEANING, UnitsTable
from qualtool.ui.condensation.view import UnitsView
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.empty import EmptyPane

WATCHED: Final = (
    "condensation", "condensate", "excerpt", "coding", "theme", "frame", "document",
    "document_text", "speaker", "case", "study",
)  # fmt: skip
ALL: Final = 0
NONE: Final = -1


class CondensationPage(QWidget):
    """Rows are units; what is written of the theme of the one with the keys is beside them."""

    refused = Signal(object)
    said = Signal(str)
    theme_chosen = Signal(int)
    place_wished = Signal(int, int, int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._frame: int | None = None
        self._themes: dict[int, ThemeRow] = {}
        self.acts = CondensingActs(project, self.refused.emit)
        self.table = UnitsTable(writable=not project.read_only)
        self.view = UnitsView(self.table)
        self.pane = GroupPane()
        self.documents = _choice(_("Document"))
        self.themes = _choice(_("Theme"))
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.pane)
        across = QSplitter()
        across.setHandleWidth(1)
        across.addWidget(self.view)
        across.addWidget(area)
        across.setStretchFactor(0, 1)
        across.setSizes([1000, WIDE])
        across.setChildrenCollapsible(False)
        self._pages = QStackedWidget()
        self._pages.addWidget(across)
        self._pages.addWidget(
            EmptyPane(
                _("No units yet"),
                _("Code a passage, and it becomes a unit whose meaning you condense here."),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lay_out_bar())
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the units as they are now; the keys stay on theirs."""
        with self._project.read() as session:
            rows = standing(codebook.themes(session, self._frame, wait=False))
            self._themes = {row.id: row for row in rows}
            names = [(row.name, row.id) for row in documents(session)]
            word = profiles.chosen(session).group
        self.table.word(said(word, language()) if word is not None else _("Theme"))
        first = self.documents.count() == 0
        _fill(self.documents, [(_("All documents"), ALL), *names])
        if first and names:
            # All of a large study at once is neither read nor shown in no time.
            self.documents.setCurrentIndex(1)
        themes = [(row.name, row.id) for row in self._themes.values()]
        _fill(self.themes, [(_("All themes"), ALL), (_("No theme yet"), NONE), *themes])
        self._show()

    def on_changes(self, changes: Changes) -> None:
        """Show anew what a step touched."""
        if changes.touches(*WATCHED):
            self.refresh()

    def show_frame(self, frame_id: int) -> None:
        """Show this set of themes."""
        if frame_id != self._frame:
            self.aside()
            self._frame = frame_id
            self.refresh()

    def show_theme(self, theme_id: int) -> None:
        """Show what is written of a theme that was chosen elsewhere."""
        if theme_id in self._themes and theme_id != self.pane.theme_id:
            self._show_group(theme_id)

    def aside(self) -> None:
        """Keep what is half written."""
        self.view.finish()
        self.pane.tell()

    def memo_target(self) -> Target:
        """What a memo would be written on: the unit that has the keys."""
        unit = self.table.unit(self.view.currentIndex())
        return Target("excerpt", unit.excerpt.id) if unit is not None else Target()

    def write(self) -> None:
        """Write in short what the unit with the keys says."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        here = self.view.currentIndex()
        index = self.table.index(max(0, here.row()), MEANING)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.write_in(index)

    def write_condensate(self) -> None:
        """Write the condensate of the theme that is shown."""
        self.pane.condensate.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_gold(self) -> None:
        """Choose the gold quotation of the theme that is shown."""
        self.pane.choose.click()

    # inside

    def _show(self) -> None:
        document, theme = self.documents.currentData(), self.themes.currentData()
        here = self.table.unit(self.view.currentIndex())
        column = self.view.currentIndex().column()
        with self._project.read() as session:
            found = units(
                session, self._project.coder_id, None if document in (ALL, None) else [document]
            )
        shown = [each for each in found if _fits(each, theme)]
        self.table.show(shown, self._themes)
        self.view.fit_rows()
        row = self.table.row_of(here.excerpt.id) if here is not None else -1
        if self.view.currentIndex().row() != row or row < 0:
            self.view.setCurrentIndex(
                self.table.index(max(0, row), MEANING if column < 0 else column)
            )
        done = sum(bool(each.text) for each in shown)
        words = ngettext("{done} of {count} unit", "{done} of {count} units", len(shown))
        self._count.setText(words.format(done=done, count=len(shown)))
        self._pages.setCurrentIndex(0 if found or self._themes else 1)
        self._follow()

    def _follow(self) -> None:
        """Show what is written of the theme that is filtered by, or that the unit belongs to."""
        theme = self.themes.currentData()
        unit = self.table.unit(self.view.currentIndex())
        if theme not in (ALL, NONE, None):
            self._show_group(theme)
        elif unit is not None and unit.theme_id is not None:
            self._show_group(unit.theme_id)
        else:
            self._show_group(self.pane.theme_id)

    def _show_group(self, theme_id: int | None) -> None:
        theme = self._themes.get(theme_id) if theme_id is not None else None
        if theme is None and self._themes:
            theme = next(iter(self._themes.values()))
        if theme is None:
            self.pane.show_group(None, Group(), (), writable=False)
            return
        with self._project.read() as session:
            written = group(session, theme.id)
            inside = units_of(session, self._project.coder_id, theme.id)
        self.pane.show_group(theme, written, inside, writable=not self._project.read_only)

    def _empty(self, index: object) -> None:
        here = self.view.currentIndex()
        unit = self.table.unit(here)
        if unit is None:
            return
        if here.column() == MEANING and unit.text:
            self.acts.condense(unit.excerpt.id, "")
        elif here.column() > MEANING and unit.theme_id is not None:
            self.acts.place([unit.excerpt.id], None)

    def _let_be_gold(self, excerpt_id: int) -> None:
        """Let a unit be the gold quotation of its theme; the same once more takes that back."""
        unit = self.table.unit(self.view.currentIndex())
        if unit is None or unit.theme_id is None:
            self.said.emit(_("Choose the theme of the unit first."))
            return
        with self._project.read() as session:
            now = group(session, unit.theme_id).gold
        wanted = None if now is not None and now.id == excerpt_id else excerpt_id
        self.acts.choose_gold(unit.theme_id, wanted)

    def _connect(self) -> None:
        view, pane, acts = self.view, self.pane, self.acts
        self.table.condensed.connect(acts.condense)
        view.placed.connect(lambda excerpt, theme: acts.place([excerpt], theme))
        view.emptied.connect(self._empty)
        view.arrived.connect(self._follow)
        view.gold_wished.connect(self._let_be_gold)
        view.place_wished.connect(self.place_wished)
        pane.condensate_written.connect(acts.write_condensate)
        pane.analysis_written.connect(acts.write_analysis)
        pane.gold_chosen.connect(acts.choose_gold)
        pane.place_wished.connect(self.place_wished)
        self.documents.activated.connect(lambda _at: self._show())
        self.themes.activated.connect(lambda _at: self._show())

    def _lay_out_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.documents)
        row.addWidget(self.themes)
        row.addStretch(1)
        row.addWidget(self._count)
        return bar


def _fits(unit: Unit, theme: int | None) -> bool:
    if theme == NONE:
        return unit.theme_id is None
    return theme in (ALL, None) or unit.theme_id == theme


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setProperty("role", "quiet")
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _fill(choice: QComboBox, offered: list[tuple[str, int]]) -> None:
    """Offer these; what was chosen stays so where it is still there."""
    before = choice.currentData()
    choice.clear()
    for words, value in offered:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(0, choice.findData(before)))
