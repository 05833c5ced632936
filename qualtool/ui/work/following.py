"""How the work was done, in the window: the sheet opened at a page, and the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from qualtool.analysis.step_detail import Touched
    from qualtool.store.journal import Changes
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.work.sheet import WorkSheet


class Work(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sheet: WorkSheet | None = None
        self._last = "trail"
        window.steps.changed.connect(self._on_changes)

    def show_last(self) -> None:
        """Show the sheet as it was left."""
        self.show(self._last)

    def show_trail(self) -> None:
        """Show every step."""
        self.show("trail")

    def show_snapshots(self) -> None:
        """Show the snapshots of the codebook."""
        self.show("snapshots")

    def show_phases(self) -> None:
        """Show the phase log."""
        self.show("phases")

    def show_coverage(self) -> None:
        """Show how evenly the documents were worked with."""
        self.show("coverage")

    def show_review(self) -> None:
        """Show the questions of self-review."""
        self.show("review")

    def show(self, key: str) -> QWidget | None:
        """Show a page of the sheet."""
        window, project = self._window, self._window.project
        if project is None or not window.memos.leave():
            return None
        if self.sheet is None:
            from qualtool.ui.work.sheet import WorkSheet

            self.sheet = made = WorkSheet(project)
            made.page_made.connect(self._follow)
            made.left.connect(self._note_left)
            page = made.show_page(key)
            window.pages.show_sheet(made)
            return page
        page = self.sheet.show_page(key)
        self.sheet.setFocus()
        return page

    def go_to(self, thing: Touched) -> None:
        """Show something that a step touched, where it is worked with."""
        window = self._window
        if thing.span is not None:
            window.show_place(*thing.span)
        elif thing.id is not None:
            match thing.kind:
                case "document":
                    window.show_document(thing.id)
                case "code":
                    window.show_code(thing.id)
                case "theme":
                    window.show_theme(thing.id)
                case "case":
                    window.show_case(thing.id)
                case "memo":
                    window.show_workspace(window.pages.shown())
                    window.memos.open_memo(thing.id)
                case "activity":
                    window.show_workspace("material")
                    window.pages.tell("show_activity", thing.id, only="material")

    def _follow(self, page: QWidget) -> None:
        """Hear what a page wishes for; a page has what it has of these."""
        window = self._window
        heard = {
            "door_pressed": self.go_to,
            "refused": window.notices.refuse,
            "said": window.notices.say,
        }
        for name, hear in heard.items():
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(hear)

    def _note_left(self, key: str) -> None:
        self.sheet = None
        self._last = key or self._last

    def _on_changes(self, changes: Changes) -> None:
        if self.sheet is not None:
            self.sheet.on_changes(changes)
