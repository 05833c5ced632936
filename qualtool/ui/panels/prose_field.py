"""A field for running text, set to be read: the reading face, with air between the lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from qualtool.ui import fonts

LEADING = 122  # percent of the face's own


class ProseField(QTextEdit):
    """Takes plain text only; `left` tells that somebody has stopped writing in it."""

    left = Signal()

    def __init__(self, name: str, placeholder: str, size: float = 16.0) -> None:
        super().__init__()
        self._size = size
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("role", "bare")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(0)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show a text from its beginning; nothing before it can be taken back in the field."""
        self.setPlainText(text)
        self._lead()
        self.document().clearUndoRedoStacks()

    def write_on(self) -> None:
        """Go on where the text ends."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        font = fonts.reading(self._size)
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
            self._lead()

    def _lead(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(look)
