"""Memos in the window: written on what is chosen, opened again, and all of them in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from qualtool.core.errors import QualtoolError
from qualtool.ui import memo_acts, memo_ties
from qualtool.ui.journal import Journal
from qualtool.ui.looking_again import LookingAgain
from qualtool.ui.memo_target import Target

if TYPE_CHECKING:
    from qualtool.analysis.memo_filter import MemoFilter
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project
    from qualtool.store.rows import MemoRow
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.memo_writing import Written
    from qualtool.ui.pages import Pages
    from qualtool.ui.panels.memo_drawer import MemoDrawer
    from qualtool.ui.panels.memo_editor import MemoEditor
    from qualtool.ui.panels.memo_list import MemoList


class Memos(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.drawer: MemoDrawer | None = None
        self.list: MemoList | None = None
        self.journal = Journal(window, self)
        self.looking = LookingAgain(window)
        self._last: int | None = None  # the memo that the list was left at
        self._warned = False
        window.steps.changed.connect(self._on_changes)

    def follow(self, pages: Pages) -> None:
        """Hear what these workspaces wish for."""
        pages.memo_wished.connect(self.write_on)
        pages.memo_chosen.connect(self.open_memo)
        pages.look_again_wished.connect(self.looking.next)

    def write(self) -> None:
        """Write a memo on what is chosen in the workspace in view, or on the study."""
        drawer = self.drawer
        focus: QWidget | None = QApplication.focusWidget()
        if self.list is not None:
            self.write_on(Target())
        elif self.journal.holds(focus):
            self.journal.begin()
        elif drawer is not None and focus is not None and drawer.isAncestorOf(focus):
            self.write_on(drawer.target())
        else:
            self.write_on(self.chosen())

    def panes(self) -> list[QWidget]:
        """What lies over the workspace and can be gone to by key."""
        return [each for each in (self.drawer, self.journal.drawer) if each is not None]

    def write_on(self, target: Target) -> None:
        """Write a memo on something."""
        from qualtool.analysis import memo_places

        project = self._window.project
        if project is None:
            return
        with project.read() as session:
            row = memo_places.blank(
                session, target.kind, target.id, span=target.span, coder_id=project.coder_id
            )
        if self.list is not None:
            self.list.write(row)
        else:
            self._open(project, row)

    def show_list(self) -> None:
        """Show all memos, as the list was left."""
        from qualtool.ui.panels.memo_list import MemoList

        project, window = self._window.project, self._window
        if project is None or self.list is not None or not self.leave():
            return
        self.list = made = MemoList(project)
        made.door_pressed.connect(self.go_to)
        made.new_wished.connect(self.write)
        made.removal_wished.connect(lambda ids: memo_acts.remove(project, ids, self._refuse))
        made.tie_wished.connect(self._ask_tie)
        made.export_wished.connect(self._export)
        made.refused.connect(self._refuse)
        made.editor.untie_wished.connect(self._untie)
        made.unkept.connect(self._rescue)
        made.left.connect(self._note_left)
        window.pages.show_sheet(made)
        if self._last is not None:
            made.choose(self._last)

    def open_memo(self, memo_id: int) -> None:
        """Open a memo that there is."""
        from qualtool.analysis import memos

        project = self._window.project
        if project is None:
            return
        with project.read() as session:
            row = memos.memo(session, memo_id)
        if row is not None:
            self._open(project, row)

    def go_to(self, row: MemoRow) -> None:
        """Show what a memo is on, where it is worked with."""
        window = self._window
        if self.list is not None and not self.list.editor.leave():
            return
        if row.span is not None:
            window.show_place(*row.span)
        elif row.target_id is not None:
            match row.target:
                case "document":
                    window.show_document(row.target_id)
                case "code":
                    window.show_code(row.target_id)
                case "theme":
                    window.show_theme(row.target_id)
                case "case":
                    window.show_case(row.target_id)
                case "activity":
                    window.show_workspace("material")
                    window.pages.tell("show_activity", row.target_id, only="material")

    def serve(self, editor: MemoEditor) -> None:
        """Hear what is wished for where a memo is written."""
        editor.door_pressed.connect(self.go_to)
        editor.refused.connect(self._refuse)
        editor.tie_wished.connect(lambda memo_id: self._ask_tie([memo_id]))
        editor.untie_wished.connect(self._untie)

    def leave(self) -> bool:
        """Keep what is half written and close; False, once, where it could not be kept."""
        self.looking.close()
        drawer = self.drawer
        kept = (self.list is None or self.list.editor.leave()) and self.journal.leave()
        if kept and (drawer is None or drawer.close_up()):
            self._warned = False
            if drawer is not None:
                drawer.deleteLater()
                self.drawer = None
            return True
        warned, self._warned = self._warned, True
        return warned

    def _open(self, project: Project, row: MemoRow) -> None:
        window = self._window
        window.searching.dismiss()
        if not self.journal.leave():
            return
        if self.drawer is None:
            from qualtool.ui.panels.memo_drawer import MemoDrawer

            self.drawer = made = MemoDrawer(window, window.pages, project)
            made.memo_chosen.connect(self.open_memo)
            self.serve(made.editor)
            made.list_wished.connect(self.show_list)
        self.drawer.open(row)

    def chosen(self) -> Target:
        """What is chosen in the workspace in view."""
        workspace = self._window.pages.workspace(self._window.pages.shown())
        chosen = getattr(workspace, "memo_target", None)
        return chosen() if chosen is not None else Target()

    def _untie(self, memo_id: int) -> None:
        if (project := self._window.project) is not None:
            memo_acts.tie(project, [memo_id], Target(), self._refuse)

    def _ask_tie(self, memo_ids: list[int]) -> None:
        window, project = self._window, self._window.project
        if project is not None:
            memo_ties.ask(
                window,
                window.searching.things(),
                self.chosen(),
                lambda target: memo_acts.tie(project, memo_ids, target, self._refuse),
            )

    def _export(self, wanted: MemoFilter) -> None:
        if self._window.project is not None and self.list is not None:
            said = memo_acts.export(self.list, self._window.project, wanted, self._refuse)
            if said:
                self._window.notices.say(said)

    def _refuse(self, error: QualtoolError) -> None:
        self._window.notices.refuse(error)

    def _rescue(self, row: MemoRow, written: Written) -> None:
        """What the list could not keep stays in the drawer, to be copied or tried again."""
        if (project := self._window.project) is not None:
            self._open(project, row)
            if self.drawer is not None:
                self.drawer.editor.take(row, written)

    def _note_left(self, memo_id: int | None) -> None:
        self.list, self._last = None, memo_id

    def _on_changes(self, changes: Changes) -> None:
        if self.list is not None:
            self.list.on_changes(changes)
        if self.drawer is not None:
            self.drawer.on_changes(changes)
