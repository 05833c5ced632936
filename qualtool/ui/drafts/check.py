"""The draft that is being checked: read beside the window, and held against the transcripts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qualtool.analysis import quotations, study
from qualtool.analysis.claim_finding import claims_in, study_words
from qualtool.analysis.quotations import Found, QuotationRow
from qualtool.core.claims import FoundClaim
from qualtool.core.draft import Draft
from qualtool.core.errors import QualtoolError
from qualtool.formats import drafts
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui import remembering
from qualtool.ui.jobs import Job, Progress

# What is said of a quotation beside its verdict hangs on these.
KNOWN_BY = (
    "coding", "code", "excerpt", "theme", "theme_code", "theme_excerpt", "speaker", "case",
    "document", "document_case", "consent", "study", "frame",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """A draft as it was when it was checked."""

    path: Path
    data: bytes
    stamp: tuple[int, int]  # when the file was changed last, and its size
    draft: Draft
    found: Sequence[Found]
    when: datetime


class DraftCheck(QObject):
    """Reads and checks one draft at a time. Nothing is ever written in the draft."""

    job_wished = Signal(object)  # Job
    refused = Signal(object)  # QualtoolError
    begun = Signal(str)  # the name of the draft that is being checked now
    told = Signal(int, int)  # how much is done of how much
    checked = Signal()  # another draft, or the same anew
    given_up = Signal()
    claims_found = Signal()
    rows_changed = Signal()  # what is known of the quotations

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._stopped: Event | None = None  # of the check that runs
        self._of_claims = False
        with project.read() as session:
            self._guid = study.guid(session)
        self.read: Read | None = None
        self.rows: Sequence[QuotationRow] = ()
        self.claims: Sequence[FoundClaim] | None = None  # None where they are not looked for yet
        self.outdated = False  # whether a transcript has been changed since

    @property
    def running(self) -> bool:
        """Whether a draft, or its claims, are being looked at now."""
        return self._stopped is not None

    @property
    def reading(self) -> bool:
        """Whether a draft is being read and its quotations looked for now."""
        return self.running and not self._of_claims

    def remembered(self) -> Path | None:
        """The draft that was checked last, if it is still there."""
        kept = remembering.draft_in(self._guid)
        return Path(kept) if kept and Path(kept).is_file() else None

    def choose(self, path: Path) -> None:
        """Check a draft, beside the window; what is being checked already is given up."""
        self.cancel()
        with self._project.read() as session:
            among = quotations.texts(session)
        stopped = self._stopped = Event()
        self._of_claims = False
        self.destroyed.connect(stopped.set)
        told = self.told.emit

        def work(progress: Progress) -> Read:
            def tell(done: int, total: int) -> None:
                if stopped.is_set():
                    progress.cancel()
                progress(done, total)
                with suppress(RuntimeError):  # the window has let go of this meanwhile
                    told(done, total)

            stamp = _stamp(path)
            data = drafts.load(path)
            draft = drafts.read(data, path.name)
            found = quotations.looked_for(draft, among, tell)
            return Read(path, data, stamp, draft, found, datetime.now().astimezone())

        self._run(path.name, stopped, work, self._take)

    def find_claims(self) -> None:
        """Look in the draft for sentences that say how many, beside the window."""
        read = self.read
        if read is None or self.running or self.claims is not None:
            return
        with self._project.read() as session:
            words = study_words(session)
        stopped = self._stopped = Event()
        self._of_claims = True
        draft = read.draft
        self._run(read.path.name, stopped, lambda _far: claims_in(draft, words), self._take_claims)

    def again(self) -> None:
        """Check the same draft once more, as it is now."""
        if self.read is not None:
            self.choose(self.read.path)
        elif (path := self.remembered()) is not None:
            self.choose(path)

    def cancel(self) -> None:
        """Give up what is being checked."""
        if self._stopped is not None:
            self._stopped.set()
            self._stopped = None
            self.given_up.emit()

    def changed_since(self) -> bool:
        """Whether the draft's file is another than the one that was checked."""
        return self.read is not None and _stamp(self.read.path) not in (self.read.stamp, _GONE)

    def refresh(self) -> None:
        """Look again at what is known of each quotation."""
        if self.read is None or self.outdated:
            return
        with self._project.read() as session:
            self.rows = quotations.with_what_is_known(session, self.read.found)
        self.rows_changed.emit()

    def on_changes(self, changes: Changes) -> None:
        """Follow what a step touched; in a text that was changed nothing is where it was."""
        if self.read is None:
            return
        if changes.touches("document_text"):
            self.outdated = True
            self.rows_changed.emit()
        elif changes.touches(*KNOWN_BY) and not self.outdated:
            self.refresh()

    # inside

    def _run(
        self,
        name: str,
        stopped: Event,
        work: Callable[[Progress], Any],
        take: Callable[[Any], None],
    ) -> None:
        """Let the window do it; what comes after it was stopped is not taken."""

        def end(then: Callable[[], None]) -> None:
            if isValid(self) and self._stopped is stopped:
                self._stopped = None
                then()

        def fail(error: QualtoolError) -> None:
            self.given_up.emit()
            self.refused.emit(error)

        self.begun.emit(name)
        self.job_wished.emit(
            Job(
                _("Checking “{file}”").format(file=name),
                work,
                lambda found: end(lambda: take(found)),
                failed=lambda error: end(lambda: fail(error)),
                cancelled=lambda: end(self.given_up.emit),
            )
        )

    def _take_claims(self, claims: Sequence[FoundClaim]) -> None:
        self.claims = claims
        self.claims_found.emit()

    def _take(self, read: Read) -> None:
        self.read, self.claims, self.outdated = read, None, False
        remembering.keep_draft(self._guid, str(read.path))
        with self._project.read() as session:
            self.rows = quotations.with_what_is_known(session, read.found)
        self.checked.emit()


_GONE = (0, 0)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return _GONE
    return found.st_mtime_ns, found.st_size
