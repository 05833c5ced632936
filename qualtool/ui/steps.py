"""Undo and redo, and the words for what each step did at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.ui.notices import Notices, Way
from qualtool.ui.retiring import retiring

if TYPE_CHECKING:
    from qualtool.store.journal import Changes
    from qualtool.store.project import Project
    from qualtool.store.schema import Step

Field = QLineEdit | QTextEdit | QPlainTextEdit


class Steps(QObject):
    """Follows one open project; `changed` passes on what every step touched."""

    changed = Signal(object)  # Changes

    def __init__(self, parent: QObject, notices: Notices) -> None:
        super().__init__(parent)
        self._notices = notices
        self._project: Project | None = None
        self._leave: Callable[[], None] = lambda: None
        self.blind: Callable[[], bool] = lambda: False  # whether the work of others is hidden

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
        else:
            self._undo_step()

    def redo(self) -> None:
        """Do again what was undone last; in a field being written in, the field's own."""
        field = _field()
        if field is not None:
            field.redo()
        else:
            self._redo_step()

    def next_undo(self) -> str | None:
        """The words of the step that would be undone; none for one that is hidden."""
        return self._in_words(self._project.next_undo() if self._project else None)

    def next_redo(self) -> str | None:
        """The words of the step that would be done again; none for one that is hidden."""
        return self._in_words(self._project.next_redo() if self._project else None)

    def _note(self, changes: Changes) -> None:
        self.changed.emit(changes)
        match changes.action:
            case "undo":
                words, way = self.next_redo(), Way(_("Redo"), self._redo_step)
                whose = self._whose(self._project.next_redo() if self._project else None)
                pattern = _("Undid what {coder} had done: {step}") if whose else _("Undid: {step}")
            case "redo":
                words, way = self.next_undo(), Way(_("Undo"), self._undo_step)
                whose = self._whose(self._project.next_undo() if self._project else None)
                pattern = (
                    _("Did again what {coder} had done: {step}")
                    if whose
                    else _("Did again: {step}")
                )
            case _:
                words, way = self.next_undo(), Way(_("Undo"), self._undo_step)
                pattern, whose = "{step}", ""
        if words:
            other = retiring(self._project, changes) if self._project else None
            self._notices.say(pattern.format(step=words, coder=whose), way, other=other)

    # The links at the foot mean the step they stand beside, whatever has the focus.

    def _undo_step(self) -> None:
        project = self._project
        if project is not None and not self._refused(project.next_undo()):
            self._try(project.undo)

    def _redo_step(self) -> None:
        project = self._project
        if project is not None and not self._refused(project.next_redo()):
            self._try(project.redo)

    # Whose a step is. Who codes blind neither reads nor takes back what others have done.

    def _of_another(self, step: Step | None) -> bool:
        project = self._project
        return (
            project is not None
            and step is not None
            and step.coder_id not in (None, project.coder_id)
        )

    def _refused(self, step: Step | None) -> bool:
        hidden = self._of_another(step) and self.blind()
        if hidden:
            words = _("The last change was made by another coder. It stays while you code blind.")
            self._notices.say(words, kind="caution")
        return hidden

    def _in_words(self, step: Step | None) -> str | None:
        if step is None:
            return None
        from qualtool.analysis import history

        return "" if self._of_another(step) and self.blind() else history.step_in_words(step)

    def _whose(self, step: Step | None) -> str:
        """The name of the other coder who took this step; empty for one's own."""
        if self._project is None or step is None or not self._of_another(step):
            return ""
        from qualtool.analysis import codebook

        with self._project.read() as session:
            rows = codebook.coders(session, wait=False)
        return next((row.name for row in rows if row.id == step.coder_id), "")

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
