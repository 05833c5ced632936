"""The entries of the journal as pages of a diary: by day, the newest first, set to be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.core import memo_kind
from qualtool.core.day_words import day_in_words
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.store.rows import MemoRow
from qualtool.ui import fonts, icons
from qualtool.ui.memo_words import heading
from qualtool.ui.panels.formatted import as_html

PAGE = 12  # entries shown at a time
LONGEST = 1600  # code points of an entry; the rest is read where it is opened


class Entry(QFrame):
    """One entry; Enter or a press opens it, the arrows go to the next."""

    opened = Signal()
    moved = Signal(int)

    def __init__(self, memo: MemoRow) -> None:
        super().__init__()
        self.memo = memo
        self._font: QFont | None = None
        self.setProperty("role", "journal-entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{heading(memo)}. {facts(memo)}")
        self.setAccessibleDescription(memo.text[:LONGEST])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        quiet = QLabel(facts(memo))
        quiet.setProperty("role", "small")
        quiet.setTextFormat(Qt.TextFormat.PlainText)
        quiet.setWordWrap(True)
        head.addWidget(quiet, 1)
        if memo.private:
            lock = QLabel()
            lock.setPixmap(icons.icon("lock").pixmap(QSize(12, 12)))
            lock.setToolTip(_("Left out of what is exported, unless it is asked for"))
            head.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        if memo.title:
            title = QLabel(memo.title)
            title.setProperty("role", "strong")
            title.setTextFormat(Qt.TextFormat.PlainText)
            title.setWordWrap(True)
            column.addWidget(title)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setProperty("role", "journal-text")
        if memo.text.strip():
            column.addWidget(self._text)
        column.addLayout(head)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit()
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        font = fonts.reading(15)
        if font == self._font:
            return
        self._font, text = font, self.memo.text
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
        self._text.setText(as_html(shown, font))


class JournalEntries(QScrollArea):
    """Shows entries by day; `opened` tells which is wished to be written on."""

    opened = Signal(int)
    left = Signal()  # upwards, past the first

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Entries of the journal"))
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.setWidget(page)
        self._rows: Sequence[MemoRow] = ()
        self._most = PAGE
        self._nothing = ""
        self.entries: list[Entry] = []

    def show_entries(self, rows: Sequence[MemoRow], nothing: str) -> None:
        """Show these, the newest first; `nothing` is said where there are none."""
        if list(rows) == list(self._rows) and nothing == self._nothing:
            return
        if {row.id for row in rows}.isdisjoint(row.id for row in self._rows):
            self._most = PAGE
        self._rows, self._nothing = tuple(rows), nothing
        self._fill()

    def _fill(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        self.entries = []
        for day, memos in groupby(self._rows[: self._most], key=lambda memo: memo.date):
            self._add(_label(_day(day), "journal-day"))
            for memo in memos:
                entry = Entry(memo)
                entry.opened.connect(lambda row=memo.id: self.opened.emit(row))
                entry.moved.connect(lambda step, this=entry: self._go(this, step))
                self.entries.append(entry)
                self._add(entry)
        if not self._rows and self._nothing:
            self._add(_label(self._nothing, "hint"))
        if len(self._rows) > self._most:
            more = QToolButton()
            more.setText(_("Earlier entries"))
            more.setProperty("role", "link")
            more.clicked.connect(self._show_more)
            self._add(more)

    def _show_more(self) -> None:
        first = self._most
        self._most += PAGE
        self._fill()
        if first < len(self.entries):
            self.entries[first].setFocus()

    def _go(self, entry: Entry, step: int) -> None:
        place = self.entries.index(entry) + step
        if place < 0:
            self.left.emit()
        elif place < len(self.entries):
            self.entries[place].setFocus()
            self.ensureWidgetVisible(self.entries[place])

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)


def facts(memo: MemoRow) -> str:
    """Kind, order of interpretation, what it is on and by whom."""
    parts = (
        memo_kind.kind(memo.kind, language()),
        memo_kind.order(memo.interpretation, language()),
        memo.about,
        memo.coder,
    )
    return " · ".join(part for part in parts if part)


def _day(written: str) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written or _("Without a date")
    today = datetime.now(UTC).astimezone().date()
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    return day_in_words(day, language())


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
