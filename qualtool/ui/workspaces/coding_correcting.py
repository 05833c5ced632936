"""Correcting in the coding workspace: paragraphs put right, and lost excerpts placed again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from qualtool.analysis import lost_excerpts
from qualtool.core.correction import Edit
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import correction
from qualtool.operations import lost_excerpts as deciding
from qualtool.store.correcting_rows import LostRow
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.notices import Way
from qualtool.ui.panels.banner import Banner
from qualtool.ui.reader.correcting import Correcting
from qualtool.ui.reader.reader import Reader

SHOWN = 60  # characters of an excerpt's old words


class CodingCorrecting(QObject):
    """Shows above the text what is going on: correcting, placing, or that something waits."""

    corrected = Signal(object)  # operations.correction.Corrected
    lost_wished = Signal()

    def __init__(
        self, project: Project, reader: Reader, refused: Callable[[QualtoolError], None]
    ) -> None:
        super().__init__(reader)
        self._project = project
        self._reader = reader
        self._refused = refused
        self._placing: LostRow | None = None
        self.banner = Banner("edit", "note", "muted")
        self.paragraph = Correcting(reader.view, self._correct)
        self.paragraph.wished.connect(self.begin)
        self.paragraph.begun.connect(self.refresh)
        self.paragraph.ended.connect(self.refresh)
        self.refresh()

    def begin(self) -> None:
        """Open the paragraph at the caret to be corrected."""
        if self._project.read_only:
            self._refused(
                QualtoolError(
                    "read_only",
                    _("This project is open for reading only, so its texts cannot be corrected."),
                )
            )
        else:
            self.paragraph.begin()

    def leave(self) -> bool:
        """Keep what is half corrected."""
        return self.paragraph.leave()

    def refresh(self) -> None:
        """Say again what is going on."""
        if self.paragraph.open:
            self.banner.show_words(
                _(
                    "Correcting · codings move with what you change · "
                    "Enter keeps, Tab goes on, Esc leaves it as it was"
                )
            )
        elif self._placing is not None:
            words = _("Select where “{words}” stands now.").format(words=shown(self._placing.words))
            ways = [
                Way(_("Place here"), self._place_on_selection),
                Way(_("Not now"), self._stop_placing),
            ]
            self.banner.show_words(words, ways)
        else:
            self._show_waiting()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        if changes.touches("excerpt", "document_text", "document"):
            self._look_at_placing()
            self.refresh()

    def _look_at_placing(self) -> None:
        """What has its words again, or is gone, is no longer waiting for a place."""
        if self._placing is not None:
            with self._project.read() as session:
                waiting = lost_excerpts.is_lost(session, self._placing.excerpt_id)
            self._placing = self._placing if waiting else None

    def choose_place_for(self, row: LostRow) -> None:
        """Let the passage be selected that a lost excerpt is to stand on."""
        self._placing = row
        self.refresh()
        self._reader.reveal(row.offset, flash=False)
        self._reader.setFocus()

    def _show_waiting(self) -> None:
        with self._project.read() as session:
            count = lost_excerpts.count(session)
        words = ngettext(
            "{count} excerpt has lost its words", "{count} excerpts have lost their words", count
        ).format(count=count)
        decide = Way(_("Decide …"), self.lost_wished.emit)
        self.banner.show_words(words if count else "", [decide] if count else [])

    def _place_on_selection(self) -> None:
        row, span = self._placing, self._reader.selection()
        page = self._reader.view.page
        if row is None or page is None:
            return
        if span is None or page.reading.document_id != row.document_id:
            words = _("Select the words in “{document}” first.")
            self._refused(QualtoolError("nothing_selected", words, document=row.document))
            return
        self._placing = None
        try:
            with self._project.edit("place_excerpt_again") as session:
                deciding.place_again(session, row.excerpt_id, *span)
        except QualtoolError as error:
            self._refused(error)
        self.refresh()
        self._reader.setFocus()

    def _stop_placing(self) -> None:
        self._placing = None
        self.refresh()
        self._reader.setFocus()

    def _correct(self, document_id: int, edits: Sequence[Edit], text: str) -> bool:
        try:
            with self._project.edit("correct_text") as session:
                made = correction.correct(session, document_id, edits, text=text)
        except QualtoolError as error:
            self._refused(error)
            return False
        self.corrected.emit(made)
        return True


def shown(words: str) -> str:
    """The beginning of some words, on one line."""
    plain = " ".join(words.split())
    return plain if len(plain) <= SHOWN else plain[:SHOWN].rsplit(" ", 1)[0] + " …"
