"""A passage as it stands in the file its document came from, with what was mended marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from qualtool.analysis.originals import InOriginal
from qualtool.core.offsets import offsets_of
from qualtool.i18n import gettext as _
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.import_preview import (
    MARKED,
    as_file,
    as_reading_pane,
    in_fixed_face,
    marked,
    plain,
)

AROUND = 20_000  # code points shown before and behind the passage


class OriginalSheet(QWidget):
    """Says that the file is being read, then shows the passage in it, or why it cannot."""

    closed = Signal()
    copy_wished = Signal()
    keep_wished = Signal()

    def __init__(self, document: str) -> None:
        super().__init__()
        self.setAccessibleName(_("In the original"))
        self._shown: InOriginal | None = None
        title = QLabel(_("In the original"))
        title.setProperty("role", "title")
        name = ElidedLabel(document)
        name.setProperty("role", "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(24, 20, 24, 16)
        head.setSpacing(14)
        head.addWidget(title)
        head.addWidget(name)
        head.addStretch(1)
        self.note = QLabel(_("Reading the file …"))
        self.note.setProperty("role", "quiet-text")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setContentsMargins(24, 0, 24, 16)
        self.raw = QTextEdit()
        as_reading_pane(self.raw, _("As it stands in the file"))
        self.raw.setViewportMargins(24, 12, 24, 12)
        keys = Qt.TextInteractionFlag
        self.raw.setTextInteractionFlags(keys.TextSelectableByMouse | keys.TextSelectableByKeyboard)
        in_fixed_face(self.raw)
        self.raw.hide()
        self.copy = QPushButton(_("Save a copy of the original …"))
        self.copy.clicked.connect(self.copy_wished)
        self.copy.hide()
        self.keep = QPushButton(_("Keep original files from now on"))
        self.keep.clicked.connect(self.keep_wished)
        self.keep.hide()
        self._close = close = QPushButton(_("Close"))
        close.setProperty("role", "plain")
        close.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.copy)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.raw, 1)
        self._filler = QWidget()
        column.addWidget(self._filler, 1)
        column.addLayout(foot)

    def show_place(self, found: InOriginal) -> None:
        """Show the file around a passage, and mark it."""
        self._shown = found
        low = max(0, found.start - AROUND)
        high = min(len(found.raw), found.end + AROUND)
        before, behind = "…\n" if low else "", "\n…" if high < len(found.raw) else ""
        self.raw.setPlainText(before + plain(found.raw[low:high]) + behind)
        as_file(self.raw)
        self._filler.hide()
        self.raw.show()
        self.note.setText(_said(found))
        self._mark()
        self.raw.setFocus()
        QTimer.singleShot(0, self.raw, self._go_there)

    def show_reason(self, words: str, *, offers_keeping: bool = False) -> None:
        """Say why there is nothing to show; `offers_keeping` where files could be kept."""
        self.note.setText(words)
        self.keep.setVisible(offers_keeping)
        self._close.setFocus()  # Return must not change a setting of the project

    def offer_copy(self) -> None:
        """Let the file itself be saved."""
        self.copy.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._mark()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None and event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self.raw, self._go_there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _mark(self) -> None:
        found = self._shown
        if found is None:
            return
        low = max(0, found.start - AROUND)
        ahead = 2 if low else 0
        offsets = offsets_of(self.raw.toPlainText())

        def at(start: int, end: int, role: str) -> QTextEdit.ExtraSelection:
            first, last = start - low + ahead, end - low + ahead
            return marked(self.raw, offsets.to_utf16(first), offsets.to_utf16(last), role)

        mended = [
            at(one.raw_start, one.raw_end, "good_tint")
            for one in found.repairs
            if low <= one.raw_start < one.raw_end <= found.end + AROUND
            and one.raw_end <= len(found.raw)
        ]
        passage = [
            at(start, end, "text_selection")
            for start, end in (found.parts or ((found.start, found.end),))
            if low <= start and end <= found.end + AROUND
        ]
        self.raw.setExtraSelections([*passage[:MARKED], *mended[:MARKED]])

    def _go_there(self) -> None:
        found = self._shown
        if found is None:
            return
        low = max(0, found.start - AROUND)
        cursor = QTextCursor(self.raw.document())
        offsets = offsets_of(self.raw.toPlainText())
        cursor.setPosition(offsets.to_utf16(found.start - low + (2 if low else 0)))
        self.raw.setTextCursor(cursor)
        bar = self.raw.verticalScrollBar()
        third = self.raw.viewport().height() // 3
        bar.setValue(bar.value() + self.raw.cursorRect().top() - third)


def _said(found: InOriginal) -> str:
    if found.corrected:
        return _(
            "These words were corrected, or names were replaced in them. Marked is what stands in "
            "the file."
        )
    if any(found.start <= one.raw_start and one.raw_end <= found.end for one in found.repairs):
        return _("The passage is marked, and in green what was mended when the file was read.")
    if found.start == found.end:
        return _("The file as it came in. In green is what was mended when it was read.")
    return _("The passage is marked. It stands in the file as it does in the document.")
