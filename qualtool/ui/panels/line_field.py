"""A field of one line that makes one step of what was written in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from qualtool.i18n import gettext as _


class LineField(QLineEdit):
    """Says what was written when the field is left or Enter is pressed; Escape takes it back.

    Ctrl+Z is the field's own while it is being written in.
    """

    written = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._kept = ""
        self._hint: str | None = None  # while “Several” stands in its place
        self.setAccessibleName(name)
        self.editingFinished.connect(self.tell)

    def show_text(self, text: str | None) -> None:
        """Show what is kept now; None where several things are kept. What is being written stays.

        A field that shows several things says so, and keeps them until something is written.
        """
        kept = "" if text is None else text
        if self.isModified() and self.hasFocus() and kept == self._kept:
            return
        self._kept = kept
        if self.text() != kept:
            self.setText(kept)
            self.setCursorPosition(0)
        self.setModified(False)
        if text is None and self._hint is None:
            self._hint = self.placeholderText()
            self.setPlaceholderText(_("Several"))
        elif text is not None and self._hint is not None:
            self.setPlaceholderText(self._hint)
            self._hint = None

    def tell(self) -> None:
        """Say what is written now, if it is new."""
        text = self.text().strip()
        if self.isModified() and text != self._kept:
            self._kept = text
            self.setModified(False)
            self.written.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            return
        super().keyPressEvent(event)
