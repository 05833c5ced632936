"""The cases among the material: the grid, the form of what is chosen, and what is done to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from qualtool.analysis import cases, consent, grid
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import ConsentRow, Grid
from qualtool.store.project import Project
from qualtool.store.rows import CaseRow
from qualtool.ui.actions import worded_keys
from qualtool.ui.models import case_moves
from qualtool.ui.panels.case_form import CaseForm
from qualtool.ui.panels.cases_page import CasesPage
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.workspaces.attribute_asking import AttributeAsking
from qualtool.ui.workspaces.describing_acts import DescribingActs
from qualtool.ui.workspaces.material_acts import MaterialActs
from qualtool.ui.workspaces.table_taking import TableTaking

WATCHED = (
    *("case", "document_case", "document", "attribute", "attribute_value"),
    *("attribute_variant", "consent", "speaker"),
)


class CasesPart(QObject):
    """One tab of the material workspace; `sheet_wished` asks for a sheet over it."""

    sheet_wished = Signal(object)  # QWidget

    def __init__(
        self, parent: QWidget, project: Project, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._project = project
        self._refused = refused
        self.acts = MaterialActs(project, refused)
        self.describing = DescribingActs(project, refused)
        self.page = CasesPage()
        self.form = CaseForm()
        self.asking = AttributeAsking(self, project, self.describing, "case")
        self.asking.sheet_wished.connect(self.sheet_wished)
        self.tables = TableTaking(parent, project, "cases", refused)
        self._form_pane = pane(self.form)
        self.widget = beside(self.page, self._form_pane)
        self.rows: list[CaseRow] = []
        self._grid = Grid((), ())
        self._consents: Mapping[int, ConsentRow] = {}
        self._documents: Mapping[int, str] = {}
        self._connect()

    def show(self, session: Any, documents: Mapping[int, str]) -> int:
        """Show the cases as they are now; how many there are."""
        self.rows = cases.cases(session)
        self._grid = grid.cases_grid(session)
        self._consents = consent.consents(session)
        self._documents = documents
        self.page.show_cases(self.rows, documents, self._grid)
        self._form_pane.setVisible(bool(self.rows))
        if self.rows and not self.page.view.chosen():
            self.page.view.choose([self.rows[0].id])
        self.show_form()
        return len(self.rows)

    def show_form(self) -> None:
        """Show what is known of the chosen cases."""
        view = self.page.view
        self.form.show_cases(
            view.chosen(), view.table.attributes, self._documents, self.rows, self._consents
        )

    def choose(self, case_id: int) -> None:
        """Choose a case and go there."""
        self.page.view.choose([case_id])
        self.page.view.setFocus()

    def add(self) -> None:
        """Make a case, to be named at once."""
        made = self.acts.add_case(_("New case"), [row.name for row in self.rows])
        if made is not None:
            view = self.page.view
            view.choose([made])
            view.edit(view.currentIndex())

    # what is wished for

    def _connect(self) -> None:
        page, view, form = self.page, self.page.view, self.form
        view.selectionModel().selectionChanged.connect(lambda _on, _off: self.show_form())
        view.table.renamed.connect(self.acts.rename_case)
        view.table.kind_written.connect(lambda case, kind: self.describing.set_kind([case], kind))
        view.table.value_written.connect(
            lambda case, name, value: self.acts.set_attribute([case], name, value)
        )
        view.remove_wished.connect(self.acts.remove_cases)
        view.values_emptied.connect(self.describing.empty)
        view.pasted.connect(self._paste)
        view.left_out.connect(self._tell_left_out)
        view.moved.connect(self.describing.arrange_cases)
        view.menu_wished.connect(self._open_menu)
        view.attribute_menu_wished.connect(self._open_attribute_menu)
        page.add_wished.connect(self.add)
        page.attribute_wished.connect(lambda: self.asking.ask(None))
        page.table_wished.connect(self.tables.ask_in)
        page.export_wished.connect(self.tables.ask_out)
        self.tables.sheet_wished.connect(self.sheet_wished)
        form.renamed.connect(self.acts.rename_case)
        form.value_written.connect(self.acts.set_attribute)
        form.tied.connect(self._tie_document)
        form.untied.connect(self.acts.untie)
        form.kind_written.connect(self.describing.set_kind)
        form.moved.connect(self.describing.move_cases)
        form.note_written.connect(self.describing.write_note)
        form.consent_noted.connect(lambda ids, fields: self.describing.note_consent(ids, **fields))
        form.consent_cleared.connect(self.describing.clear_consent)

    def _tie_document(self, document_id: int, case_id: int) -> None:
        name = next(row.name for row in self.rows if row.id == case_id)
        self.acts.tie([document_id], name)

    def _paste(self, block: list[list[str]], rows: list[int | None], columns: list[Any]) -> None:
        touched = self.describing.paste(block, rows, columns)
        if touched:
            self.page.view.choose(touched, column=self.page.view.currentIndex().column())

    def _tell_left_out(self, columns: list[str]) -> None:
        words = _("Nothing can be pasted into {columns}; what was copied there is left out.")
        named = ", ".join(_("“{name}”").format(name=each) for each in columns)
        self._refused(QualtoolError("paste_left_out", words, columns=named))

    def _open_menu(self, place: QPoint) -> None:
        view = self.page.view
        chosen = view.chosen()
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        if chosen:
            ids = [row.id for row in chosen]
            menu.addAction(_("Copy"), view.copy)
            menu.addAction(_("Paste"), view.paste)
            menu.addSeparator()
            under = menu.addMenu(_("Belongs to"))
            under.addAction(_("no other case"), lambda: self.describing.move_cases(ids, None))
            for row in self.rows:
                if row.id not in ids:
                    under.addAction(
                        row.name.replace("&", "&&"),
                        partial(self.describing.move_cases, ids, row.id),
                    )
            move = menu.addMenu(_("Move"))
            for words, keys, mover in (
                (_("Up"), "Alt+Up", case_moves.up),
                (_("Down"), "Alt+Down", case_moves.down),
                (_("Under the case above"), "Alt+Right", case_moves.inwards),
                (_("Out of the case it is under"), "Alt+Left", case_moves.outwards),
            ):
                told = f"{words}\t{worded_keys(keys)}"
                move.addAction(told, partial(view.move_chosen, mover))
            menu.addSeparator()
            menu.addAction(_("Remove"), lambda: self.acts.remove_cases(ids))
        menu.popup(view.viewport().mapToGlobal(place))

    def _open_attribute_menu(self, attribute_id: int, place: QPoint) -> None:
        columns = self._grid.attributes
        at = next((n for n, each in enumerate(columns) if each.id == attribute_id), None)
        if at is None:
            return
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("About the attribute …"), lambda: self.asking.ask(columns[at]))
        left = menu.addAction(
            _("Move to the left"), lambda: self.describing.move_attribute(attribute_id, at - 1)
        )
        left.setEnabled(at > 0)
        right = menu.addAction(
            _("Move to the right"), lambda: self.describing.move_attribute(attribute_id, at + 2)
        )
        right.setEnabled(at < len(columns) - 1)
        menu.addSeparator()
        menu.addAction(_("Remove"), lambda: self.describing.remove_attribute(attribute_id))
        menu.popup(place)
