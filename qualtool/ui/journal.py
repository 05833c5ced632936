"""The journal in the window: opened over any workspace, on what is in view, written to a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui import asking_where

if TYPE_CHECKING:
    from qualtool.analysis.memo_filter import MemoFilter
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.memos import Memos
    from qualtool.ui.panels.journal_drawer import JournalDrawer


class Journal(QObject):
    """Belongs to the window, beside the memos that it shows."""

    def __init__(self, window: MainWindow, memos: Memos) -> None:
        super().__init__(window)
        self._window, self._memos = window, memos
        self.drawer: JournalDrawer | None = None
        window.steps.changed.connect(self._on_changes)

    def open(self) -> None:
        """Open the journal, ready for a new entry on what is in view."""
        from qualtool.ui.panels.journal_drawer import JournalDrawer

        window, project = self._window, self._window.project
        if project is None:
            return
        window.searching.dismiss()
        drawer = self._memos.drawer
        if drawer is not None and not drawer.close_up():
            return
        if self.drawer is None:
            self.drawer = made = JournalDrawer(window, window.pages, project)
            made.new_wished.connect(self.begin)
            made.export_wished.connect(self.export)
            self._memos.serve(made.editor)
        else:
            self.drawer.refresh()
        self.begin()

    def begin(self) -> None:
        """Begin a new entry on what is in view."""
        from qualtool.analysis import memo_places

        project = self._window.project
        if project is None or self.drawer is None:
            return
        target = self._memos.chosen()
        with project.read() as session:
            row = memo_places.blank(
                session, target.kind, target.id, span=target.span, coder_id=project.coder_id
            )
        self.drawer.open(row)

    def holds(self, widget: QWidget | None) -> bool:
        """Whether something lies in the journal."""
        drawer = self.drawer
        return drawer is not None and widget is not None and drawer.isAncestorOf(widget)

    def leave(self) -> bool:
        """Keep what is half written and close; False where it could not be kept."""
        if self.drawer is None:
            return True
        if not self.drawer.close_up():
            return False
        self.drawer.deleteLater()
        self.drawer = None
        return True

    def export(self, ending: str, wanted: MemoFilter, path: Path | None = None) -> None:
        """Write the entries that fit to a file; asks where, unless it is said."""
        from qualtool.reports import journal, saving
        from qualtool.reports.options import Options

        window, project = self._window, self._window.project
        goal = path or (self._ask_where(project, ending) if project is not None else None)
        if project is None or goal is None:
            return
        options = replace(Options(), memos=wanted)
        try:
            with project.read() as session:
                report = journal.build(session, options)
                held = journal.left_out(session, options)
            saving.save(report, goal)
        except QualtoolError as error:
            window.notices.refuse(error)
            return
        words = _("Wrote “{file}”").format(file=goal.name)
        if held:
            left = ngettext(
                "{count} private entry was left out", "{count} private entries were left out", held
            )
            words = f"{words}. {left.format(count=held)}"
        window.notices.say(words)

    def _ask_where(self, project: Project, ending: str) -> Path | None:
        offered = project.path.with_name(f"{_('Journal')}.{ending}")
        return asking_where.ask(self._window, _("Export the journal"), offered, {ending: ""})

    def _on_changes(self, changes: Changes) -> None:
        if self.drawer is not None and self.drawer.isVisible():
            self.drawer.on_changes(changes)
