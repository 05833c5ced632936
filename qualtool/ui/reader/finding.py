"""Finds words in the document that is shown, marks every place, and goes from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from qualtool.core.hits import Hits, Searchable
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.find_bar import FindBar
from qualtool.ui.reader.reader import Reader

_SLICE: Final = 0.006  # seconds: a very common letter stands in a long document 100,000 times
_AGAIN: Final = 0.1  # seconds
_LONGEST: Final = 80  # code points of a selection that is taken for what to look for
Span = tuple[int, int]


class Finding(QObject):
    """Joins a bar and a reader. The place that is gone to becomes the reader's selection."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._view = reader.view
        self.bar = FindBar()
        self.hits = Hits()
        self._searchable: Searchable | None = None
        self._coming: Iterator[Span | None] | None = None
        self._from = Caret()  # where the caret stood when the search began
        self._going = False  # to the first place, as soon as it is known
        self._told = 0.0  # when it was last shown how many there are
        self._ticks = QTimer(self, interval=0)
        self._ticks.timeout.connect(self._look_on)
        self.bar.changed.connect(lambda: self._begin())
        self.bar.stepped.connect(self._step)
        self.bar.left.connect(self.close)
        self.bar.coding_wished.connect(self._code)
        reader.document_shown.connect(self._on_document)
        reader.installEventFilter(self)

    def open(self) -> None:
        """Show the bar, its field at hand; what is selected is looked for, if it is short."""
        self._open(focus=True)

    def next(self) -> None:
        """Go to the next place; open the bar where it is closed."""
        self._step(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def close(self) -> None:
        """Take the bar and the marks away; the place that was gone to stays selected."""
        now = QApplication.focusWidget()
        at_bar = now is not None and self.bar.isAncestorOf(now)
        self._ticks.stop()
        self._coming = None
        self.hits = Hits()
        self.bar.hide()
        self._view.mark_hits(self.hits)
        if at_bar:
            self._reader.setFocus()

    def current(self) -> int | None:
        """The number of the place that is selected, counted from 0."""
        selected = self._reader.selection()
        if selected is not None:
            number = self.hits.from_place(selected[0])
            if number < len(self.hits) and self.hits[number] == selected:
                return number
        return None

    def _open(self, *, focus: bool) -> None:
        page = self._view.page
        if page is None:
            return
        selected = self._reader.selection()
        if not self.bar.isVisible():
            self._from = self._view.caret
        words = page.reading.text[slice(*selected)] if selected else ""
        if words.strip() and len(words) <= _LONGEST and "\n" not in words:
            self._from = Caret(selected[0], selected[0]) if selected else self._from
            self.bar.field.setText(words.strip())
        self.bar.show()
        if focus:
            self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.field.selectAll()
        # Made ready before the first key, and after the bar is seen.
        QTimer.singleShot(0, self, self._make_ready)
        if self.bar.field.text():
            self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In the text Escape first lets go of what is selected or chosen, and then closes the bar.
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress and self.bar.isVisible():
            reader = self._reader
            if reader.selection() is None and reader.chosen_excerpt() is None:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _make_ready(self) -> None:
        page = self._view.page
        if page is not None and self._searchable is None:
            self._searchable = Searchable(page.reading.text)

    def _begin(self, *, go: bool = True) -> None:
        self._make_ready()
        if self._searchable is None:
            return
        self.hits = Hits()
        words = self.bar.field.text()
        self._coming = self._searchable.looking(words, whole=self.bar.whole.isChecked())
        self._going = go
        self._told = 0.0
        if not words and go:
            self._view.set_caret(self._from, follow=False)
        self._look_on()

    def _look_on(self) -> None:
        """Look for some more places, until it would be felt."""
        if self._coming is None:
            self._ticks.stop()
            return
        until = perf_counter() + _SLICE
        add = self.hits.add
        for number, span in enumerate(self._coming):
            if span is not None:
                add(span)
            if (number % 200 == 0 or span is None) and perf_counter() > until:
                self._ticks.start()
                break
        else:
            self._coming = None
            self._ticks.stop()
        self._go_first()
        if self._coming is None or perf_counter() > self._told + _AGAIN:
            self._told = perf_counter()
            self._view.mark_hits(self.hits)
            self._tell()

    def _go_first(self) -> None:
        """Go to the first place from where the search began, once it is known; or round."""
        if not self._going or not self.hits:
            return
        start = min(self._from.position, self._from.anchor)
        number = self.hits.from_place(start)
        if number < len(self.hits):
            self._go(number)
        elif self._coming is None:
            self._go(0)

    def _step(self, step: int) -> None:
        if not self.bar.isVisible():
            gone_on = self._reader.selection() is None and step > 0
            self._open(focus=not self.bar.field.text())
            if gone_on:
                return
        if not self.hits:
            return
        now = self.current()
        if now is not None:
            number = now + step
        else:
            at = self.hits.from_place(self._view.caret.position)
            number = at if step > 0 else at - 1
        self._go(number % len(self.hits))
        self._tell()

    def _go(self, number: int) -> None:
        self._going = False
        self._reader.select(*self.hits[number])

    def _code(self) -> None:
        """Code what is selected: the place that was gone to, or as much as was made of it.

        The bar stays, so that the next place is at hand; whoever thinks better of it has the
        words selected in the text, to take in more of them.
        """
        if self._reader.selection() is not None:
            self._reader.setFocus()
            self._reader.open_palette()

    def _tell(self) -> None:
        self.bar.show_count(self.current(), len(self.hits), known=self._coming is None)

    def _on_document(self) -> None:
        self._searchable = None
        self._from = Caret()
        self.hits = Hits()
        if self.bar.isVisible():
            self._from = self._view.caret
            self._begin(go=False)
        else:
            self._view.mark_hits(self.hits)
