"""A text with Markdown in it as it is meant to look, shown while nobody is writing in its field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser

from qualtool.core.prose import hardened
from qualtool.ui import fonts, theme
from qualtool.ui.panels.prose_field import LEADING, ProseField

FEATURES = QTextDocument.MarkdownFeature.MarkdownNoHTML


def as_html(text: str, font: QFont) -> str:
    """Markdown as HTML for a label; pictures are not shown, tags of one's own are words."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setMarkdown(_shown(text), FEATURES)
    return document.toHtml()


def _shown(text: str) -> str:
    return hardened(text.replace("![", "["))


# The field is still written in: a menu or another window is over it for a while.
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Page(QTextBrowser):
    """Shows Markdown, fetches nothing, and leads nowhere."""

    def __init__(self, size: float = 16.0) -> None:
        super().__init__()
        self._size = size
        self._text = ""
        self.setOpenLinks(False)
        self.setProperty("role", "bare")
        self.document().setDocumentMargin(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.signals.changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self._text = text
        self._dress()

    def _dress(self) -> None:
        document = self.document()
        document.setDefaultFont(fonts.reading(self._size))
        document.setMarkdown(_shown(self._text), FEATURES)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(look)
        self.moveCursor(QTextCursor.MoveOperation.Start)


class Formatted(Page):
    """Lies over a field until that is written in; a press goes through to the field."""

    def __init__(self, field: ProseField, size: float = 16.0) -> None:
        super().__init__(size)
        self._field = field
        self.setParent(field)
        self.setProperty("role", "formatted")
        self.hide()
        field.installEventFilter(self)
        field.textChanged.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Resize:
                self.setGeometry(self._field.rect())
            case QEvent.Type.FocusIn:
                self.hide()
            case QEvent.Type.FocusOut if isinstance(event, QFocusEvent):
                if event.reason() not in _STAYING:
                    self._look(writing=False)
            case QEvent.Type.Show:
                self._look(writing=self._field.hasFocus())
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            self._field.write_on()

    def _look(self, *, writing: bool | None = None) -> None:
        if self._field.hasFocus() if writing is None else writing:
            self.hide()
            return
        text = self._field.toPlainText()
        if not text.strip():
            self.hide()
            return
        self.show_text(text)
        self.setGeometry(self._field.rect())
        self.show()
