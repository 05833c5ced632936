"""A field for a short comment, which grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from qualtool.i18n import gettext as _

PAUSE_MS = 2000
MOST_LINES = 12
_SHOWN_AS = str.maketrans("\u00a0\u2028\u2029", " \n\n")  # by Qt, in a field


class CommentField(QPlainTextEdit):
    """Says what was written when the field is left, or after a pause. Ctrl+Z is its own."""

    written = Signal(str)
    left = Signal()  # by Escape
    most_lines = MOST_LINES  # of more the rest is scrolled to

    def __init__(self, text: str, name: str, *, placeholder: str | None = None) -> None:
        super().__init__(text)
        self._kept = text
        self.setAccessibleName(name)
        self.setPlaceholderText(_("Comment …") if placeholder is None else placeholder)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        self.textChanged.connect(self._pause.start)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def show_text(self, text: str) -> None:
        """Show what is kept now; what is being written stays."""
        if text == self._kept:
            return
        written = self.toPlainText().strip()
        being_written = self.hasFocus() and written not in (_as_shown(self._kept), _as_shown(text))
        self._kept = text
        if not being_written and written != _as_shown(text):
            self.setPlainText(text)
        if not being_written:
            self._pause.stop()

    def tell(self) -> None:
        """Say what is written now, if it is new."""
        self._pause.stop()
        text = self.toPlainText().strip()
        if text != _as_shown(self._kept):
            # What is kept is told by `show_text`: where the change was refused, nothing was.
            self.written.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.tell()
            self.left.emit()
            event.ignore()  # what the field lies in may close
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The lines are counted anew only after this.
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        whole = max(1, int(self.document().size().height()))
        lines = min(self.most_lines, whole)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if whole > self.most_lines else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(lines * line + 14)
        if whole <= self.most_lines:
            self.verticalScrollBar().setValue(0)  # all of it is seen, from its first line


def _as_shown(text: str) -> str:
    """What a field gives back of a text that nobody has written in."""
    return text.translate(_SHOWN_AS).replace("\r\n", "\n").replace("\r", "\n").strip()
