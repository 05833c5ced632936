"""Notes that a document was read from beginning to end: when asked, or when it was in reading mode.

In reading mode a reading is noted by itself once all of the text has passed through the window, in
no less time than a fast reader needs. Like every step it is told at the foot, with Undo beside it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from qualtool.core.errors import QualtoolError
from qualtool.operations import reading_through
from qualtool.store.project import Project
from qualtool.ui.reader.reader import Reader

FASTEST: Final = 80  # letters a second; an unhurried reader takes in about 25


class ReadingThrough(QObject):
    """Belongs to the coding workspace."""

    def __init__(
        self,
        reader: Reader,
        project: Project,
        refused: Callable[[QualtoolError], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(reader)
        self._reader, self._project, self._refused = reader, project, refused
        self._clock = clock
        self._on = False
        self._seen = 0  # down to here the text has been in view without a jump, in pixels
        self._since = 0.0
        self._noted: int | None = None  # the document whose reading this time is noted
        self._bar = reader.view.verticalScrollBar()
        self._bar.valueChanged.connect(lambda _value: self._look())
        reader.document_shown.connect(self._begin)

    def set_reading_mode(self, on: bool) -> None:
        """Follow the reading from now on, or no longer."""
        self._on = on
        self._begin()

    def note(self, kind: str = "read") -> None:
        """Note that the document was read from beginning to end."""
        page = self._reader.view.page
        if page is None or self._project.read_only:
            return
        document_id = page.reading.document_id
        try:
            with self._project.edit("read_through") as session:
                reading_through.note(
                    session, document_id, kind=kind, coder_id=self._project.coder_id
                )
        except QualtoolError as error:
            self._refused(error)

    def note_listened(self) -> None:
        """Note that the recording was listened to from beginning to end."""
        self.note("listened")

    def note_checked(self) -> None:
        """Note that the text was checked against the recording."""
        self.note("checked")

    def _begin(self) -> None:
        self._seen, self._since, self._noted = 0, self._clock(), None
        self._look()

    def _look(self) -> None:
        page = self._reader.view.page
        if not self._on or page is None or self._noted == page.reading.document_id:
            return
        top, height = self._bar.value(), self._bar.pageStep()
        if top <= self._seen + height // 2:
            self._seen = max(self._seen, top + height)
        whole = self._seen >= self._bar.maximum() + height and self._bar.maximum() > 0
        if whole and self._clock() - self._since >= len(page.reading.text) / FASTEST:
            self._noted = page.reading.document_id
            self.note()
