"""The field that a paragraph is corrected in: set as the text it lies over."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from qualtool.core.offsets import offsets_of
from qualtool.i18n import gettext as _
from qualtool.ui.reader.face import Face
from qualtool.ui.reader.paragraphs import TAB_STOP

PAD = 6
_BREAKS = {0x2029: "\n", 0x2028: "\n"}
_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ParagraphField(QTextEdit):
    """Enter ends, Shift+Enter begins a new paragraph, Escape gives up, Tab goes on to the next."""

    finished = Signal()
    given_up = Signal()
    step_wished = Signal(int)
    left = Signal(bool)  # whether by a click

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "correcting")
        self.setAcceptRichText(False)
        self.setAccessibleName(_("The paragraph, to be corrected"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.hide()

    def show_text(self, text: str, caret: int, face: Face) -> None:
        """Hold a paragraph, with the caret before one of its characters."""
        self.setPlainText(text)
        self.dress(face)
        cursor = self.textCursor()
        cursor.setPosition(offsets_of(text).to_utf16(caret))
        self.setTextCursor(cursor)

    def dress(self, face: Face) -> None:
        """Set the field as the text is set."""
        self.document().setDefaultFont(face.text)
        self.setTabStopDistance(face.advance * TAB_STOP)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(face.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(look)
        first = self.document().firstBlock()
        top = self.document().documentLayout().blockBoundingRect(first).top()
        line = first.layout().lineAt(0)
        lower = round(top + line.y() + line.ascent() - face.baseline) if line.isValid() else 0
        lower = min(max(lower, 1 - PAD), PAD - 1)
        self.setViewportMargins(PAD - 1, PAD - 1 - lower, PAD - 1, PAD - 1 + lower)

    def words(self) -> str:
        """What the field holds; spaces that do not break stay what they are."""
        return self.document().toRawText().translate(_BREAKS)

    def caret(self) -> int:
        """Where the caret stands in it, in code points."""
        return offsets_of(self.words()).to_code_points(self.textCursor().position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        aside = held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if shift:
                self.textCursor().insertBlock()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.finished.emit()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case Qt.Key.Key_Tab if not aside:
                self.step_wished.emit(1)
            case Qt.Key.Key_Backtab if not aside:
                self.step_wished.emit(-1)
            case Qt.Key.Key_Down if aside:
                self.step_wished.emit(1)
            case Qt.Key.Key_Up if aside:
                self.step_wished.emit(-1)
            case _:
                super().keyPressEvent(event)
        event.accept()  # no key of the text under it is meant

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit(event.reason() == Qt.FocusReason.MouseFocusReason)
