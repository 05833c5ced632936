"""The way of a spreadsheet into the project, and of our own tables out to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qualtool import plugins
from qualtool.analysis import study
from qualtool.core.errors import QualtoolError
from qualtool.core.known_names import without_known_names
from qualtool.core.pseudonyms import without_names
from qualtool.core.table_mapping import Rows, TableMapping, Target, guess, likeliest
from qualtool.core.table_plan import Plan
from qualtool.formats.read_table import read_tables
from qualtool.i18n import gettext as _
from qualtool.operations import table_import
from qualtool.reports import register, saving
from qualtool.store import name_key
from qualtool.store.project import Project
from qualtool.ui import asking_where
from qualtool.ui.models.naming import unclear_in
from qualtool.ui.panels.table_sheet import TableSheet


@dataclass(slots=True)
class _Held:
    """What is shown in a sheet now."""

    plan: Plan
    mapping: TableMapping


_WORDS = {"cases": "import_cases", "activities": "import_activities"}


class TableTaking(QObject):
    """One kind of table, cases or activities; each taking in is one step."""

    sheet_wished = Signal(object)  # QWidget

    def __init__(
        self,
        parent: QWidget,
        project: Project,
        target: Target,
        refused: Callable[[QualtoolError], None],
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._project = project
        self._target: Target = target
        self._refused = refused

    def ask_in(self) -> None:
        """Ask for a spreadsheet, and show what it would come to."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, _("From a spreadsheet"), "", _("Spreadsheets (*.xlsx *.csv *.tsv *.txt)")
        )
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Show what a spreadsheet would come to, before anything is changed."""
        try:
            tables = read_tables(plugins.load(path), path.name)
            table = tables[likeliest(tables, self._target)]
            mapping = guess(table, self._target)
            plan = self._plan(table, mapping)
        except QualtoolError as error:
            self._refused(error)
            return
        plain, count, told = self._without_names(table, mapping, path.name)
        sheet = TableSheet(path.name, table, mapping, known_names=count)
        held = _Held(plan, mapping)

        def look_again() -> None:
            held.plan = self._plan(plain if sheet.replaces.isChecked() else table, held.mapping)
            sheet.show_plan(held.plan)

        def use(mapping: TableMapping) -> None:
            held.mapping = mapping
            look_again()

        if count:
            look_again()
        else:
            sheet.show_plan(plan)
        sheet.mapping_chosen.connect(use)
        sheet.replaces.toggled.connect(look_again)
        sheet.import_wished.connect(
            lambda: self._take_in(
                sheet, held.plan, path.name if count and not sheet.replaces.isChecked() else told
            )
        )
        self.sheet_wished.emit(sheet)

    def ask_out(self) -> None:
        """Ask where to, and write all of it to a spreadsheet."""
        with self._project.read() as session:
            build = register.cases if self._target == "cases" else register.activities
            report = build(session)
        name = _("Cases") if self._target == "cases" else _("Activities")
        offered = self._project.path.with_name(f"{name}.xlsx")
        kinds = {"xlsx": "", "csv": ""}
        if path := asking_where.ask(self._window, _("To a spreadsheet"), offered, kinds):
            try:
                saving.save(report, path)
            except QualtoolError as error:
                self._refused(error)

    def _without_names(
        self, table: Rows, mapping: TableMapping, name: str
    ) -> tuple[Rows, int, str]:
        """A table with the pseudonyms that are remembered of this project, how many, and its name.

        The name of a file stands in the history, and may be somebody's.
        """
        with self._project.read() as session:
            known = name_key.load(name_key.of_study(session)).names
            unclear = unclear_in(study.study(session).language)
        plain, count = without_known_names(table, known, head_row=mapping.head_row, unclear=unclear)
        return plain, count, without_names(name, known, unclear=unclear)

    def _plan(self, table: Rows, mapping: TableMapping) -> Plan:
        with self._project.read() as session:
            return table_import.plan(session, table, mapping)

    def _take_in(self, sheet: TableSheet, plan: Plan, name: str) -> None:
        try:
            with self._project.edit(_WORDS[self._target]) as session:
                table_import.take_in(session, plan, table=name)
        except QualtoolError as error:
            self._refused(error)
            return
        sheet.closed.emit()
