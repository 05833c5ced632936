"""What happened when, among the material: the activity register, and the phases of the study."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from qualtool.analysis import activities, cases, phases
from qualtool.core.colours import least_used
from qualtool.core.errors import QualtoolError
from qualtool.core.names import free
from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import ActivityRow, FallenRow, LaneItem, SchemeRow
from qualtool.store.project import Project
from qualtool.ui.panels.activities_page import ActivitiesPage
from qualtool.ui.panels.activity_form import ActivityForm
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.panels.phases_page import PhasesPage
from qualtool.ui.workspaces.describing_acts import DescribingActs
from qualtool.ui.workspaces.table_taking import TableTaking

ACTIVITIES_WATCHED = (
    *("activity", "activity_document", "activity_case", "document", "case"),
    *("phase_scheme", "phase", "phase_member"),
)
PHASES_WATCHED = ("phase_scheme", "phase", "phase_member", "activity", "document")


class ActivitiesPart(QObject):
    """One tab of the material workspace."""

    sheet_wished = Signal(object)  # QWidget

    def __init__(
        self, parent: QWidget, project: Project, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(parent)
        self._acts = DescribingActs(project, refused)
        self.page = ActivitiesPage()
        self.form = ActivityForm()
        self._form_pane = pane(self.form)
        self.widget = beside(self.page, self._form_pane)
        self.tables = TableTaking(parent, project, "activities", refused)
        self.rows: list[ActivityRow] = []
        self._documents: Mapping[int, str] = {}
        self._cases: Mapping[int, str] = {}
        self._fallen: Mapping[int, Sequence[FallenRow]] = {}
        self.page.add_wished.connect(self.add)
        self.page.table_wished.connect(self.tables.ask_in)
        self.page.export_wished.connect(self.tables.ask_out)
        self.page.view.table.written.connect(self._acts.describe_activity)
        self.page.view.remove_wished.connect(self._acts.remove_activities)
        self.page.view.selectionModel().selectionChanged.connect(lambda *_rows: self.show_form())
        acts, form = self._acts, self.form
        form.described.connect(acts.describe_activities)
        form.document_tied.connect(acts.tie_document)
        form.document_untied.connect(lambda ids, each: acts.tie_document(ids, each, on=False))
        form.case_tied.connect(acts.tie_case)
        form.case_untied.connect(acts.untie_case)
        form.put.connect(lambda row, phase, before: acts.put(phase, "activity", row, before))
        form.taken_out.connect(lambda row, before: acts.take_out(before, "activity", row))
        self.tables.sheet_wished.connect(self.sheet_wished)

    def show(self, session: Any, documents: Mapping[int, str]) -> int:
        """Show the register as it is now; how many activities there are."""
        self.rows = activities.activities(session)
        self._documents = documents
        self._cases = {row.id: row.name for row in cases.cases(session)}
        self._fallen = phases.phases_of_activities(session)
        self.page.show_activities(self.rows, documents)
        self._form_pane.setVisible(bool(self.rows))
        if self.rows and not self.page.view.chosen():
            self.page.view.choose([self.rows[0].id])
        self.show_form()
        return len(self.rows)

    def show_form(self) -> None:
        """Show what is known of the chosen activities."""
        chosen = self.page.view.chosen()
        fallen = self._fallen.get(chosen[0].id, ()) if chosen else ()
        self.form.show_activities(chosen, self._documents, self._cases, fallen)

    def choose(self, activity_id: int) -> None:
        """Choose an activity and go there."""
        self.page.view.choose([activity_id])
        self.page.view.setFocus()

    def add(self) -> None:
        """Enter an activity, to be named at once."""
        made = self._acts.add_activity()
        if made is not None:
            self.page.view.choose([made])
            self.page.view.edit(self.page.view.currentIndex())


class PhasesPart(QObject):
    """One tab of the material workspace; what is opened in the picture is told."""

    document_wished = Signal(int)
    activity_wished = Signal(int)

    def __init__(
        self, parent: QWidget, project: Project, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._acts = DescribingActs(project, refused)
        self._scheme: int | None = None
        self._schemes: list[SchemeRow] = []
        self._look_again: Callable[[], None] = lambda: None
        self.page = self.widget = PhasesPage()
        page = self.page
        page.scheme_chosen.connect(self._choose_scheme)
        page.scheme_wished.connect(self._add_scheme)
        page.scheme_renamed.connect(self._acts.rename_scheme)
        page.scheme_removed.connect(self._acts.remove_scheme)
        page.phase_wished.connect(self._add_phase)
        page.renamed.connect(self._acts.rename_phase)
        page.dated.connect(self._acts.date_phase)
        page.coloured.connect(self._acts.recolour_phase)
        page.moved.connect(self._move)
        page.removed.connect(self._acts.remove_phase)
        page.picture.item_opened.connect(self._open)
        page.picture.menu_wished.connect(self._open_menu)

    def on_look_again(self, look_again: Callable[[], None]) -> None:
        """What is called when another scheme is to be shown."""
        self._look_again = look_again

    def show(self, session: Any) -> int:
        """Show the phases as they are now; how many schemes there are."""
        self._schemes = phases.schemes(session)
        ids = [each.id for each in self._schemes]
        if self._scheme not in ids:
            self._scheme = ids[0] if ids else None
        shown = phases.swimlanes(session, self._scheme) if self._scheme is not None else None
        self.page.show_schemes(self._schemes, shown)
        return len(self._schemes)

    def _now(self) -> SchemeRow | None:
        return next((each for each in self._schemes if each.id == self._scheme), None)

    def _choose_scheme(self, scheme_id: int) -> None:
        self._scheme = scheme_id
        self._look_again()

    def _add_scheme(self) -> None:
        made = self._acts.add_scheme(free(_("Phases"), [each.name for each in self._schemes]))
        if made is not None:
            self._choose_scheme(made)
            self.page.name.setFocus()
            self.page.name.selectAll()

    def _add_phase(self, scheme_id: int) -> None:
        scheme = self._now()
        held = scheme.phases if scheme else ()
        name = free(_("Phase {number}").format(number=len(held) + 1), [p.name for p in held])
        made = self._acts.add_phase(scheme_id, name, least_used(p.colour for p in held))
        if made is not None and self.page.fields:
            self.page.fields[-1].name.setFocus()
            self.page.fields[-1].name.selectAll()

    def _move(self, phase_id: int, down: int) -> None:
        scheme = self._now()
        if scheme is not None:
            at = [each.id for each in scheme.phases].index(phase_id)
            to = at + (2 if down > 0 else -1)
            if 0 <= to <= len(scheme.phases):
                self._acts.move_phase(phase_id, to)

    def _open(self, item: LaneItem) -> None:
        (self.document_wished if item.target == "document" else self.activity_wished).emit(item.id)

    def _open_menu(self, item: LaneItem, phase_id: int | None, place: QPoint) -> None:
        scheme = self._now()
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Open"), lambda: self._open(item))
        menu.addSeparator()
        for phase in scheme.phases if scheme else ():
            words = _("Put into “{phase}”").format(phase=phase.name).replace("&", "&&")
            put = menu.addAction(words, partial(self._acts.put, phase.id, item.target, item.id))
            put.setEnabled(phase.id != phase_id or not item.by_hand)
        if item.by_hand and phase_id is not None:
            menu.addAction(
                _("Let its date decide"),
                lambda: self._acts.take_out([phase_id], item.target, item.id),
            )
        menu.popup(place)
