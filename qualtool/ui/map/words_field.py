"""The field in which the words of a thing on the map are written, over the thing itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

WIDE, HIGH = 180, 60


class WordsField(QPlainTextEdit):
    """Enter or leaving it keeps what is written, Shift+Enter begins a line, Escape lets it be."""

    written = Signal(str)

    def __init__(self, parent: QWidget, words: str, room: QRectF, name: str) -> None:
        super().__init__(words, parent)
        self._before = words
        self._done = False
        self.setAccessibleName(name)
        wide, high = max(WIDE, round(room.width())), max(HIGH, round(room.height()))
        left = round(room.center().x() - wide / 2)
        top = round(room.center().y() - high / 2)
        left = min(max(0, left), max(0, parent.width() - wide))
        top = min(max(0, top), max(0, parent.height() - high))
        self.setGeometry(left, top, wide, high)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what is written, and go."""
        self._end(self.toPlainText().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        breaks = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if breaks:
                self.textCursor().insertBlock()
                self.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
            else:
                self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._end(self._before)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def _end(self, words: str) -> None:
        if self._done:
            return
        self._done = True
        held = self.hasFocus()
        parent = self.parentWidget()
        self.hide()
        self.deleteLater()
        if held and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        self.written.emit(words)
