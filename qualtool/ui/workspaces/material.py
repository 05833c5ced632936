"""The material workspace: the documents and the cases they are about, and the way in for files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import cases, documents
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import CaseRow, DocumentRow, SpeakerRow
from qualtool.ui.actions import worded_keys
from qualtool.ui.material_words import counted
from qualtool.ui.panels.case_form import CaseForm
from qualtool.ui.panels.cases_page import CasesPage
from qualtool.ui.panels.document_form import DocumentForm
from qualtool.ui.panels.documents_table import DocumentsTablePanel
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.workspaces.importing import Import
from qualtool.ui.workspaces.material_acts import MaterialActs

DOCUMENTS, CASES, EMPTY = range(3)
FORM_WIDTH = 314


class MaterialWorkspace(QWidget):
    """Puts the tables and their forms together, and makes steps of what they wish for."""

    refused = Signal(object)  # QualtoolError
    import_wished = Signal()
    document_wished = Signal(int)
    sheet_wished = Signal(object)  # QWidget
    job_wished = Signal(object)  # jobs.Job

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._import: Import | None = None
        self._came_from = ""
        self._stale = False
        self._documents: list[DocumentRow] = []
        self._cases: list[CaseRow] = []
        self.acts = MaterialActs(project, self._refuse)
        self.documents = DocumentsTablePanel()
        self.form = DocumentForm()
        self.cases = CasesPage()
        self.case_form = CaseForm()
        self._tabs = QWidget()
        self._lay_out()
        self._connect()
        self.refresh()
        if self._documents:
            self.documents.view.choose([self._documents[0].id])

    # what the window asks

    def header_widget(self) -> QWidget:
        """The tabs of documents and cases."""
        return self._tabs

    def refresh(self) -> None:
        """Look again at everything."""
        self._stale = False
        with self._project.read() as session:
            self._documents = documents.documents(session)
            self._cases = cases.cases(session)
        self.documents.show_rows(self._documents)
        self.cases.show_cases(self._cases, self._document_names())
        held = (len(self._documents), len(self._cases))
        for tab, count in zip(self._buttons, held, strict=True):
            tab.setText(f"{tab.accessibleName()}  {counted(count)}")
        self._case_pane.setVisible(bool(self._cases))
        self._show_form()
        self._show_case_form()
        self._show_page()

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what is shown here."""
        if changes.touches(
            *("document", "speaker", "case", "document_case"),
            *("attribute", "attribute_value", "excerpt", "coding"),
        ):
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
        self.cases.view.choose([case_id])
        self.cases.view.setFocus()

    def aside(self) -> None:
        """Keep what is half written."""
        self.form.keep()
        self.case_form.keep()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    # what is chosen

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
        self.form.show_documents(rows, speakers, {row.name: row.id for row in self._cases})

    def _show_case_form(self) -> None:
        table = self.cases.view.table
        self.case_form.show_cases(
            self.cases.view.chosen(), table.attributes, self._document_names()
        )

    def _document_names(self) -> dict[int, str]:
        return {row.id: row.name for row in self._documents}

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

    def _add_case(self) -> None:
        made = self.acts.add_case(_("New case"), [row.name for row in self._cases])
        if made is not None:
            self.cases.view.choose([made])
            self.cases.view.edit(self.cases.view.currentIndex())

    def _tie_document(self, document_id: int, case_id: int) -> None:
        name = next(row.name for row in self._cases if row.id == case_id)
        self.acts.tie([document_id], name)

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

    # inside

    def _connect(self) -> None:
        view, form, acts = self.documents.view, self.form, self.acts
        view.selectionModel().selectionChanged.connect(lambda _on, _off: self._show_form())
        view.opened.connect(self.document_wished)
        view.remove_wished.connect(acts.remove)
        view.checked_wished.connect(lambda ids, on: acts.describe(ids, checked=on))
        view.table.renamed.connect(acts.rename)
        view.menu_wished.connect(self._open_menu)
        form.renamed.connect(acts.rename)
        form.described.connect(lambda ids, fields: acts.describe(ids, **fields))
        form.tied.connect(acts.tie)
        form.untied.connect(acts.untie)
        form.speakers.labelled.connect(acts.label_speaker)
        form.speakers.role_chosen.connect(acts.set_role)
        form.speakers.case_named.connect(acts.set_case)
        cases_view, case_form = self.cases.view, self.case_form
        cases_view.selectionModel().selectionChanged.connect(
            lambda _on, _off: self._show_case_form()
        )
        cases_view.table.renamed.connect(acts.rename_case)
        cases_view.table.value_written.connect(
            lambda case, name, value: acts.set_attribute([case], name, value)
        )
        cases_view.remove_wished.connect(acts.remove_cases)
        self.cases.add_wished.connect(self._add_case)
        case_form.renamed.connect(acts.rename_case)
        case_form.value_written.connect(acts.set_attribute)
        case_form.tied.connect(self._tie_document)
        case_form.untied.connect(acts.untie)

    def _lay_out(self) -> None:
        self._buttons = [_tab(_("Documents")), _tab(_("Cases"))]
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
        self._case_pane = _pane(self.case_form)
        self.pages.addWidget(_beside(self.documents, _pane(self.form)))
        self.pages.addWidget(_beside(self.cases, self._case_pane))
        self.pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)


def _tab(words: str) -> QPushButton:
    tab = QPushButton(words)
    tab.setAccessibleName(words)
    tab.setCheckable(True)
    tab.setProperty("role", "tab")
    return tab


def _pane(form: QWidget) -> QWidget:
    """The pane that a form lies in."""
    pane = QWidget()
    pane.setProperty("role", "pane")
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    pane.setMinimumWidth(260)
    return pane


def _beside(table: QWidget, pane: QWidget) -> QSplitter:
    """A table with the form of what is chosen in it at the right."""
    across = QSplitter()
    across.setHandleWidth(1)
    across.addWidget(table)
    across.addWidget(pane)
    across.setStretchFactor(0, 1)
    across.setSizes([1000, FORM_WIDTH])
    across.setChildrenCollapsible(False)
    return across
