"""The material workspace: the documents and the cases they are about, and the way in for files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import documents, grid, memos
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import About
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import DocumentRow, SpeakerRow
from qualtool.ui.actions import worded_keys
from qualtool.ui.material_words import counted
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.document_form import NO_GRID, DocumentForm
from qualtool.ui.panels.documents_table import DocumentsTablePanel
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.workspaces.attribute_asking import AttributeAsking
from qualtool.ui.workspaces.describing_acts import DescribingActs
from qualtool.ui.workspaces.importing import Import
from qualtool.ui.workspaces.material_acts import MaterialActs
from qualtool.ui.workspaces.material_cases import WATCHED as CASES_WATCHED
from qualtool.ui.workspaces.material_cases import CasesPart
from qualtool.ui.workspaces.material_guide import WATCHED as GUIDE_WATCHED
from qualtool.ui.workspaces.material_guide import FiguresPart, GuidePart
from qualtool.ui.workspaces.material_time import (
    ACTIVITIES_WATCHED,
    PHASES_WATCHED,
    ActivitiesPart,
    PhasesPart,
)
from qualtool.ui.workspaces.memo_targets import in_tables

DOCUMENTS, CASES, ACTIVITIES, PHASES, GUIDE, FIGURES, EMPTY = range(7)
WATCHED = {
    "document",
    "speaker",
    "excerpt",
    "coding",
    "memo_link",
    *CASES_WATCHED,
    *ACTIVITIES_WATCHED,
    *PHASES_WATCHED,
    *GUIDE_WATCHED,
}


class MaterialWorkspace(QWidget):
    """Puts the tables and their forms together, and makes steps of what they wish for."""

    refused = Signal(object)  # QualtoolError
    import_wished = Signal()
    document_wished = Signal(int)
    workspace_wished = Signal(str)
    place_wished = Signal(int, int, int)  # document, start, end
    sheet_wished = Signal(object)  # QWidget
    job_wished = Signal(object)  # jobs.Job
    memo_chosen = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._import: Import | None = None
        self._came_from = ""
        self._stale = False
        self._documents: list[DocumentRow] = []
        self.acts = MaterialActs(project, self._refuse)
        self.documents = DocumentsTablePanel()
        self.form = DocumentForm()
        self.of_cases = CasesPart(self, project, self._refuse)
        self.of_activities = ActivitiesPart(self, project, self._refuse)
        self.of_phases = PhasesPart(self, project, self._refuse)
        self.of_guide = GuidePart(self, project, self._refuse)
        self.of_figures = FiguresPart(self)
        self.cases, self.case_form = self.of_cases.page, self.of_cases.form
        self._grid = NO_GRID
        self._describing = DescribingActs(project, self._refuse)
        self.asking = AttributeAsking(self, project, self._describing, "document")
        self._tabs = QWidget()
        self._lay_out()
        self._connect()
        self.refresh()
        if self._documents:
            self.documents.view.choose([self._documents[0].id])

    # what the window asks

    def header_widget(self) -> QWidget:
        """The tabs: documents, cases, activities, phases."""
        return self._tabs

    def refresh(self) -> None:
        """Look again at everything."""
        self._stale = False
        with self._project.read() as session:
            self._documents = documents.documents(session)
            self.documents.show_rows(self._documents, memos.signs(session).documents)
            names = {row.id: row.name for row in self._documents}
            self._grid = grid.documents_grid(session)
            held = (
                len(self._documents),
                self.of_cases.show(session, names),
                self.of_activities.show(session, names),
                self.of_phases.show(session),
                self.of_guide.show(session, names),
                self.of_figures.show(session),
            )
        figures = self._buttons[FIGURES]  # a count there would not be of figures
        for tab, count in zip(self._buttons, held, strict=True):
            name = tab.accessibleName()
            tab.setText(f"{name}  {counted(count)}" if count and tab is not figures else name)
        self._show_form()
        self._show_page()

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what is shown here."""
        if changes.touches(*WATCHED):
            self._stale = True
            self._catch_up()

    def import_files(self, paths: Sequence[Path], came_from: str = "material") -> None:
        """Show what files hold before they enter; more of them join those that wait already.

        `came_from` is the workspace that was in view: from coding, the first document opens there.
        """
        if self._project.read_only:
            self.acts.take_in([])  # is refused, in the project's own words
            return
        if self._import is None:
            self._came_from = came_from
            self._import = Import(self._project, self.acts.take_in, self._refuse)
            self._import.setParent(self)
            self._import.job_wished.connect(self.job_wished)
            self._import.ended.connect(self._end_import)
            self.sheet_wished.emit(self._import.sheet)
        self._import.add(paths)

    def show_case(self, case_id: int) -> None:
        """Show a case among the others."""
        self.refresh()
        self._choose_page(CASES)
        self.of_cases.choose(case_id)

    def show_activity(self, activity_id: int) -> None:
        """Show an activity in the register."""
        self._choose_page(ACTIVITIES)
        self.of_activities.choose(activity_id)

    # its pages, for the palette

    def go_documents(self) -> None:
        """Show the documents."""
        self._choose_page(DOCUMENTS)

    def go_cases(self) -> None:
        """Show the cases."""
        self._choose_page(CASES)

    def go_activities(self) -> None:
        """Show the activity register."""
        self._choose_page(ACTIVITIES)

    def go_phases(self) -> None:
        """Show the phases."""
        self._choose_page(PHASES)

    def go_guide(self) -> None:
        """Show the interview guide."""
        self._choose_page(GUIDE)

    def go_figures(self) -> None:
        """Show the figures of the material."""
        self._choose_page(FIGURES)

    def new_case(self) -> None:
        """Make a case, to be named at once."""
        self._choose_page(CASES)
        self.of_cases.add()

    def new_activity(self) -> None:
        """Enter an activity, to be named at once."""
        self._choose_page(ACTIVITIES)
        self.of_activities.add()

    def _show_documents(self, document_ids: Sequence[int]) -> None:
        self._choose_page(DOCUMENTS)
        self.documents.filter.clear()
        self.documents.view.choose(document_ids)
        self.documents.view.setFocus()

    def _show_about(self, about: About) -> None:
        match about.target:
            case "document":
                self._show_documents([about.id])
            case "case":
                self.show_case(about.id)
            case "activity":
                self.show_activity(about.id)
            case "phase":
                self._choose_page(PHASES)
            case "attribute":
                self._choose_page(CASES)

    def aside(self) -> None:
        """Keep what is half written."""
        self.form.keep()
        self.case_form.keep()
        self.of_activities.form.keep()
        self.of_phases.page.keep()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def memo_target(self) -> Target:
        """What a memo would be written on: the chosen row of the table in view."""
        activities = self.of_activities.page.view
        return in_tables(
            ("document", self.documents.view), ("case", self.cases.view), ("activity", activities)
        )

    # what is chosen

    def _open_memos(self, document_id: int) -> None:
        with self._project.read() as session:
            found = memos.newest(session, "document", [document_id])
        if found is not None:
            self.memo_chosen.emit(found)

    def _catch_up(self) -> None:
        """Look again, but only when it is seen: coding elsewhere must not wait for this."""
        if self._stale and self.isVisible():
            self.refresh()

    def _show_form(self) -> None:
        rows = self.documents.view.chosen()
        speakers: Sequence[SpeakerRow] = ()
        if len(rows) == 1:
            with self._project.read() as session:
                speakers = documents.reading(session, rows[0].id).speakers
        cases = {row.name: row.id for row in self.of_cases.rows}
        self.form.show_documents(rows, speakers, cases, self._grid)

    def _show_page(self) -> None:
        chosen = next((n for n, tab in enumerate(self._buttons) if tab.isChecked()), DOCUMENTS)
        empty = chosen == DOCUMENTS and not self._documents
        self.pages.setCurrentIndex(EMPTY if empty else chosen)

    def _choose_page(self, page: int) -> None:
        self._buttons[page].setChecked(True)
        self._show_page()

    # what is done

    def _end_import(self, made: list[int]) -> None:
        self._import = None
        if made:
            self.refresh()
            self._choose_page(DOCUMENTS)
            self.documents.filter.clear()
            self.documents.view.choose(made)
            self.documents.view.setFocus()
            if self._came_from == "coding":
                self.document_wished.emit(made[0])
        elif self._came_from != "material":
            self.workspace_wished.emit(self._came_from)  # given up: back to where it began

    def _refuse(self, error: QualtoolError) -> None:
        self.refused.emit(error)
        self.refresh()

    def _open_menu(self, place: QPoint) -> None:
        view = self.documents.view
        rows = view.chosen()
        if not rows:
            return
        ids = [row.id for row in rows]
        menu = QMenu(self)
        if len(rows) == 1:
            menu.addAction(_("Open in Coding"), lambda: self.document_wished.emit(ids[0]))
            menu.addAction(_("Rename"), view.rename_chosen)
            menu.addSeparator()
        checked = all(row.checked for row in rows)
        words = _("Not checked") if checked else _("Checked against the recording")
        menu.addAction(words, lambda: self.acts.describe(ids, checked=not checked))
        menu.addSeparator()
        menu.addAction(_("Remove"), lambda: self.acts.remove(ids))
        menu.popup(view.viewport().mapToGlobal(place))

    def _offer_attributes(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for each in self._grid.attributes:
            words = _("About “{attribute}” …").format(attribute=each.name.replace("&", "&&"))
            menu.addAction(words, partial(self.asking.ask, each))
        menu.addSeparator()
        menu.addAction(_("New attribute …"), lambda: self.asking.ask(None))
        menu.popup(place)

    # inside

    def _connect(self) -> None:
        view, form, acts = self.documents.view, self.form, self.acts
        view.selectionModel().selectionChanged.connect(lambda _on, _off: self._show_form())
        view.opened.connect(self.document_wished)
        view.remove_wished.connect(acts.remove)
        view.checked_wished.connect(lambda ids, on: acts.describe(ids, checked=on))
        view.table.renamed.connect(acts.rename)
        view.memos_pressed.connect(self._open_memos)
        view.menu_wished.connect(self._open_menu)
        form.renamed.connect(acts.rename)
        form.described.connect(lambda ids, fields: acts.describe(ids, **fields))
        form.tied.connect(acts.tie)
        form.value_written.connect(self._describing.write_of_documents)
        form.attributes_wished.connect(self._offer_attributes)
        self.asking.sheet_wished.connect(self.sheet_wished)
        form.untied.connect(acts.untie)
        form.speakers.labelled.connect(acts.label_speaker)
        form.speakers.role_chosen.connect(acts.set_role)
        form.speakers.case_named.connect(acts.set_case)
        for part in (self.of_cases, self.of_activities):
            part.sheet_wished.connect(self.sheet_wished)
        self.of_phases.document_wished.connect(self.document_wished)
        self.of_phases.activity_wished.connect(self.show_activity)
        self.of_phases.on_look_again(self.refresh)
        self.of_guide.place_wished.connect(self.place_wished)
        self.of_figures.documents_wished.connect(self._show_documents)
        self.of_figures.about_wished.connect(self._show_about)

    def _lay_out(self) -> None:
        titles = (
            *(_("Documents"), _("Cases"), _("Activities")),
            *(_("Phases"), _("Guide"), _("Figures")),
        )
        self._buttons = [_tab(words) for words in titles]
        group = QButtonGroup(self)
        row = QHBoxLayout(self._tabs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for tab in self._buttons:
            group.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(self._show_page)
        self._buttons[DOCUMENTS].setChecked(True)
        more = QPushButton(_("Import files …"))
        more.clicked.connect(self.import_wished)
        self.documents.bar.addWidget(more)
        empty = EmptyPane(
            _("No documents yet"),
            _(
                "Drop transcripts, notes or whole folders anywhere in the window: Word, text, "
                "Markdown and subtitles (VTT, SRT). What each file holds is shown before anything "
                "is stored. The keys are {keys}."
            ).format(keys=worded_keys("Ctrl+Shift+I")),
            _("Import files …"),
        )
        empty.pressed.connect(self.import_wished)
        self.pages = QStackedWidget()
        for page in (
            beside(self.documents, pane(self.form)),
            self.of_cases.widget,
            self.of_activities.widget,
            self.of_phases.widget,
            self.of_guide.widget,
            self.of_figures.widget,
            empty,
        ):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)


def _tab(words: str) -> QPushButton:
    tab = QPushButton(words)
    tab.setAccessibleName(words)
    tab.setCheckable(True)
    tab.setProperty("role", "tab")
    return tab
