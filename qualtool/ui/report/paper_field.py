"""A field on the paper itself: the heading or the opening of a block, written where it prints."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.report import lettering

EDGE = 6  # pixels from the edge of the field to its words


@dataclass(frozen=True, slots=True)
class Writable:
    """A paragraph that can be written in where it stands: which, its words now, and its hint."""

    what: str  # heading, opening
    words: str
    hint: str


class PaperField(CommentField):
    """Lies over the paragraph it is for, as wide; grows with what is written.

    Enter ends a heading, Escape ends either; what was written is told, as by every such field.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", _("Text of the report"), placeholder="")
        self.setParent(parent)
        self.setProperty("role", "paper")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.key: int | None = None
        self.what = ""

    def begin(self, key: int, what: str, words: str, hint: str, size: float) -> None:
        """Write in this, in type of this size in points of the paper."""
        self.key = None
        font = lettering.face(size, bold=what == "heading")
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.setPlaceholderText(hint)
        self.setAccessibleName(_("Heading") if what == "heading" else _("Opening paragraph"))
        self._kept = words
        self.setPlainText(words)
        if what == "heading":
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().clearUndoRedoStacks()
        self._pause.stop()
        self.key, self.what = key, what
        self.show()
        self.raise_()

    def end(self) -> None:
        """Go away; what was written has been told."""
        self.key = None
        self.hide()

    def place(self, box: QRectF) -> None:
        """Lie over a paragraph of the page."""
        self.setFixedWidth(round(box.width()) + 2 * EDGE)
        self.move(round(box.left()) - EDGE, round(box.top()) - EDGE + 2)

    def tell(self) -> None:
        if self.key is not None:
            super().tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in elsewhere:
            self.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (entered and self.what == "heading"):
            self.tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)
