"""Builds the blocks of a report beside the window, one after the other, the one looked at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.i18n import gettext as _
from qualtool.reports import catalogue, frozen
from qualtool.reports.whose_codings import whose
from qualtool.store.beside import beside
from qualtool.store.project import Project, Session
from qualtool.ui.jobs import Job, Progress
from qualtool.ui.report.composing import Composed, Piece
from qualtool.ui.report.placing import Built


class Making(QObject):
    """Keeps what has been built; `made` tells of each block as it comes."""

    job_wished = Signal(object)  # Job
    made = Signal(int)  # key
    ended = Signal()  # nothing is left to be built

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._composed: Composed | None = None
        self._running = False
        self._awake = False  # nothing is built that nobody looks at
        self._wished: list[int] = []  # looked at, the last first
        self.moment = 0
        self.built: dict[int, Built] = {}
        self.told = ""  # whose codings are read, in the language of the report

    def show(self, composed: Composed) -> None:
        """Let these blocks be the report; what was built of it and still holds is kept."""
        self._composed = composed
        there = {piece.key for piece in composed.pieces}
        self.built = {key: each for key, each in self.built.items() if key in there}

    def became(self, keys: dict[int, int]) -> None:
        """A report that was suggested has been made: its blocks have other keys now."""
        self.built = {keys.get(key, key): each for key, each in self.built.items()}

    def wake(self, *, on: bool) -> None:
        """Go on building, or rest as long as something else is looked at."""
        self._awake = on
        if on:
            self.go_on()

    def age(self) -> None:
        """What a report shows has changed: nothing that was built holds any more."""
        self.moment += 1

    def wish(self, key: int) -> None:
        """Let this block be built next."""
        self._wished = [key, *(each for each in self._wished if each != key)][:8]
        self.go_on()

    def holds(self, key: int) -> bool:
        """Whether what was built of a block is as it is now."""
        piece = self._composed.piece(key) if self._composed else None
        here = self.built.get(key)
        return (
            piece is not None
            and self._composed is not None
            and here is not None
            and here.fits(piece, self._composed.language, self.moment)
        )

    @property
    def complete(self) -> bool:
        """Whether every block is built as it is now."""
        return self._composed is not None and all(
            self.holds(piece.key) for piece in self._composed.pieces
        )

    def go_on(self) -> None:
        """Build the next block that is not as it is now."""
        if self._running or not self._awake or self._composed is None:
            return
        piece = self._next()
        if piece is None:
            self.ended.emit()
            return
        project, language, moment = self._project, self._composed.language, self.moment

        def work(_progress: Progress) -> tuple[Built, str] | Exception:
            try:
                with beside(project) as session:
                    built = _built(session, piece, language, moment)
                    told = whose(session, language)
            except QualtoolError:
                raise
            except Exception as fault:
                return fault  # told where the window can go on
            return built, told[0] if told is not None else ""

        self._running = True
        self.job_wished.emit(
            Job(
                _("Building the report"),
                work,
                self._if_there(self._take),
                failed=self._if_there(lambda error: self._take_refusal(piece, error)),
                cancelled=self._if_there(self._stop),
            )
        )

    def report_of(self, key: int) -> Report | None:
        """What was built of a block, without its place."""
        here = self.built.get(key)
        return here.report if here is not None else None

    # inside

    def _next(self) -> Piece | None:
        assert self._composed is not None
        keys = [*self._wished, *(piece.key for piece in self._composed.pieces)]
        for key in keys:
            piece = self._composed.piece(key)
            if piece is not None and not self.holds(key):
                return piece
        self._wished.clear()
        return None

    def _take(self, found: tuple[Built, str] | Exception) -> None:
        self._running = False
        if isinstance(found, Exception):
            raise found
        built, self.told = found
        key = built.piece.key
        if self._composed is not None and self._composed.piece(key) is not None:
            self.built[key] = built
            self.made.emit(key)
        self.go_on()

    def _take_refusal(self, piece: Piece, error: QualtoolError) -> None:
        """The file could not be read: what was built before stays, and nothing more is tried."""
        self._running = False
        language = self._composed.language if self._composed is not None else "en"
        self.built[piece.key] = Built(piece, language, self.moment, None, str(error))
        self.made.emit(piece.key)

    def _stop(self, *_told: object) -> None:
        self._running = False

    def _if_there(self, act: Callable[..., None]) -> Callable[..., None]:
        """The job may outlive the workspace."""
        return lambda *told: act(*told) if isValid(self) else None


def _built(session: Session, piece: Piece, language: str, moment: int) -> Built:
    options = replace(piece.options, language=language)

    def now() -> Report:
        return catalogue.bare(session, piece.name, options)

    try:
        report = now() if piece.frozen_ms is None else frozen.kept(session, piece.key, now)
    except QualtoolError as error:
        return Built(piece, language, moment, None, str(error))
    return Built(piece, language, moment, report)
