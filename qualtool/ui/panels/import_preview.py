"""A file as it stands, beside what it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from qualtool.core.source import Source, Turn
from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.models.incoming import Entry
from qualtool.ui.panels.section import SectionHead

SHOWN = 12_000  # code points of a text that are shown
MARKED = 200  # places at most where a label is marked


class ImportPreview(QWidget):
    """The beginning of the chosen file, raw at the left and as a document at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._raw_text = ""
        self.raw = _reading_pane(_("As it stands in the file"))
        self.clean = _reading_pane(_("What it becomes"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(fonts.points(12))
        self.raw.setFont(fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(_column(_("As it stands in the file"), self.raw), 1)
        row.addWidget(upright_line())
        row.addWidget(_column(_("What it becomes"), self.clean), 1)

    def show_entry(self, entry: Entry | None) -> None:
        """Show what a file becomes; what stood in it follows with `show_raw`."""
        other = entry is None or self._entry is None or entry.found is not self._entry.found
        self._entry = entry
        if other:
            self._raw_text = ""
            self.raw.clear()
            self.clean.clear()
        self._show_clean()
        if not other:
            self._mark_labels()

    def show_raw(self, text: str) -> None:
        """Show how the file stands."""
        self._raw_text = text
        self.raw.setPlainText(text[:SHOWN] + ("\n…" if len(text) > SHOWN else ""))
        cursor = QTextCursor(self.raw.document())
        cursor.select(QTextCursor.SelectionType.Document)
        shape = QTextBlockFormat()
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        self._mark_labels()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_clean()
            self._mark_labels()
        super().changeEvent(event)

    def _show_clean(self) -> None:
        entry = self._entry
        if entry is None or entry.source is None:
            self.clean.setPlainText(entry.found.error if entry else "")
            return
        place = self.clean.verticalScrollBar().value()
        document = QTextDocument(self.clean)
        _write(document, entry.source)
        self.clean.setDocument(document)
        self.clean.verticalScrollBar().setValue(place)

    def _mark_labels(self) -> None:
        """Mark the labels that the document will not have any more."""
        self.raw.setExtraSelections(list(self._marks()))

    def _marks(self) -> Iterator[QTextEdit.ExtraSelection]:
        entry = self._entry
        if entry is None or entry.source is None or entry.found.source is None:
            return
        kept = {each.label for each in entry.source.speakers}
        gone = [s.label for s in entry.found.source.speakers if s.label not in kept]
        look = QTextCharFormat()
        look.setBackground(theme.current().colour("trouble_tint"))
        marked = 0
        for label in gone:
            cursor = self.raw.document().find(label)
            while not cursor.isNull() and marked < MARKED:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format = look
                yield selection
                marked += 1
                cursor = self.raw.document().find(label, cursor)


@dataclass(frozen=True, slots=True)
class _Looks:
    label: QTextCharFormat
    asking_label: QTextCharFormat
    said: QTextCharFormat
    asked: QTextCharFormat
    joined: QColor


def _looks() -> _Looks:
    colours = theme.current()

    def look(font_of: str, colour: str) -> QTextCharFormat:
        found = QTextCharFormat()
        is_label = font_of == "label"
        found.setFont(fonts.interface(11.5, bold=True) if is_label else fonts.reading(15))
        found.setForeground(colours.colour(colour))
        return found

    return _Looks(
        look("label", "ink"),
        look("label", "muted"),
        look("said", "ink"),
        look("said", "aside"),
        colours.colour("good_tint"),
    )


def _write(document: QTextDocument, source: Source) -> None:
    """Set the beginning of a text with its speakers, the joins of cues marked."""
    looks = _looks()
    cursor = QTextCursor(document)
    shape = QTextBlockFormat()
    shape.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setBottomMargin(8)
    cursor.setBlockFormat(shape)
    joins = (
        {each.offset for each in source.anchors} - {turn.start for turn in source.turns}
        if source.format in ("vtt", "srt")
        else set()
    )
    first = True
    for turn, start, end in _stretches(source):
        speaker = source.speakers[turn.speaker] if turn and turn.speaker is not None else None
        asks = speaker is not None and speaker.role == "interviewer"
        said = looks.asked if asks else looks.said
        for number, (begin, stop) in enumerate(_paragraphs(source.text, start, end)):
            if not first:
                cursor.insertBlock()
            first = False
            if number == 0 and speaker is not None:
                cursor.insertText(speaker.label, looks.asking_label if asks else looks.label)
                cursor.insertText("  ", said)
            _write_words(cursor, source.text, begin, stop, joins, said, looks.joined)
    if len(source.text) > SHOWN:
        cursor.insertBlock()
        cursor.insertText("…", looks.said)


def _write_words(
    cursor: QTextCursor,
    text: str,
    begin: int,
    stop: int,
    joins: set[int],
    said: QTextCharFormat,
    joined: QColor,
) -> None:
    at = begin
    for join in sorted(each for each in joins if begin < each < stop):
        cursor.insertText(text[at : join - 1], said)
        look = QTextCharFormat(said)
        look.setBackground(joined)
        cursor.insertText(text[join - 1 : join], look)
        at = join
    cursor.insertText(text[at:stop], said)


def _stretches(source: Source) -> Iterator[tuple[Turn | None, int, int]]:
    """The beginning of the text in turns, and what stands between them."""
    at = 0
    last = min(len(source.text), SHOWN)
    for turn in source.turns:
        if turn.start >= last:
            break
        if source.text[at : turn.start].strip():
            yield None, at, turn.start
        yield turn, turn.start, min(turn.end, last)
        at = turn.end
    if at < last and source.text[at:last].strip():
        yield None, at, last


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _reading_pane(name: str) -> QTextEdit:
    pane = QTextEdit()
    pane.setReadOnly(True)
    pane.setProperty("role", "bare")
    pane.setViewportMargins(12, 0, 8, 0)
    pane.setAcceptRichText(False)
    pane.setTabChangesFocus(True)
    pane.setFrameShape(QFrame.Shape.NoFrame)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.setAccessibleName(name)
    return pane


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
