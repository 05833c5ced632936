"""Corrections in the window: what they did is said, and what they left open is decided on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.notices import Way

if TYPE_CHECKING:
    from qualtool.operations.correction import Corrected
    from qualtool.store.correcting_rows import LostRow
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.pages import Pages
    from qualtool.ui.panels.lost_sheet import LostSheet
    from qualtool.ui.workspaces.coding import CodingWorkspace


class Corrections(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sheet: LostSheet | None = None
        window.steps.changed.connect(self._show_rows)

    def follow(self, pages: Pages) -> None:
        """Hear what these workspaces wish for."""
        pages.corrected.connect(self.tell)
        pages.lost_wished.connect(self.show_lost)

    def correct(self) -> None:
        """Open the paragraph at the caret to be corrected."""
        self._window.show_workspace("coding")
        workspace = self.coding()
        if workspace is not None:
            workspace.correct_text()

    def coding(self) -> CodingWorkspace | None:
        """The coding workspace, where it has been made."""
        found = self._window.pages.workspace("coding")
        if found is None:
            return None
        from qualtool.ui.workspaces.coding import CodingWorkspace

        return found if isinstance(found, CodingWorkspace) else None

    def tell(self, made: Corrected) -> None:
        """Say at the foot what a correction did."""
        from qualtool.analysis import documents

        window, project = self._window, self._window.project
        if project is None or not made.edits:
            return
        with project.read() as session:
            names = {row.id: row.name for row in documents.documents(session)}
        words = ngettext(
            "Corrected {count} place in “{document}”",
            "Corrected {count} places in “{document}”",
            made.edits,
        ).format(count=made.edits, document=names.get(made.document_id, ""))
        if made.lost:
            gone = lost_in_words(len(made.lost))
            way = Way(_("Decide …"), self.show_lost)
            window.notices.say(f"{words} · {gone}", way, kind="caution")
            return
        if made.changed:
            words += " · " + ngettext(
                "{count} excerpt changed", "{count} excerpts changed", made.changed
            ).format(count=made.changed)
        window.notices.say(words, Way(_("Undo"), self._undo))

    def show_lost(self) -> None:
        """Show the excerpts that wait for a decision."""
        from qualtool.ui.panels.lost_sheet import LostSheet

        project, window = self._window.project, self._window
        if project is None:
            return
        window.show_workspace("coding")
        self.sheet = sheet = LostSheet()
        sheet.placed.connect(self._place)
        sheet.given_up.connect(self._give_up)
        sheet.place_wished.connect(self._choose_place)
        sheet.closed.connect(lambda: self._forget(sheet))
        sheet.destroyed.connect(lambda: self._forget(sheet))
        window.pages.show_sheet(sheet)
        self._show_rows()

    def replace(self) -> None:
        """Find words everywhere and replace them; what is selected in the text is looked for."""
        from qualtool.ui.replacing import Replacing

        project, window = self._window.project, self._window
        if project is None:
            return
        workspace = self.coding()
        if workspace is not None and not workspace.correcting.leave():
            return
        span = workspace.reader.selection() if workspace is not None else None
        page = workspace.reader.view.page if workspace is not None else None
        chosen = page.reading.text[slice(*span)] if page is not None and span else ""
        Replacing(window, project, chosen if len(chosen) < 60 and "\n" not in chosen else "")

    def _show_rows(self, *_changes: object) -> None:
        project, workspace = self._window.project, self.coding()
        if self.sheet is None or project is None or workspace is None:
            return
        from qualtool.analysis import lost_excerpts

        with project.read() as session:
            rows = lost_excerpts.lost_excerpts(session)
        page, span = workspace.reader.view.page, workspace.reader.selection()
        selected = (page.reading.document_id, span) if page is not None and span else None
        words = page.reading.text[slice(*span)] if page is not None and span else ""
        self.sheet.show_rows(rows, selected, words)

    def _place(self, excerpt_id: int, start: int, end: int) -> None:
        from qualtool.operations import lost_excerpts as deciding

        self._do(
            "place_excerpt_again",
            lambda session: deciding.place_again(session, excerpt_id, start, end),
        )

    def _give_up(self, excerpt_ids: list[int]) -> None:
        from qualtool.operations import lost_excerpts as deciding

        self._do("give_up_excerpts", lambda session: deciding.give_up(session, excerpt_ids))

    def _choose_place(self, row: LostRow) -> None:
        workspace = self.coding()
        if self.sheet is not None and workspace is not None:
            self.sheet.closed.emit()
            workspace.open_document(row.document_id)
            workspace.correcting.choose_place_for(row)

    def _do(self, action: str, act: Callable[[Any], object]) -> None:
        project = self._window.project
        if project is None:
            return
        try:
            with project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self._window.notices.refuse(error)

    def _forget(self, sheet: LostSheet) -> None:
        if self.sheet is sheet:  # it may be gone only after another has taken its place
            self.sheet = None

    def _undo(self) -> None:
        project = self._window.project
        if project is not None:
            try:
                project.undo()
            except QualtoolError as error:
                self._window.notices.refuse(error)


def lost_in_words(count: int) -> str:
    """How many excerpts have lost their words."""
    return ngettext(
        "{count} excerpt has lost its words", "{count} excerpts have lost their words", count
    ).format(count=count)
