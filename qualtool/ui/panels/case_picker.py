"""A field to choose a case in, or to name a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from qualtool.core.names import same, tidy


class CasePicker(QComboBox):
    """Shows a case; another may be chosen, or a name written that is none yet."""

    named = Signal(str)  # the name of a case; empty for none

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._kept = ""
        self._told = False  # just now, by the key or click that is still being handled
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        line = self.lineEdit()
        assert line is not None
        self._line = line
        line.setPlaceholderText(hint)
        self.set_name(name)
        line.editingFinished.connect(self._tell)
        completer = self.completer()
        assert completer is not None
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.activated.connect(lambda _index: self._tell())

    def set_name(self, name: str) -> None:
        """Say what the field is for, to those who cannot see where it stands."""
        self.setAccessibleName(name)
        self._line.setAccessibleName(name)

    def show_case(self, name: str, others: Sequence[str]) -> None:
        """Show what is kept now, among the cases there are."""
        if self._line.isModified() and self._line.hasFocus() and name == self._kept:
            return
        if [self.itemText(i) for i in range(self.count())] != list(others):
            self.clear()
            self.addItems(list(others))
        self._kept = name
        self.setCurrentIndex(self.findText(name))
        self.setEditText(name)
        self._line.setCursorPosition(0)
        self._line.setModified(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the pane never changes what a field says."""
        event.ignore()

    def _tell(self) -> None:
        name = tidy(self.currentText())
        if self._told or name == self._kept:
            return
        self._kept = next(
            (t for i in range(self.count()) if same(t := self.itemText(i), name)), name
        )
        self._line.setModified(False)
        completer = self.completer()
        offered = completer.popup() if completer is not None else None
        # A list of what is offered changes with the answer, and would choose again from that.
        self._told = offered is not None and offered.isVisible()
        QTimer.singleShot(0, self, self._settle)
        self.named.emit(self._kept)

    def _settle(self) -> None:
        """Put away what the list of completions wrote into the field after it was told."""
        self._told = False
        if not self._line.isModified() and self.currentText() != self._kept:
            self.setCurrentIndex(self.findText(self._kept))
            self.setEditText(self._kept)
            self._line.setModified(False)
