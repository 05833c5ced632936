"""Shows what is not coded in the document, goes through it, and says how much is."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualtool.core.coverage import Coverage, Spoken, coverage, spoken
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.reader import Reader

_SLICE: Final = 0.006  # seconds
_LATE: Final = 150  # milliseconds after a coding: the coding is to be seen first


class Uncoded(QObject):
    """Off until it is asked for; then kept right as codings come and go.

    What counts as coded is what the reader was given: the codings of those coders that are shown.
    """

    changed = Signal()

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.shown = False
        self._reader = reader
        self._view = reader.view
        self._coverage = Coverage()
        self._words: Spoken | None = None
        self._coming: Iterator[Spoken] | None = None
        self._read: Spoken | None = None  # so far
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(lambda: self._read_on())
        self._late = QTimer(self, singleShot=True, interval=_LATE)
        self._late.timeout.connect(self._count)
        reader.document_shown.connect(self._on_document)
        reader.codings_shown.connect(self._late.start)

    def set_shown(self, shown: bool) -> None:
        """Mark what is not coded, or no longer."""
        if shown != self.shown:
            self.shown = shown
            self._on_document()

    def words(self) -> str:
        """How much is coded, for the foot of the window; empty while it is not shown."""
        if not self.shown or self._words is None or not self._coverage.words:
            return ""
        percent, count = self._coverage.percent, len(self._coverage.places)
        if self._view.page is not None and self._view.page.reading.speakers:
            coded = _("{percent} % of the informants’ words are coded").format(percent=percent)
        else:
            coded = _("{percent} % of the words are coded").format(percent=percent)
        if not count:
            return coded
        bare = ngettext("{count} place without a code", "{count} places without a code", count)
        return f"{coded} · {bare.format(count=count)}"

    def go(self, step: int) -> str:
        """Go to what is uncoded of the next turn (1) or before (-1); words where there is none."""
        view = self._view
        if view.page is None:
            return ""
        self._finish()
        found = self._coverage.beside(view.caret.position, step)
        if found is None:
            if not self._coverage.places:
                if self._coverage.coded == self._coverage.words:
                    return _("Everything in this document is coded.")
                return _("No place of five words or more is left without a code.")
            if step > 0:
                return _("No place after this one is without a code.")
            return _("No place before this one is without a code.")
        view.set_caret(Caret(found[0], found[0]), follow=False)
        view.reveal(*found)
        view.flash(*found)
        return ""

    def _finish(self) -> None:
        """Know now what else would be known in a moment."""
        if self._words is None:
            self._begin()
            self._read_on(inf)
        elif self._late.isActive():
            self._count()

    def _on_document(self) -> None:
        self._words = self._coming = self._read = None
        self._coverage = Coverage()
        self._reading.stop()
        if self.shown and self._view.page is not None:
            self._begin()
            self._read_on()
        self._show()

    def _begin(self) -> None:
        if self._view.page is not None:
            reading = self._view.page.reading
            asking = {each.number for each in reading.speakers if each.role == "interviewer"}
            self._coming = spoken(reading.text, reading.turns, asking)

    def _read_on(self, seconds: float | None = None) -> None:
        """Read some more words, until it would be felt."""
        until = perf_counter() + (_SLICE if seconds is None else seconds)
        for words in self._coming or ():
            self._read = words
            if perf_counter() > until:
                self._reading.start()
                return
        self._coming, self._words = None, self._read
        self._reading.stop()
        self._count()

    def _count(self) -> None:
        self._late.stop()
        if self._words is not None:
            codings = self._view.coded.codings
            self._coverage = coverage(self._words, ((each.start, each.end) for each in codings))
            self._show()

    def _show(self) -> None:
        self._view.mark_uncoded(self._coverage if self.shown else Coverage())
        self.changed.emit()
