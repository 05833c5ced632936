"""A file as it stands, beside what it becomes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTextEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.offsets import offsets_of
from qualtool.core.pseudonyms import Place
from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.models.incoming import Entry
from qualtool.ui.models.naming import is_replaced, places_of
from qualtool.ui.panels.import_columns import ImportColumns
from qualtool.ui.panels.import_page import SHOWN, marks_in, page_of, write
from qualtool.ui.panels.section import SectionHead

MARKED = 400  # places at most that are marked
# What Qt would take for a new line, or leave out, is shown as one character that it does not.
_PLAIN = str.maketrans({"\r": " ", "\0": "�", "\f": "⏎", "\v": "⏎", "\u2028": "⏎", "\u2029": "⏎"})


class ImportPreview(QWidget):
    """The beginning of the chosen file, raw at the left and as a document at the right.

    A click on a marked name, or Space with the caret in it, replaces it or lets it stand; `]` and
    `[` go to the next and the one before.
    """

    switched = Signal(list, bool)  # of Place

    def __init__(self) -> None:
        super().__init__()
        self.columns = ImportColumns()
        self._entry: Entry | None = None
        self._raw_text = ""
        self.raw = QTextEdit()
        as_reading_pane(self.raw, _("As it stands in the file"))
        self.clean = CleanPane()
        as_reading_pane(self.clean, _("What it becomes"))
        self.clean.setPlaceholderText(_("Choose one file to see what it becomes."))
        self.clean.chosen.connect(self._switch)
        in_fixed_face(self.raw)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QStackedWidget()
        self._left.addWidget(_column(_("As it stands in the file"), self.raw))
        self._left.addWidget(self.columns)
        row.addWidget(self._left, 1)
        row.addWidget(upright_line())
        row.addWidget(_column(_("What it becomes"), self.clean), 1)

    def in_order(self) -> list[QWidget]:
        """What is at the left and at the right, in the order of Tab."""
        columns = self._left.currentWidget() is self.columns
        return [*(self.columns.in_order() if columns else [self.raw]), self.clean]

    def show_entry(self, entry: Entry | None) -> None:
        """Show what a file becomes; what stood in it follows with `show_raw`.

        Of the answers to a survey the columns are shown instead, to say what they are.
        """
        survey = entry is not None and entry.found.survey is not None
        self._left.setCurrentIndex(int(survey))
        if entry is not None and survey:
            self.columns.show_entry(entry)
        other = entry is None or self._entry is None or entry.found is not self._entry.found
        self._entry = entry
        if other:
            self._raw_text = ""
            self.raw.clear()
            self.clean.clear()
        self._show_clean()
        if other and entry is not None and entry.source is not None and entry.source.raw:
            self._set_raw(entry.source.raw)
        else:
            self._mark_raw()

    def show_raw(self, text: str) -> None:
        """Show how the file stands, where its reader did not say."""
        source = self._entry.source if self._entry is not None else None
        if source is None or not source.raw:
            self._set_raw(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_clean()
            self._mark_raw()
        super().changeEvent(event)

    def _set_raw(self, text: str) -> None:
        self._raw_text = plain(text)
        cut = "\n…" if len(text) > SHOWN else ""
        self.raw.setPlainText(self._raw_text[:SHOWN] + cut)
        as_file(self.raw)
        self._mark_raw()

    def _show_clean(self) -> None:
        entry = self._entry
        page = page_of(entry) if entry is not None else None
        if page is None:
            self.clean.show_names([])
            self.clean.setPlainText(entry.found.error if entry else "")
            return
        place = self.clean.verticalScrollBar().value()
        caret = self.clean.textCursor().position()
        document = QTextDocument(self.clean)
        written = write(document, page)
        self.clean.setDocument(document)
        self.clean.show_names(marks_in(written))
        cursor = self.clean.textCursor()
        cursor.setPosition(min(caret, document.characterCount() - 1))
        self.clean.setTextCursor(cursor)
        self.clean.verticalScrollBar().setValue(place)

    def _switch(self, place: Place) -> None:
        if self._entry is not None:
            self.switched.emit([place], not is_replaced(self._entry, place))

    def _mark_raw(self) -> None:
        """Mark what the document will not have any more: names, and what was mended."""
        self.raw.setExtraSelections(list(self._marks()))

    def _marks(self) -> Iterator[QTextEdit.ExtraSelection]:
        entry = self._entry
        if entry is None or entry.source is None or not self._raw_text:
            return
        shown = self._raw_text[:SHOWN]
        offsets = offsets_of(shown)
        repairs = [
            (repair.raw_start, repair.raw_end, "good_tint")
            for repair in (entry.source.repairs if entry.source.raw else ())
            if repair.raw_start < repair.raw_end <= len(shown)
        ]
        names = [(each.start, each.end, "trouble_tint") for each in _names(entry, shown)]
        for start, end, role in (*repairs[:MARKED], *names[:MARKED]):
            yield marked(self.raw, offsets.to_utf16(start), offsets.to_utf16(end), role)


class CleanPane(QTextEdit):
    """The text as it comes in, in which names can be chosen."""

    chosen = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._names: list[tuple[int, int, Place]] = []

    def show_names(self, names: list[tuple[int, int, Place]]) -> None:
        """The names that can be chosen, and where they stand."""
        self._names = names
        keys = Qt.TextInteractionFlag
        self.setTextInteractionFlags(keys.TextSelectableByMouse | keys.TextSelectableByKeyboard)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        found = self._name_at(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if found is not None and left and not self.textCursor().hasSelection():
            self.chosen.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self._name_at(event.position().toPoint())
        hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(beam if found is None else hand)
        if found is not None:
            words = _("Replace this name, or let it stand")
            QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.textCursor().position()
        if event.key() == Qt.Key.Key_Space and (found := self._name_around(here)) is not None:
            self.chosen.emit(found)
        elif event.text() == "]":
            self._go(next((each for each in self._names if each[0] > here), None))
        elif event.text() == "[":
            before = [each for each in self._names if each[1] < here]
            self._go(before[-1] if before else None)
        else:
            super().keyPressEvent(event)

    def _go(self, name: tuple[int, int, Place] | None) -> None:
        if name is not None:
            cursor = self.textCursor()
            cursor.setPosition(name[0])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _name_at(self, point: QPoint) -> Place | None:
        if not self._names:
            return None
        cursor = self.cursorForPosition(point)
        return self._name_around(cursor.position())

    def _name_around(self, position: int) -> Place | None:
        for start, end, place in self._names:
            if start <= position <= end:
                return place
        return None


def _names(entry: Entry, text: str) -> list[Place]:
    """Where names stand that the document will not have."""
    if entry.replaces:
        return [each for each in places_of(entry, text) if each.sure]
    if entry.source is None or entry.found.source is None:
        return []
    kept = {each.label for each in entry.source.speakers}
    labels = [each.label for each in entry.found.source.speakers if each.label not in kept]
    return [
        Place(start, start + len(label), "")
        for label in labels
        for start in _occurrences(text, label)
    ]


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while words and at >= 0:
        yield at
        at = text.find(words, at + len(words))


def plain(text: str) -> str:
    """A text as long as before, without characters that Qt would take for others."""
    return text.replace("\r\n", " \n").translate(_PLAIN)


def as_file(pane: QTextEdit) -> None:
    """Set what stands in a pane as files are shown: in a fixed face, with air between lines."""
    cursor = QTextCursor(pane.document())
    cursor.select(QTextCursor.SelectionType.Document)
    shape = QTextBlockFormat()
    shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(shape)


def in_fixed_face(pane: QTextEdit) -> None:
    """Let a pane write every character as wide as the next."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setPointSizeF(fonts.points(12))
    pane.setFont(fixed)


def marked(pane: QTextEdit, start: int, end: int, role: str) -> QTextEdit.ExtraSelection:
    """A stretch of a pane, in UTF-16 units, on the ground that a role of the look says."""
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(pane.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setBackground(theme.current().colour(role))
    selection.cursor = cursor
    selection.format = look
    return selection


def as_reading_pane(pane: QTextEdit, name: str) -> None:
    """Make a pane one to read in, without a frame, known by this name."""
    pane.setReadOnly(True)
    pane.setProperty("role", "bare")
    pane.setViewportMargins(12, 0, 8, 0)
    pane.setAcceptRichText(False)
    pane.setTabChangesFocus(True)
    pane.setFrameShape(QFrame.Shape.NoFrame)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.setAccessibleName(name)


def upright_line() -> QFrame:
    """A line between two columns."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedWidth(1)
    return line


def _column(title: str, pane: QTextEdit) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(4, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(SectionHead(title))
    column.addWidget(pane, 1)
    return frame
