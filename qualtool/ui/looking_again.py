"""Looking again at what was coded before a code or theme was defined anew, one by one by key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from qualtool.analysis.look_again import Look
    from qualtool.store.journal import Changes
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.panels.look_again_bar import LookAgainBar
    from qualtool.ui.panels.look_again_sheet import LookAgainSheet


class LookingAgain(QObject):
    """Belongs to the window. What waits is shown in the text, with a card to decide on it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bar: LookAgainBar | None = None
        self.sheet: LookAgainSheet | None = None
        self._at: int | None = None  # what the card shows
        self._opened: int | None = None  # what has been shown in the text
        window.steps.changed.connect(self._on_changes)

    def next(self) -> None:
        """Show the coding that is next, or the one on the card where it is not shown yet."""
        rows = self._waiting()
        if not rows:
            self._nothing_waits()
            return
        at = _place(rows, self._at)
        if self._at is not None and self._opened == self._at and rows[at].id == self._at:
            at = (at + 1) % len(rows)
        self._open(rows[at])

    def keep(self) -> None:
        """What is on the card is right as it is; on to the next."""
        self._settle_shown("kept")

    def change(self) -> None:
        """What is on the card has been changed; on to the next."""
        self._settle_shown("changed")

    def show_list(self) -> None:
        """Show all that wait."""
        from qualtool.ui.panels.look_again_sheet import LookAgainSheet

        window = self._window
        if window.project is None:
            return
        self.sheet = sheet = LookAgainSheet()
        sheet.settled.connect(self._settle)
        sheet.place_wished.connect(self._open_wished)
        sheet.closed.connect(self._forget_sheet)
        sheet.destroyed.connect(self._forget_sheet)
        window.pages.show_sheet(sheet)
        self._show_rows()

    def close(self) -> None:
        """Put the card away; what is left waits."""
        if self.bar is not None and isValid(self.bar):
            self._window.pages.currentChanged.disconnect(self._stay_with_text)
            self.bar.hide()
            self.bar.deleteLater()
            self._window.pages.top().setFocus()
        self.bar = self._at = self._opened = None

    def _waiting(self) -> list[Look]:
        from qualtool.analysis import look_again

        project = self._window.project
        if project is None:
            return []
        with project.read() as session:
            return look_again.waiting(session)

    def _open_wished(self, look_id: int) -> None:
        row = next((each for each in self._waiting() if each.id == look_id), None)
        if row is not None:
            self._open(row)

    def _open(self, row: Look) -> None:
        if self.sheet is not None:
            self.sheet.closed.emit()
        self._at = self._opened = row.id
        self._window.show_place(row.document_id, row.start, row.end)
        self._show_card()

    def _show_card(self) -> None:
        rows = self._waiting()
        if not rows:
            if self._at is not None:
                self._nothing_waits()
            self.close()
            return
        if self.bar is None or not isValid(self.bar):
            from qualtool.ui.panels.look_again_bar import LookAgainBar

            self.bar = made = LookAgainBar(self._window.pages)
            made.kept.connect(self.keep)
            made.changed.connect(self.change)
            made.next_wished.connect(self.next)
            made.list_wished.connect(self.show_list)
            made.closed.connect(self.close)
            self._window.pages.currentChanged.connect(self._stay_with_text)
        at = _place(rows, self._at)
        self._at = rows[at].id
        self.bar.show_look(rows[at], at + 1, len(rows))
        self._stay_with_text()

    def _stay_with_text(self, *_page: object) -> None:
        """Have the card over the text alone, and not over other workspaces or a sheet."""
        pages = self._window.pages
        if self.bar is not None and isValid(self.bar):
            self.bar.setVisible(pages.top() is pages.workspace("coding"))

    def _settle_shown(self, state: str) -> None:
        rows = self._waiting()
        if self.bar is None or not rows:
            self.next()
            return
        at = _place(rows, self._at)
        following = rows[at + 1 :] or rows[:at]
        self._at = following[0].id if following else rows[at].id
        self._settle([rows[at].id], state)
        if following:
            self._open(following[0])

    def _settle(self, look_ids: Sequence[int], state: str) -> None:
        from qualtool.operations import decisions

        project = self._window.project
        if project is None:
            return
        try:
            with project.edit("settle_look_again") as session:
                decisions.settle(session, look_ids, state)
        except QualtoolError as error:
            self._window.notices.refuse(error)

    def _show_rows(self) -> None:
        from qualtool.analysis import excerpts

        project = self._window.project
        if self.sheet is None or project is None:
            return
        rows = self._waiting()
        with project.read() as session:
            ids = {row.excerpt_id for row in rows}
            said = excerpts.excerpts(session, excerpt_ids=ids) if ids else []
        self.sheet.show_rows(rows, {each.id: each.text for each in said})

    def _nothing_waits(self) -> None:
        self._window.notices.say(_("Nothing waits for another look."))

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches("look_again", "coding", "code", "excerpt"):
            self._show_rows()
            if self.bar is not None and isValid(self.bar):
                self._show_card()


def _place(rows: Sequence[Look], look_id: int | None) -> int:
    return next((at for at, row in enumerate(rows) if row.id == look_id), 0)
