"""A field that says what a theme or a code means, and tells when it has been reworded."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from qualtool.ui.panels.comment_field import CommentField

INSET = 5  # pixels from the edge of a field to its words


class MeaningField(CommentField):
    """Tells what was written, and on being left whether the words are others than when entered."""

    reworded = Signal(str, str)  # the words before, the words now
    sat = Signal()  # it has been left: what is written next is another sitting

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__("", name, placeholder=placeholder)
        self.setProperty("role", "meaning")
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entered = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered = self.toPlainText().strip()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        now, before = self.toPlainText().strip(), self._entered
        self._entered = now
        self.sat.emit()
        if before not in ("", now):
            self.reworded.emit(before, now)


class NameField(CommentField):
    """The name of a theme, on as many lines as it needs; Enter ends it, an empty one comes back."""

    def __init__(self, name: str) -> None:
        super().__init__("", name, placeholder="")
        self.setProperty("role", "theme-title")
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def tell(self) -> None:
        if self.toPlainText().strip():
            super().tell()
        elif not self.hasFocus():
            kept, self._kept = self._kept, ""
            self.show_text(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))
