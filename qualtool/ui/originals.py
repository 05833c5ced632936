"""The original files in the window: a passage shown in its own, and which files are kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.jobs import Job
from qualtool.ui.memo_target import Target

if TYPE_CHECKING:
    from qualtool.analysis.originals import InOriginal, KeptFile
    from qualtool.store.project import Project
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.pages import Pages
    from qualtool.ui.panels.kept_files_sheet import KeptFilesSheet
    from qualtool.ui.panels.original_sheet import OriginalSheet

Place = tuple[int, int, int]  # document, start, end


class Originals(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sheet: OriginalSheet | None = None

    def follow(self, pages: Pages) -> None:
        """Hear what these workspaces wish for."""
        pages.original_wished.connect(self.show_place)

    def show(self) -> None:
        """Show what is chosen in the workspace in view as it stands in its file."""
        place = self._chosen()
        if place is not None:
            self.show_place(*place)
        else:
            words = _("Choose a document or a passage first, to see it in its original file.")
            self._window.notices.say(words)

    def show_place(self, document_id: int, start: int, end: int) -> None:
        """Show `text[start:end]` of a document as it stands in its file."""
        from qualtool.analysis import documents, originals
        from qualtool.ui.panels.original_sheet import OriginalSheet

        window, project = self._window, self._window.project
        if project is None:
            return
        kept: KeptFile | None = None
        refused: QualtoolError | None = None
        with project.read() as session:
            names = {row.id: row.name for row in documents.documents(session)}
            keeping = originals.keeps_originals(session)
            try:
                kept = originals.kept_file(session, document_id)
            except QualtoolError as error:
                refused = error
        self.sheet = sheet = OriginalSheet(names.get(document_id, ""))
        sheet.closed.connect(lambda: self._note_closed(sheet))
        sheet.destroyed.connect(lambda: self._note_closed(sheet))
        window.pages.show_sheet(sheet)
        if kept is None:
            sheet.keep_wished.connect(lambda: self._keep(project, sheet))
            offers = not keeping and not project.read_only
            sheet.show_reason(str(refused), offers_keeping=offers)
            return
        file = kept
        sheet.offer_copy()
        sheet.copy_wished.connect(lambda: self._save_copy(project, file))

        def shown(found: InOriginal) -> None:
            if self.sheet is sheet:
                sheet.show_place(found)

        def failed(error: QualtoolError) -> None:
            if self.sheet is sheet:
                sheet.show_reason(str(error))

        window.jobs.start(
            Job(
                _("Reading a file"),
                lambda _progress: originals.placed(file, start, end),
                shown,
                failed=failed,
            )
        )

    def show_kept(self) -> None:
        """Show which files are kept, and let them be kept, or those not needed be removed."""
        from qualtool.analysis import originals
        from qualtool.ui.panels.kept_files_sheet import KeptFilesSheet

        window, project = self._window, self._window.project
        if project is None:
            return
        with project.read() as session:
            kept, keeps = originals.kept_files(session), originals.keeps_originals(session)
        sheet = KeptFilesSheet(kept, keeps=keeps, writable=not project.read_only)
        sheet.keeping_chosen.connect(lambda on: self._choose_keeping(project, keeps=on))
        sheet.removal_wished.connect(lambda: self._remove_unused(project, sheet))
        window.pages.show_sheet(sheet)

    def _remove_unused(self, project: Project, sheet: KeptFilesSheet) -> None:
        from qualtool.analysis import originals
        from qualtool.operations import originals as kept_operations

        try:
            with project.clear_out() as session:
                gone = kept_operations.remove_unused(session)
        except QualtoolError as error:
            self._window.notices.refuse(error)
            return
        with project.read() as session:
            sheet.show_kept(originals.kept_files(session))
        words = ngettext("Removed {count} file for good", "Removed {count} files for good", gone)
        self._window.notices.say(words.format(count=gone))

    def _choose_keeping(self, project: Project, *, keeps: bool) -> bool:
        from qualtool.operations import study

        try:
            with project.edit("describe_study") as session:
                study.describe(session, keep_originals=keeps)
        except QualtoolError as error:
            self._window.notices.refuse(error)
            return False
        return True

    def _note_closed(self, sheet: OriginalSheet) -> None:
        if self.sheet is sheet:  # it may be gone only after another has taken its place
            self.sheet = None

    def _chosen(self) -> Place | None:
        from qualtool.analysis import excerpts

        window, project = self._window, self._window.project
        workspace = window.pages.workspace(window.pages.shown())
        chosen = getattr(workspace, "memo_target", None)
        if project is None or chosen is None:
            return None
        target: Target = chosen()
        if target.span is not None:
            return target.span
        if target.kind == "excerpt" and target.id is not None:
            with project.read() as session:
                found = excerpts.excerpts(session, excerpt_ids=[target.id])
            return next(((e.document_id, e.start, e.end) for e in found), None)
        if target.kind == "document":
            caret: Place | None = getattr(workspace, "paragraph_at_caret", lambda: None)()
            return caret or (target.id or 0, 0, 0)
        return None

    def _keep(self, project: Project, sheet: OriginalSheet) -> None:
        if not self._choose_keeping(project, keeps=True):
            return
        sheet.show_reason(
            _(
                "Files that are imported from now on are kept in the project. Those whose names "
                "are replaced are not, unless you say so when they are imported."
            )
        )

    def _save_copy(self, project: Project, kept: KeptFile) -> None:
        from qualtool.analysis import originals

        kind = originals.ending(kept)
        plain = "".join("-" if sign in '/\\:*?"<>|' else sign for sign in kept.document)
        offered = project.path.with_name(f"{plain}.{kind}")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save a copy of the original"), str(offered)
        )
        if chosen:
            self.save(kept, Path(chosen))

    def save(self, kept: KeptFile, goal: Path) -> None:
        """Write a kept file as it came in."""
        try:
            goal.write_bytes(kept.content)
        except OSError:
            self._window.notices.refuse(
                QualtoolError(
                    "not_written",
                    _("“{file}” could not be written. Choose another folder."),
                    file=goal.name,
                )
            )
            return
        self._window.notices.say(_("Wrote “{file}”").format(file=goal.name))
