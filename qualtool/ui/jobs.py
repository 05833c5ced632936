"""Work beside the window: reading files, writing exports.

A job is a plain function that takes `progress` and knows neither Qt nor the window; of the open
project it reads with `store.beside`. What it returns comes back to the window's own thread, where
alone the project is changed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from qualtool.core.errors import QualtoolError
from qualtool.ui import garbage

PATIENCE_MS = 1000  # a job that is done by then is never shown


class Cancelled(Exception):
    """The researcher has had enough of a job."""


class Progress:
    """What a job is given: call it to tell how far it is, or ask whether to stop.

    ``progress(done, total, words)`` raises `Cancelled` once the job has been cancelled, so that
    a job stops wherever it tells; ``progress.cancelled()`` only asks.
    """

    def __init__(self, told: Callable[[int, int, str], None]) -> None:
        self._told = told
        self._stopped = threading.Event()

    def __call__(self, done: int, total: int, words: str = "") -> None:
        if self._stopped.is_set():
            raise Cancelled
        self._told(done, total, words)

    def cancelled(self) -> bool:
        """Whether the job should stop."""
        return self._stopped.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; what it returns is thrown away."""
        self._stopped.set()


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: what it is called, the function, and what becomes of its result.

    `failed` is told of a QualtoolError; without it the foot says it. Any other exception is a
    fault of ours and is reported as such. `cancelled` is called where the job was stopped.
    """

    words: str
    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Callable[[QualtoolError], None] | None = None
    cancelled: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class State:
    """How far the running job is, for the foot; `total` is 0 where it cannot be told."""

    words: str
    done: int = 0
    total: int = 0


class Jobs(QObject):
    """Runs jobs one after another in a thread of their own."""

    shown = Signal(object)  # State of a job that takes a while, None when there is none
    refused = Signal(object)  # QualtoolError of a job that does not handle its own
    _ended = Signal(object)  # _Running, from the thread
    _told = Signal(object, int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="qualtool-job")
        self._waiting: list[_Running] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._visible = False
        self._looking = QTimer(self)
        self._looking.setInterval(garbage.LOOKING_MS)
        self._looking.timeout.connect(garbage.look)

    def start(self, job: Job) -> Progress:
        """Run a job as soon as those before it have ended; `Progress.cancel` stops it."""
        running = _Running(job)
        running.progress = Progress(
            lambda done, total, words: self._told.emit(running, done, total, words)
        )
        if not self._waiting:
            garbage.hold()
            self._looking.start()
        self._waiting.append(running)
        self._threads.submit(self._run, running)
        if len(self._waiting) == 1:
            self._patience.start()
        return running.progress

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._waiting)

    def cancel(self) -> None:
        """Stop the job that runs and those that wait."""
        for running in self._waiting:
            running.progress.cancel()

    def close(self) -> None:
        """Stop everything, and wait until it has."""
        self.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)
        if self._waiting:
            self._waiting.clear()
            self._rest()
        self._show()

    def _run(self, running: _Running) -> None:
        """In the thread."""
        try:
            if not running.progress.cancelled():
                running.result = running.job.work(running.progress)
        except Cancelled:
            running.progress.cancel()
        except BaseException as error:
            running.error = error
        self._ended.emit(running)

    def _end(self, running: _Running) -> None:
        if running not in self._waiting:
            return
        self._waiting.remove(running)
        if not self._waiting:
            self._rest()
        self._visible = False
        self._show() if not self._waiting else self._patience.start()
        job, result, error = running.taken()
        if running.progress.cancelled():
            if job.cancelled is not None:
                job.cancelled()
        elif error is None:
            job.done(result)
        elif isinstance(error, QualtoolError):
            (job.failed or self.refused.emit)(error)
        else:
            raise error

    def _rest(self) -> None:
        self._looking.stop()
        garbage.release()

    def _tell(self, running: _Running, done: int, total: int, words: str) -> None:
        running.state = State(words or running.job.words, done, total)
        if self._visible and self._waiting and self._waiting[0] is running:
            self.shown.emit(running.state)

    def _show(self) -> None:
        self._visible = bool(self._waiting)
        self.shown.emit(self._waiting[0].state if self._waiting else None)


class _Running:
    """A job on its way."""

    progress: Progress

    def __init__(self, job: Job) -> None:
        self.job = job
        self.state = State(job.words)
        self.result: Any = None
        self.error: BaseException | None = None

    def taken(self) -> tuple[Job, Any, BaseException | None]:
        """The job and what came of it, which are not held here any more.

        The thread may be the last to let go of this; what the job holds of the window must not
        go with it.
        """
        found = self.job, self.result, self.error
        self.job, self.result, self.error = _NO_JOB, None, None
        return found


_NO_JOB = Job("", lambda _progress: None, lambda _result: None)
