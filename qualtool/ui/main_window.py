"""The window: the rail, the line at the top, the workspaces, the line at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from qualtool import settings
from qualtool.i18n import gettext as _
from qualtool.ui import menus, remembering
from qualtool.ui.action_table import TABLE
from qualtool.ui.actions import Action, Actions, State, worded_keys
from qualtool.ui.behind_sheets import left_on
from qualtool.ui.coders import Coders
from qualtool.ui.corrections import Corrections
from qualtool.ui.file_drops import FileDrops
from qualtool.ui.jobs import Jobs
from qualtool.ui.memos import Memos
from qualtool.ui.notices import Notices
from qualtool.ui.originals import Originals
from qualtool.ui.pages import Pages
from qualtool.ui.panels.banner import Banner
from qualtool.ui.panels.foot import Foot
from qualtool.ui.panels.header import Header
from qualtool.ui.panels.rail import Choice, Rail
from qualtool.ui.panels.welcome import Welcome
from qualtool.ui.projects import Projects
from qualtool.ui.searching import Searching
from qualtool.ui.steps import Steps
from qualtool.ui.view import View
from qualtool.ui.workspaces import WORKSPACES

if TYPE_CHECKING:
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project


class MainWindow(QMainWindow):
    """Puts the parts together. What can be done with it stands in `action_table`."""

    # Made anew when the language changes.
    made: Actions
    rail: Rail
    header: Header
    banner: Banner
    foot: Foot
    welcome: Welcome
    pages: Pages

    def __init__(self) -> None:
        super().__init__()
        self.project: Project | None = None
        self._document: int | None = None
        self.notices = Notices(self)
        self.jobs = Jobs(self)
        self.steps = Steps(self, self.notices)
        self.projects = Projects(self)
        self.coders = Coders(self)
        self.view = View(self)
        self.searching = Searching(self)
        self.memos = Memos(self)
        self.originals = Originals(self)
        self.corrections = Corrections(self)
        self.steps.changed.connect(self._on_changes)
        self.jobs.refused.connect(self.notices.refuse)
        FileDrops(self)
        self.setMinimumSize(720, 420)
        self.resize(1440, 900)
        self._build()
        if geometry := settings.load().geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    # what is shown

    def show_project(self, project: Project | None) -> None:
        """Show this project, where it was left last time; None shows the welcome screen."""
        self._leave()
        self.notices.clear()
        self.project = project
        self.steps.follow(project)
        self.searching.dismiss()
        self.searching.forget()
        self.pages.show_project(project)
        if project is None:
            self.projects.show_cautions()
            self.welcome.show_recent(settings.load().recent)
            self.refresh_header()
            return
        self.projects.show_cautions()
        self.refresh_header()
        spot = remembering.spot_in(self.pages.guid)
        self._document = spot.document_id
        self.show_workspace(spot.workspace)

    def show_workspace(self, key: str) -> None:
        """Show a workspace, made if this is the first time."""
        self.searching.dismiss()
        if self.project is not None:
            fresh = self.pages.workspace(key) is None
            self.pages.show_workspace(key)
            if fresh and self._document is not None:
                self.pages.tell("open_document", self._document, only=key)
            self.rail.show_chosen(key)
            self.header.show_guest(self.pages.header_widget())
            self.foot.show_place(self.pages.place())
            self.refresh_actions()

    def show_place(self, document_id: int, start: int, end: int) -> None:
        """Show a passage where it stands in its document."""
        self.show_workspace("coding")
        self.pages.tell("show_place", document_id, start, end, only="coding")

    def show_document(self, document_id: int) -> None:
        """Show a document to be read."""
        self.show_workspace("coding")
        self.pages.tell("open_document", document_id, only="coding")

    def show_code(self, code_id: int) -> None:
        """Show a code and its excerpts."""
        self.show_workspace("coding")
        self.pages.tell("show_code", code_id, only="coding")

    def show_theme(self, theme_id: int) -> None:
        """Show a theme: on the board if that is in view, else with its excerpts."""
        where = "themes" if self.pages.shown() == "themes" else "coding"
        self.show_workspace(where)
        self.pages.tell("show_theme", theme_id, only=where)

    def show_case(self, case_id: int) -> None:
        """Show a case."""
        self.show_workspace("material")
        self.pages.tell("show_case", case_id, only="material")

    def show_report(self) -> None:
        """Show where tables are made."""
        self.show_workspace("report")

    def show_menu(self) -> None:
        """Open the menu, beside its button."""
        menu = menus.whole_menu(self, self.made, _recent, self.projects.open)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.rail.menu if self.rail.isVisible() else self.welcome.menu
        menu.popup(button.mapToGlobal(QPoint(8, 4 - menu.sizeHint().height())))

    def refresh_header(self) -> None:
        """Look again at the project's name and counts, who is coding, and how things stand."""
        project = self.project
        for part in (self.rail, self.header):
            part.setVisible(project is not None)
        self.foot.set_quiet(project is None)
        if project is None:
            self.setWindowTitle("Qualtool")
            self.foot.show_state("")
        else:
            from qualtool.analysis import study  # the store is not loaded before it is needed

            with project.read() as session:
                row = study.study(session)
            self.header.show_study(row, self.coders.chip())
            self.setWindowTitle(f"{row.name} – Qualtool")
            self.foot.show_state(_("read only") if project.read_only else _("everything is saved"))
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Let be pressed what can be done now."""
        project, where = self.project, self.pages.shown()
        writable = project is not None and not project.read_only
        undo, redo = self.steps.next_undo(), self.steps.next_redo()
        only = left_on(self.pages.sheet())
        self.made.refresh(State(project is not None, writable, undo, redo, where, only))

    def rebuild(self) -> None:
        """Build everything anew, in the language of now; the project stays open."""
        self._leave()
        self._build()
        self.show_project(self.project)

    def run(self, action: Action) -> None:
        """Do what a line of the table says."""
        owner: object = self
        if action.where:
            self.show_workspace(action.where)
            owner = self.pages.workspace(action.where)
        attrgetter(action.handler)(owner)()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Show what these files hold before they enter; without a project, ask for one first."""
        if self.project is None:
            self.projects.ask_new(paths)
        else:
            came_from = self.pages.shown()
            self.show_workspace("material")
            self.pages.tell("import_files", list(paths), came_from, only="material")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leave():
            event.ignore()
            return
        settings.change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.jobs.close()
        self.steps.follow(None)
        for timer in self.findChildren(QTimer):
            timer.stop()  # nothing looks at a project that is closed
        if self.project is not None:
            self.project.close()
        super().closeEvent(event)

    # inside

    def _build(self) -> None:
        for old in self.actions():
            self.removeAction(old)
            old.deleteLater()
        self.made = Actions(self, TABLE, self.run)
        menus.fill_menu_bar(self, self.made, _recent, self.projects.open)
        self.rail = Rail(
            [
                Choice(each.key, _(each.words), each.key, worded_keys(f"Ctrl+{each.digit}"))
                for each in WORKSPACES
            ]
        )
        self.header = Header(worded_keys("Ctrl+K"))
        self.banner = Banner()
        self.welcome = Welcome()
        self.pages = Pages(self.welcome)
        self.foot = Foot()
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.header, self.banner, self.pages, self.foot):
            column.addWidget(part, 1 if part is self.pages else 0)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self._connect()
        self.welcome.show_recent(settings.load().recent)
        self.refresh_header()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_workspace)
        self.rail.menu_wished.connect(self.show_menu)
        self.header.search_wished.connect(self.made["palette"].trigger)
        self.header.coder_wished.connect(self.coders.press)
        self.notices.said.connect(self.foot.show_notice)
        self.jobs.shown.connect(self.foot.show_job)
        self.foot.cancel_wished.connect(self.jobs.cancel)
        self.welcome.wished.connect(lambda key: self.made[key].trigger())
        self.welcome.project_wished.connect(lambda path: self.projects.open(Path(path)))
        self.welcome.forget_wished.connect(self.projects.forget)
        self.welcome.menu_wished.connect(self.show_menu)
        pages = self.pages
        pages.said.connect(self.notices.say)
        pages.refused.connect(self.notices.refuse)
        pages.place_changed.connect(self.foot.show_place)
        pages.document_opened.connect(self._note_document)
        pages.place_wished.connect(self.show_place)
        pages.document_wished.connect(self.show_document)
        pages.code_wished.connect(self.show_code)
        pages.theme_wished.connect(self.show_theme)
        pages.workspace_wished.connect(self.show_workspace)
        pages.import_wished.connect(self.projects.ask_import)
        pages.job_wished.connect(self.jobs.start)
        pages.text_size_wished.connect(self.view.zoom)
        pages.sheet_changed.connect(self.refresh_actions)
        for part in (self.coders, self.memos, self.originals, self.corrections):
            part.follow(pages)

    def _on_changes(self, changes: Changes) -> None:
        self.pages.on_changes(changes)
        self.searching.forget()
        if changes.touches("study", "document", "code", "theme", "coder"):
            self.refresh_header()
        else:
            self.refresh_actions()

    def _note_document(self, document_id: int) -> None:
        self._document = document_id

    def _leave(self) -> bool:
        """Keep what is half written, and where the researcher is; False where that is refused."""
        if self.project is not None:
            if not self.memos.leave():
                return False
            self.pages.leave()
            if shown := self.pages.shown():
                remembering.keep(self.pages.guid, remembering.Spot(shown, self._document))
        return True


def _recent() -> Sequence[str]:
    return settings.load().recent
