"""The findings as a page of the themes workspace: a column of text to be written and arranged."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.findings import findings, to_quote
from qualtool.analysis.study import study
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports import catalogue, saving
from qualtool.reports.findings import held_back
from qualtool.reports.options import Options
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui import asking_where
from qualtool.ui.findings.acts import FindingsActs
from qualtool.ui.findings.part import OwnWords, PartView
from qualtool.ui.findings.quote_sheet import QuoteSheet
from qualtool.ui.findings.section import ThemeSection
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.empty import EmptyPane

WIDE: Final = 720  # about 75 characters a line
WATCHED: Final = ("theme", "finding_part", "excerpt", "frame", "document", "case", "speaker")


class FindingsPage(QWidget):
    """Themes in the order of the report, each with its definition, words and quotations."""

    refused = Signal(object)
    said = Signal(str)
    place_wished = Signal(int, int, int)
    sheet_wished = Signal(object)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._frame: int | None = None
        self.acts = FindingsActs(project, self.refused.emit)
        self.sections: list[ThemeSection] = []
        self._stops: list[QWidget] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._lay_out_page())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._area)
        self._pages.addWidget(
            EmptyPane(
                _("No findings yet"),
                _("Make themes on the board, and write here what you found of each."),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lay_out_bar())
        column.addWidget(self._pages, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written now; a field that is being written in stays as it is."""
        with self._project.read() as session:
            shown = findings(session, self._frame)
            held = held_back(session, [part for each in shown for part in each.parts])
        there = {section.theme_id: section for section in self.sections}
        wanted: list[ThemeSection] = []
        for each in shown:
            section = there.pop(each.theme.id, None)
            if section is not None and section.shown.depth != each.depth:
                there[section.theme_id], section = section, None
            if section is None:
                section = self._made(ThemeSection(each))
            section.show_findings(each, held)
            if self._project.read_only:
                section.only_read()
            wanted.append(section)
        for section in there.values():
            self._column.removeWidget(section)
            section.hide()
            section.deleteLater()
        if wanted != self.sections:
            for place, section in enumerate(wanted):
                self._column.insertWidget(place, section)
            self.sections = wanted
        self._chain()
        quotations = sum(part.kind == "quotation" for each in shown for part in each.parts)
        self._count.setText(
            ngettext("{count} quotation", "{count} quotations", quotations).format(count=quotations)
        )
        self._pages.setCurrentIndex(0 if shown else 1)

    def on_changes(self, changes: Changes) -> None:
        """Show anew what a step touched."""
        if changes.touches(*WATCHED):
            self.refresh()

    def show_frame(self, frame_id: int) -> None:
        """Show the findings of this set of themes."""
        if frame_id != self._frame:
            self.aside()
            self._frame = frame_id
            self.refresh()

    def show_theme(self, theme_id: int) -> None:
        """Bring a theme that was chosen elsewhere into view."""
        section = self._section(theme_id)
        if section is not None:
            self._area.ensureWidgetVisible(section, 0, 40)

    def aside(self) -> None:
        """Keep what is half written."""
        for field in self.findChildren(OwnWords):
            field.tell()

    def memo_target(self) -> Target:
        """What a memo would be written on: the theme that is being written of."""
        section = self._here()
        return Target("theme", section.theme_id) if section is not None else Target()

    def begin(self) -> None:
        """Write at the end of the theme the keys are at, or of the first."""
        section = self._here() or next(iter(self.sections), None)
        if section is not None:
            section.begin()

    def quote(self) -> None:
        """Choose quotations for the theme the keys are at, or for the first."""
        section = self._here() or next(iter(self.sections), None)
        if section is not None:
            self._ask_quotations(section.theme_id)

    def export_text(self) -> None:
        """Write the findings as headed text."""
        self._export("findings", _("Findings"))

    def export_summary(self) -> None:
        """Write the summary of findings as a table."""
        self._export("summary", _("Summary of findings"))

    def write(self, table: str, path: Path) -> None:
        """Write the findings (`findings`) or their summary (`summary`) to a file."""
        self.aside()
        try:
            with self._project.read() as session:
                options = Options(language=study(session).language, frame_id=self._frame)
                report = catalogue.build(session, table, options)
            cautions = saving.save(report, path)
        except QualtoolError as error:
            self.refused.emit(error)
            return
        told = [_("Wrote “{file}”").format(file=path.name), *(each.message for each in cautions)]
        self.said.emit(". ".join(words.rstrip(".") for words in told))

    # inside

    def _made(self, section: ThemeSection) -> ThemeSection:
        acts = self.acts
        section.summed_up.connect(acts.sum_up)
        section.begun.connect(acts.begin)
        section.quote_wished.connect(self._ask_quotations)
        section.part_dropped.connect(acts.move)
        section.part_made.connect(self._follow)
        for view in section.parts:
            self._follow(view)
        return section

    def _follow(self, view: PartView) -> None:
        alone = view.part.kind == "text"
        view.written.connect(lambda part, words: self.acts.write(part, words, alone=alone))
        view.move_wished.connect(self._move)
        view.removed.connect(self._remove)
        view.place_wished.connect(self.place_wished)

    def _move(self, part_id: int, way: int) -> None:
        """One place up or down; from the first or last place to the theme before or after."""
        if self._project.read_only:
            return
        number = next((n for n, each in enumerate(self.sections) if each.view(part_id)), None)
        if number is None:
            return  # its last words were taken away, and it with them
        section = self.sections[number]
        at = [view.part.id for view in section.parts].index(part_id)
        if 0 <= at + way < len(section.parts):
            self.acts.move(part_id, section.theme_id, at + (2 if way > 0 else -1))
        elif 0 <= number + way < len(self.sections):
            other = self.sections[number + way]
            self.acts.move(part_id, other.theme_id, 0 if way > 0 else None)
        for each in self.sections:
            if view := each.view(part_id):
                target = view.quotation or view.field
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                self._area.ensureWidgetVisible(view, 0, 40)

    def _remove(self, part_id: int) -> None:
        if not self._project.read_only:
            self.acts.remove([part_id])

    def _ask_quotations(self, theme_id: int) -> None:
        self.aside()
        section = self._section(theme_id)
        if section is None:
            return
        with self._project.read() as session:
            rows = to_quote(session, theme_id)
        sheet = QuoteSheet(section.shown.theme.report_title or section.shown.theme.name, rows)
        sheet.quote_wished.connect(lambda chosen: self.acts.quote(theme_id, chosen))
        self.sheet_wished.emit(sheet)

    def _chain(self) -> None:
        """Let Tab go from above to below, through what was made in whatever order."""
        stops = [stop for section in self.sections for stop in section.stops()]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                self.setTabOrder(before, after)

    def _section(self, theme_id: int) -> ThemeSection | None:
        return next((each for each in self.sections if each.theme_id == theme_id), None)

    def _here(self) -> ThemeSection | None:
        held = QApplication.focusWidget()
        if held is None:
            return None
        return next((each for each in self.sections if each.isAncestorOf(held)), None)

    def _export(self, table: str, name: str) -> None:
        offered = self._project.path.with_name(f"{name}.docx")
        if path := asking_where.ask(self, _("Export"), offered, asking_where.ENDINGS):
            self.write(table, path)

    def _lay_out_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QWidget()
        inner.setMaximumWidth(WIDE)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 64)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        across = QHBoxLayout(page)
        across.setContentsMargins(24, 0, 24, 0)
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)
        return page

    def _lay_out_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(4)
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        row.addWidget(self._count)
        row.addStretch(1)
        for words, act in (
            (_("Summary as a table …"), self.export_summary),
            (_("Findings to Word …"), self.export_text),
        ):
            button = QPushButton(words)
            button.setProperty("role", "plain")
            button.clicked.connect(act)
            row.addWidget(button)
        return bar
