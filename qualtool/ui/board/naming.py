"""A name written on the board itself, where the theme or the card stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.board.contents import Key


class Naming:
    """One field at a time; it says what was written, unless Escape is pressed."""

    def __init__(self, said: Callable[[Key, str], object], done: Callable[[], object]) -> None:
        self._said, self._done = said, done
        self.field: NameField | None = None

    def start(self, parent: QWidget, box: QRect, key: Key, name: str) -> None:
        """Let the name of something be written over."""
        if self.field is not None:
            self.field.finish(keep=True)
        field = self.field = NameField(parent, name)
        field.setGeometry(box.left(), box.top() - 3, box.width(), field.sizeHint().height())
        field.finished = lambda keep: self._finish(field, key, name, keep)
        field.show()
        field.setFocus()
        field.selectAll()

    def _finish(self, field: NameField, key: Key, before: str, keep: bool) -> None:
        self.field = None
        field.hide()
        field.deleteLater()
        written = field.text().strip()
        if keep and written and written != before:
            self._said(key, written)
        self._done()


class NameField(QLineEdit):
    """Enter and leaving it keep what was written, Escape does not."""

    finished: Callable[[bool], object]

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(_("Name"))
        self._open = True

    def finish(self, *, keep: bool) -> None:
        """End it, once."""
        if self._open:
            self._open = False
            self.finished(keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish(keep=True)
