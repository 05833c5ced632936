"""A project file, open: read it, change it in steps, take steps back.

Nothing is ever "unsaved": a step that has ended is on the disk.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store import (
    backup,
    connection,
    faults,
    journal,
    kept,
    lock,
    making,
    opening,
    trail,
    whose,
)
from qualtool.store.bare_rows import put
from qualtool.store.holding import Opened
from qualtool.store.journal import Changes
from qualtool.store.listeners import Listener, Listeners
from qualtool.store.opening import Found
from qualtool.store.schema import Step, Study

HOUR_S = 3600.0
_NO_STEP = 0  # a change noted under it is refused: there is no such step


class Project:
    """An open project. Make one with `create` or `open_project`; close it when done."""

    def __init__(self, found: Found) -> None:
        self.path = found.path
        self.opened = found.opened
        self.coder_id: int | None = None
        self.coders_read: frozenset[int] | None = None  # None: everybody's codings are read
        self._raw = found.raw
        self._assurance = found.assurance
        self.key = found.key
        self._link = connection.wrap(found.raw)
        self._listeners = Listeners()
        self._kept = kept.Kept()
        self._steps: dict[int, Step] = {}  # those that were asked for since the last
        self._in_step = False
        if not found.opened.read_only:
            journal.install(found.raw)
        self._trail = trail.Trail(trail.load(found.raw))
        self._backed_up = (self._trail.last, time.monotonic())
        connection.forbid_writing(self._link)

    # reading

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking only: any write in it is an error.

        Where another opener may be writing, all that is read in one block is of one moment. Only
        codings of the coders in `coders_read` are read, where that is not None.
        Raises QualtoolError where the disk does not let the file be read.
        """
        begins = self.read_only and not self._raw.in_transaction
        with faults.worded(self.path):
            if begins:
                self._raw.execute("BEGIN")
            try:
                with self._session(autoflush=False) as session:
                    if self.coders_read is not None:
                        whose.limit(session, self.coders_read)
                    if not self._in_step:
                        self._kept.stand_for((self.coders_read, self._written_by_others()))
                        kept.offer(session, self._kept)
                    yield session
            finally:
                if begins:
                    self._raw.rollback()

    @property
    def protected(self) -> bool:
        """Whether the file is encrypted with a pass phrase."""
        return bool(self.key)

    @property
    def read_only(self) -> bool:
        """Whether somebody else holds the file, or the disk does not let us write."""
        return self.opened.read_only

    # changing

    @contextmanager
    def edit(
        self, action: str, *, reason: str = "", goes_on: int | None = None
    ) -> Iterator[Session]:
        """Open a step: everything done in it happens, or nothing does.

        `action` is a stable key, worded by `analysis.history`; `reason` is the researcher's own.
        A step that touched nothing leaves no trace. With the number of the last step in
        `goes_on`, what is done becomes part of that one, as when something long is being
        written; where another has come after it, a step of its own is opened. Raises
        QualtoolError where the project is read-only or the disk refuses; then nothing has changed.
        """
        with self._step(action, reason=reason, goes_on=goes_on) as session:
            yield session

    @contextmanager
    def clear_out(self) -> Iterator[Session]:
        """Take away what no step notes, such as original files: for good, and leaving no step.

        Raises QualtoolError as `edit` does; a change to anything that steps do note is an error
        of the database.
        """
        self._begin()
        try:
            with connection.writing(self._link, self.path):
                self._link.begin()
                journal.begin_step(self._raw, _NO_STEP)
                with self._session() as session:
                    yield session
                    session.flush()
                connection.check_unbroken(self._link)
        finally:
            self._end()

    def undo(self) -> Step | None:
        """Take the last step back; the step taken back, or None where there is none."""
        step_id = self._trail.to_undo
        if step_id is None:
            return None
        self._put_back("undo", step_id)
        return self._load_step(step_id)

    def redo(self) -> Step | None:
        """Take the last undo back; the step that stands again, or None where there is none."""
        undone = self._trail.to_redo
        if undone is None:
            return None
        self._put_back("redo", undone.undo_id)
        return self._load_step(undone.step_id)

    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._load_step(self._trail.to_undo)

    def next_redo(self) -> Step | None:
        """The step that `redo` would bring again."""
        undone = self._trail.to_redo
        return self._load_step(undone.step_id if undone else None)

    # being told

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the `Changes` of every step; returns what ends that."""
        return self._listeners.add(listener)

    # keeping

    @property
    def assured(self) -> bool:
        """Whether `assure` takes no time."""
        return self._assurance is None or self._assurance.ended

    def begin_to_assure(self) -> None:
        """Begin with what `assure` waits for, now that the project is shown."""
        if self._assurance is not None:
            self._assurance.begin()

    def assure(self) -> None:
        """Wait until the file is known to be whole, and backed up, where it was opened before.

        Raises QualtoolError where it is damaged; it is to be closed then.
        """
        if self._assurance is not None:
            cautions = self.opened.cautions + self._assurance.result()
            self.opened = replace(self.opened, cautions=cautions)
            self._assurance = None

    def back_up(self) -> Path | None:
        """Write a verified backup now, in the folder beside the project.

        Returns its path; None where nothing is new since the last, or we only read. Raises
        QualtoolError where none can be made; the project itself and older backups are safe then.
        """
        if self._in_step:
            raise RuntimeError("a step is open: a backup holds whole steps")
        if self.read_only:
            return None
        self.assure()
        self._backed_up = (self._trail.last, time.monotonic())
        return backup.rotate(self._raw, self.path, self.key)

    def backup_due(self, after_s: float = HOUR_S) -> bool:
        """Whether there is something new, and the last backup (or trial) is an hour ago."""
        step_id, moment = self._backed_up
        return self._trail.last != step_id and time.monotonic() - moment >= after_s

    def close(self) -> None:
        """Close the file and take the lock note away. May be called twice."""
        if self._in_step:
            raise RuntimeError("a step is open: end it before closing")
        if self._link.closed:
            return
        if self._assurance is not None:
            self._assurance.settle()
        try:
            connection.close(self._link)
        finally:
            if not self.read_only:
                lock.release(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # inside

    def _written_by_others(self) -> int:
        """A number that is another one when another opener has written."""
        if not self.read_only:
            return 0
        return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _step(
        self,
        action: str,
        *,
        reason: str = "",
        undoes: int | None = None,
        goes_on: int | None = None,
    ) -> Iterator[Session]:
        self._begin()
        joins = goes_on is not None and goes_on == self._trail.last == self._trail.to_undo
        try:
            with connection.writing(self._link, self.path):
                self._link.begin()  # the session must not end it
                if goes_on is not None and joins:
                    step_id = goes_on
                else:
                    step_id = self._note_step(action, reason, undoes)
                journal.begin_step(self._raw, step_id)
                with self._session(expire_on_commit=False) as session:
                    yield session
                    session.flush()
                    self._keep_words(session, step_id)
                connection.check_unbroken(self._link)
                touched = journal.settle(self._raw, step_id)
                # Without a trace, undo would never get past what it took back.
                stays = joins or action in trail.FENCES
                leaves_trace = bool(touched) or undoes is not None or stays
                if not leaves_trace:
                    raise connection.NothingDone
        finally:
            self._end()
        if leaves_trace:
            if not joins:
                self._trail.add(step_id, action)
            changes = Changes(touched, action=action)
            with self.read() as session:
                former = cache(partial(journal.former, self._raw, step_id))
                self._kept.take_in(kept.Passed(changes, former, goes_on=joins), session)
            self._listeners.tell(changes)

    def _begin(self) -> None:
        if self._in_step:
            raise RuntimeError("a step is open already; operations compose inside one")
        if self.read_only:
            raise QualtoolError(
                "read_only",
                _("{file} is open for reading only, so nothing can be changed in it now."),
                file=self.path.name,
            )
        self.assure()
        self._in_step = True

    def _end(self) -> None:
        self._in_step = False
        self._steps.clear()

    def _session(self, *, autoflush: bool = True, expire_on_commit: bool = True) -> Session:
        return Session(
            self._link,
            autoflush=autoflush,
            expire_on_commit=expire_on_commit,
            join_transaction_mode="rollback_only",
        )

    def _note_step(self, action: str, reason: str, undoes: int | None) -> int:
        about = {"action": action, "coder_id": self.coder_id, "reason": reason}
        return put(self._raw, Step, **about, undoes_id=undoes)

    def _keep_words(self, session: Session, step_id: int) -> None:
        if about := session.info.get("about"):
            words = json.dumps(about, ensure_ascii=False)
            self._raw.execute("UPDATE step SET about = ? WHERE id = ?", (words, step_id))

    def _put_back(self, action: str, step_id: int) -> None:
        with self._step(action, undoes=step_id):
            journal.put_back(self._raw, step_id)

    def _load_step(self, step_id: int | None) -> Step | None:
        if step_id is None:
            return None
        if step_id not in self._steps or self.read_only:
            with self.read() as session:
                self._steps[step_id] = trail.step(session, step_id)
        return self._steps[step_id]


def create(
    path: Path,
    *,
    name: str,
    language: str = "nb",
    pass_phrase: str = "",
    fill: Callable[[Session], None] | None = None,
) -> Project:
    """Make a new project file and open it.

    With a pass phrase the file is encrypted (SQLCipher). `fill` may put a first content in: it
    is part of the first step, which cannot be undone. Raises QualtoolError where a file is there
    already or the folder does not let us write. On any error, and if the process is killed on
    the way, there is no file at `path`.
    """
    path = path.parent.resolve() / path.name
    key = making.new_key(pass_phrase)
    with making.made(path, key) as draft:
        found = Found(draft, connection.dial(draft, key), key, Opened())
        with _opened(found) as project, project.edit("create_project") as session:
            journal.tell(session, name=name)
            session.add(Study(name=name, language=language))
            session.flush()
            if fill is not None:
                fill(session)
    return _opened(opening.open_made(path, key))


def open_project(
    path: Path,
    *,
    pass_phrase: str = "",
    read_only: bool = False,
    by_force: bool = False,
    at_once: bool = False,
) -> Project:
    """Open a project file after checking it, with a backup made first.

    Opens for reading only where `read_only` is asked for, where another opener holds the file, or
    where the folder cannot be written to; `Project.opened` says which. `by_force` takes a project
    over that another machine is said to hold. A project of an earlier version is brought up to
    this one. Raises QualtoolError for what is no project, is damaged, is newer than this program,
    or holds what is not ours; with the keys "pass_phrase_needed" and "pass_phrase_wrong" for an
    encrypted one. With `at_once` it can be read before all of it is checked and it is backed up,
    which is begun by `Project.begin_to_assure`; `Project.assure` says how that went, and every
    step waits for it.
    """
    return _opened(
        opening.open_file(
            path, pass_phrase, read_only=read_only, by_force=by_force, at_once=at_once
        )
    )


def _opened(found: Found) -> Project:
    try:
        return Project(found)
    except BaseException:
        if found.assurance is not None:
            found.assurance.settle()
        found.raw.close()
        if not found.opened.read_only:
            lock.release(found.path)
        raise


__all__ = ["Changes", "Opened", "Project", "Session", "create", "open_project"]
