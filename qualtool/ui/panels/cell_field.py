"""The field in which a cell of a table of running text is written, over the cell itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

Length = Callable[[str], tuple[str, bool]]
WIDE, HIGH, LINE = 360, 196, 24
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellField(QPlainTextEdit):
    """Tab and Ctrl+Enter keep what is written and go on, Escape lets the cell be as it was.

    `length` tells how long a text is, and whether that is longer than usual, which is shown and
    never in the way.
    """

    written = Signal(str)
    left = Signal(int, int)  # rows down and columns on, to go on to

    def __init__(
        self,
        parent: QWidget,
        words: str,
        room: QRect,
        name: str,
        length: Length | None = None,
        high: int = HIGH,
    ) -> None:
        super().__init__(words, parent)
        self._before = words
        self._done = False
        self._length = length
        self.setAccessibleName(name)
        self.setProperty("role", "cell")
        self.count = QLabel(self)
        self.count.setVisible(length is not None)
        if length is not None:
            self.setViewportMargins(0, 0, 0, LINE)
            self.textChanged.connect(self._tell_length)
        # A cell is small; what is written in it is not. The field stays inside the table.
        wide, high = max(WIDE, room.width()), max(high, room.height())
        wide, high = min(wide, parent.width()), min(high, parent.height())
        left = min(max(0, room.left()), parent.width() - wide)
        top = min(max(0, room.top()), parent.height() - high)
        self.setGeometry(left, top, wide, high)
        self.count.setGeometry(10, high - LINE - 2, wide - 20, LINE)
        self._tell_length()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what is written, and go."""
        self._end(self.toPlainText().strip(), (0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        words = self.toPlainText().strip()
        if event.key() in _RETURN and control:
            self._end(words, (1, 0))
        elif event.key() == Qt.Key.Key_Tab:
            self._end(words, (0, 1))
        elif event.key() == Qt.Key.Key_Backtab:
            self._end(words, (0, -1))
        elif event.key() == Qt.Key.Key_Escape:
            self._end(self._before, (0, 0))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False  # Tab is a key of the field's own

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def _end(self, words: str, way: tuple[int, int]) -> None:
        if self._done:
            return
        self._done = True
        held = self.hasFocus()
        view = self.parentWidget()
        self.hide()
        self.deleteLater()
        if held and view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        if words != self._before:
            self.written.emit(words)
        self.left.emit(*way)

    def _tell_length(self) -> None:
        if self._length is None:
            return
        words, long = self._length(self.toPlainText())
        role = "caution" if long else "small"
        if self.count.property("role") != role:
            self.count.setProperty("role", role)
            self.count.style().unpolish(self.count)
            self.count.style().polish(self.count)
        self.count.setText(words)
