"""Opening, making and closing projects, and what goes with it: recent ones, backups."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from qualtool import settings
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.ui.jobs import Job, Progress
from qualtool.ui.notices import Way

if TYPE_CHECKING:
    from qualtool.store.project import Project
    from qualtool.ui.dialogs.new_project import NewProject, Wanted
    from qualtool.ui.main_window import MainWindow

_LOOK_FOR_BACKUP_MS = 5 * 60_000
_LOOK_HOW_MS = 50


class Projects(QObject):
    """Belongs to the window; what it opens is shown there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_FOR_BACKUP_MS)
        self._timer.timeout.connect(self._back_up_if_due)
        self._timer.start()

    def open(self, path: Path, *, by_force: bool = False, invented: bool = False) -> bool:
        """Open a project in place of the one that is open; False where it was refused.

        `by_force` takes over one that another machine is said to hold. In a project that is
        `invented` nobody is asked who they are.
        """
        from qualtool.store import project as store

        now = self._window.project
        if now is not None and not now.read_only and _same_file(now.path, path):
            return True
        try:
            project = store.open_project(path, by_force=by_force, at_once=True)
        except QualtoolError as error:
            if not path.exists():
                settings.forget(path)
                self._window.welcome.show_recent(settings.load().recent)
            self._window.notices.refuse(error, Way(_("Open another …"), self.ask_open))
            return False
        try:
            if invented:
                self._window.coders.take_first(project)
            self._take(project)
        except Exception:
            if _is_whole(project):
                raise
        self._look_how_it_is(project)
        return self._window.project is project

    def _look_how_it_is(self, project: Project, *, shown: bool = False) -> None:
        """Take in whether the file is whole, once that is known; a damaged one is closed again.

        To find out is begun when the project is `shown`, which would wait for the disk meanwhile.
        """
        if self._window.project is not project:
            project.close()  # what went wrong with it came before it was shown
        elif not project.assured:
            if shown:
                project.begin_to_assure()
            QTimer.singleShot(_LOOK_HOW_MS, self, lambda: self._look_how_it_is(project, shown=True))
            return
        told = project.opened.cautions
        try:
            project.assure()
        except QualtoolError as error:
            try:
                if self._window.project is project:
                    self.close()
            finally:  # also where the closing meets what is damaged
                self._window.notices.refuse(error, Way(_("Open another …"), self.ask_open))
        else:
            if self._window.project is project and project.opened.cautions != told:
                self.show_cautions()

    def ways_to_write(self, project: Project) -> list[Way]:
        """What can be tried where somebody else holds the project."""
        holder = project.opened.held_by
        if holder is None:
            return []
        ways = [Way(_("Try again"), lambda: self.open(project.path))]
        if holder.machine and holder.machine != platform.node():
            ways.append(Way(_("Take it over"), lambda: self.open(project.path, by_force=True)))
        return ways

    def open_sample(self) -> None:
        """Open the researcher's own copy of the sample study, built the first time."""

        def build(progress: Progress) -> Path:
            from qualtool.operations import sample

            return sample.own_copy(settings.data_folder(), progress=progress)

        words = _("Making the sample study …")
        self._window.jobs.start(Job(words, build, self._open_sample_at))

    def _open_sample_at(self, path: Path) -> None:
        self.open(path, invented=True)

    def ask_open(self) -> None:
        """Ask which project to open."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Open project"),
            self._folder(),
            _("Qualtool projects ({pattern})").format(pattern="*.qualtool"),
        )
        if chosen:
            self.open(Path(chosen))

    def ask_new(self, paths: Sequence[Path] = ()) -> None:
        """Ask what a new project is to be; files given are then offered for import in it."""
        from qualtool.ui.dialogs.new_project import NewProject

        sheet = NewProject(Path(self._folder()), files=len(paths))
        sheet.wished.connect(lambda wanted: self._make(wanted, paths, sheet))
        self._window.pages.show_sheet(sheet)

    def ask_import(self) -> None:
        """Ask which files to import into the open project."""
        chosen, _kind = QFileDialog.getOpenFileNames(
            self._window, _("Import files"), self._folder(), _file_kinds()
        )
        if chosen:
            paths = [Path(each) for each in chosen]
            settings.change(last_folder=str(paths[0].parent))
            self._window.import_files(paths)

    def forget(self, path: str) -> None:
        """Take a project off the list of those opened last; its file stays."""
        settings.forget(Path(path))
        self._window.welcome.show_recent(settings.load().recent)

    def close(self) -> None:
        """Close the project and show the welcome screen."""
        project = self._window.project
        self._window.show_project(None)
        if project is not None:
            project.close()
        self._window.notices.clear()

    def back_up(self) -> None:
        """Write a backup now."""
        project = self._window.project
        if project is None:
            return
        try:
            made = project.back_up()
        except QualtoolError as error:
            self._window.notices.refuse(error)
            return
        if made is None:
            self._window.notices.say(_("Nothing is new since the last backup."))
        else:
            words = _("Backed up as {file}").format(file=made.name)
            show = Way(_("Show it"), lambda: _show_folder(made.parent))
            self._window.notices.say(words, show)

    def show_folder(self) -> None:
        """Show where the project lies, in the system's own file manager."""
        if self._window.project is not None:
            _show_folder(self._window.project.path.parent)

    def show_cautions(self) -> None:
        """Say above the workspace why nothing can be changed, and whose codings are left out."""
        project = self._window.project
        words, ways = self._window.coders.cautions()
        if project is not None:
            words = "\n".join((*project.opened.cautions, words)).strip()
            ways = [*self.ways_to_write(project), *ways]
        self._window.banner.show_words(words, ways)

    # inside

    def _make(self, wanted: Wanted, paths: Sequence[Path], sheet: NewProject) -> None:
        from qualtool.operations import new_project

        try:
            project = new_project.start(
                wanted.path,
                name=wanted.name,
                language=wanted.language,
                template=wanted.template,
                coder=wanted.coder,
            )
        except QualtoolError as error:
            sheet.refuse(str(error))
            return
        settings.change(coder=wanted.coder, last_folder=str(wanted.path.parent))
        self._window.pages.close_sheet()
        self._take(project)
        if paths:
            self._window.import_files(paths)

    def _take(self, project: Project) -> None:
        before = self._window.project
        settings.remember(project.path)
        self._window.coders.begin(project)
        try:
            self._window.show_project(project)
            self._window.coders.ask_if_unknown()
        finally:
            if before is not None and self._window.project is project:
                before.close()

    def _back_up_if_due(self) -> None:
        project = self._window.project
        if project is None or not project.backup_due():
            return
        try:
            project.back_up()
        except QualtoolError as error:
            self._window.notices.refuse(error)

    def _folder(self) -> str:
        folder = settings.load().last_folder
        return folder if folder and Path(folder).is_dir() else str(Path.home())


def _file_kinds() -> str:
    """What can be read, for the dialog that asks for files."""
    from qualtool import plugins

    endings = sorted({ending.lstrip(".") for each in plugins.readers() for ending in each.endings})
    known = _("Files that can be read ({patterns})").format(
        patterns=" ".join(f"*.{ending}" for ending in endings)
    )
    return f"{known};;{_('All Files (*)')}"


def _is_whole(project: Project) -> bool:
    try:
        project.assure()
    except QualtoolError:
        return False
    return True


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
