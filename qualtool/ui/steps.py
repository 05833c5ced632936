"""Undo and redo, and the words for what each step did at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from qualtool.analysis import history
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.notices import Notices, Way
from qualtool.ui.retiring import retiring

Field = QLineEdit | QTextEdit | QPlainTextEdit


class Steps(QObject):
    """Follows one open project; `changed` passes on what every step touched."""

    changed = Signal(object)  # Changes

    def __init__(self, parent: QObject, notices: Notices) -> None:
        super().__init__(parent)
        self._notices = notices
        self._project: Project | None = None
        self._leave: Callable[[], None] = lambda: None

    def follow(self, project: Project | None) -> None:
        """Follow this project from now on, and the one before no longer."""
        self._leave()
        self._project = project
        self._leave = project.listen(self._note) if project else lambda: None

    def undo(self) -> None:
        """Take the last step back; in a field being written in, the field's own last change."""
        field = _field()
        if field is not None:
            field.undo()
        elif self._project is not None:
            self._try(self._project.undo)

    def redo(self) -> None:
        """Do again what was undone last; in a field being written in, the field's own."""
        field = _field()
        if field is not None:
            field.redo()
        elif self._project is not None:
            self._try(self._project.redo)

    def next_undo(self) -> str | None:
        """The words of the step that would be undone."""
        step = self._project.next_undo() if self._project else None
        return history.step_in_words(step) if step else None

    def next_redo(self) -> str | None:
        """The words of the step that would be done again."""
        step = self._project.next_redo() if self._project else None
        return history.step_in_words(step) if step else None

    def _note(self, changes: Changes) -> None:
        self.changed.emit(changes)
        match changes.action:
            case "undo":
                words, way = self.next_redo(), Way(_("Redo"), self._redo_step)
                pattern = _("Undid: {step}")
            case "redo":
                words, way = self.next_undo(), Way(_("Undo"), self._undo_step)
                pattern = _("Did again: {step}")
            case _:
                words, way = self.next_undo(), Way(_("Undo"), self._undo_step)
                pattern = "{step}"
        if words:
            other = retiring(self._project, changes) if self._project else None
            self._notices.say(pattern.format(step=words), way, other=other)

    # The links at the foot mean the step they stand beside, whatever has the focus.

    def _undo_step(self) -> None:
        if self._project is not None:
            self._try(self._project.undo)

    def _redo_step(self) -> None:
        if self._project is not None:
            self._try(self._project.redo)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except QualtoolError as error:
            self._notices.refuse(error)


def _field() -> Field | None:
    """The field that is being written in, if any: Ctrl+Z is its own."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) and not widget.isReadOnly():
        return widget
    return None
