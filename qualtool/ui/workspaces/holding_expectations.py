"""Holding what was expected against the themes: one sheet, and each answer one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qualtool.analysis import codebook
from qualtool.analysis import expectations as looked_at
from qualtool.core.errors import QualtoolError
from qualtool.operations import expectations
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.panels.expectations_sheet import ExpectationsSheet


class HoldingExpectations(QObject):
    """Lays the sheet down and carries out what is said on it."""

    sheet_wished = Signal(object)  # QWidget

    def __init__(
        self, parent: QObject, project: Project, refused: Callable[[QualtoolError], object]
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._refused = refused
        self._theme: int | None = None
        self.sheet: ExpectationsSheet | None = None

    def show(self, theme_id: int | None = None) -> None:
        """Show all expectations beside the themes, this one the first to choose."""
        self._theme = theme_id
        self.sheet = sheet = ExpectationsSheet()
        sheet.noted.connect(self._note)
        sheet.written.connect(
            lambda memo, words: self._do(
                "write_expectation", lambda s: expectations.write(s, memo, words)
            )
        )
        sheet.removed.connect(
            lambda memo: self._do("remove_expectation", lambda s: expectations.remove(s, memo))
        )
        sheet.held.connect(
            lambda memo, theme, stands, note: self._do(
                "hold_expectation", lambda s: expectations.hold(s, memo, theme, stands, note)
            )
        )
        sheet.closed.connect(self._close)
        self._fill()
        self.sheet_wished.emit(sheet)

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        if changes.touches("memo", "memo_link", "theme", "coder"):
            self._fill()

    def aside(self) -> None:
        """Keep what is half written."""
        if self.sheet is not None and isValid(self.sheet):
            self.sheet.keep_written()

    def _fill(self, *, keeping: bool = True) -> None:
        if self.sheet is None or not isValid(self.sheet):
            self.sheet = None
            return
        if keeping:
            self.sheet.tell_cards()
        with self._project.read() as session:
            rows = looked_at.expectations(session)
            themes = {row.id: row.name for row in codebook.themes(session, wait=False)}
        self.sheet.show_expectations(rows, themes, self._theme)

    def _close(self) -> None:
        self.aside()
        self.sheet = None

    def _note(self, words: str) -> None:
        coder = self._project.coder_id
        self._do("note_expectation", lambda s: expectations.note(s, words, coder_id=coder))

    def _do(self, action: str, act: Callable[[Any], object]) -> None:
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self._refused(error)
            self._fill(keeping=False)  # what could not be kept would be refused again
