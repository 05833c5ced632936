"""A project file, open: read it, change it in steps, take steps back.

Nothing is ever "unsaved": a step that has ended is on the disk.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, insert, update
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store import backup, connection, journal, lock, opening, trail
from qualtool.store.journal import Changes, Listener
from qualtool.store.schema import Step, Study


@dataclass(frozen=True, slots=True)
class Opened:
    """How a project was opened, for the line at the foot of the window."""

    read_only: bool = False
    held_by: lock.Note | None = None
    cautions: tuple[str, ...] = ()


class Project:
    """An open project. Make one with `create` or `open_project`; close it when done."""

    def __init__(self, path: Path, link: Connection, opened: Opened, pass_phrase: str) -> None:
        self.path = path
        self.opened = opened
        self.coder_id: int | None = None
        self._link = link
        self._pass_phrase = pass_phrase
        self._listeners: list[Listener] = []
        self._in_step = False
        journal.install(link)
        self._trail = trail.Trail(trail.load(link))
        connection.forbid_writing(link)

    # reading

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking only: any write in it is an error."""
        with Session(self._link, autoflush=False, join_transaction_mode="rollback_only") as session:
            yield session

    @property
    def read_only(self) -> bool:
        """Whether somebody else holds the file, or the disk does not let us write."""
        return self.opened.read_only

    # changing

    @contextmanager
    def edit(self, action: str, *, reason: str = "") -> Iterator[Session]:
        """Open a step: everything done in it happens, or nothing does.

        `action` is a stable key, worded by `analysis.history`; `reason` is the researcher's own.
        A step that touched nothing leaves no trace. Raises QualtoolError where the project is
        read-only or the disk refuses; then nothing has changed.
        """
        with self._step(action, reason=reason) as session:
            yield session

    def undo(self) -> Step | None:
        """Take the last step back; the step taken back, or None where there is none."""
        return self._take_back("undo", self._trail.to_undo)

    def redo(self) -> Step | None:
        """Take the last undo back; the step that stands again, or None where there is none."""
        return self._take_back("redo", self._trail.to_redo)

    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._load_step(self._trail.to_undo)

    def next_redo(self) -> Step | None:
        """The step that `redo` would bring again."""
        step_id = self._trail.to_redo
        return self._load_step(self._trail.undone_by(step_id) if step_id else None)

    # being told

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the `Changes` of every step; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # closing

    def back_up(self) -> Path | None:
        """Write a verified backup now, beside the others; its path, None if nothing is new."""
        return backup.rotate(self.path, self._pass_phrase)

    def close(self) -> None:
        """Close the file and take the lock note away. May be called twice."""
        if self._link.closed:
            return
        connection.close(self._link)
        if not self.opened.read_only:
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

    @contextmanager
    def _step(
        self,
        action: str,
        *,
        reason: str = "",
        undoes: int | None = None,
    ) -> Iterator[Session]:
        if self._in_step:
            raise RuntimeError("a step is open already; operations compose inside one")
        if self.read_only:
            raise QualtoolError(
                "read_only",
                _("{file} is open for reading only, so nothing can be changed in it now."),
                file=self.path.name,
            )
        self._in_step = True
        try:
            with connection.writing(self._link, self.path):
                step_id = self._note_step(action, reason, undoes)
                journal.begin_step(self._link, step_id)
                with Session(
                    self._link, expire_on_commit=False, join_transaction_mode="rollback_only"
                ) as session:
                    yield session
                    session.flush()
                    self._keep_words(session, step_id)
                touched = journal.touched(self._link, step_id)
                if not touched:
                    raise connection.NothingDone
        finally:
            self._in_step = False
        if touched:
            self._trail.add(step_id, action, undoes)
            journal.notify(self._listeners, Changes(touched, action=action))

    def _note_step(self, action: str, reason: str, undoes: int | None) -> int:
        result = self._link.execute(
            insert(Step).values(
                action=action,
                coder_id=self.coder_id,
                reason=reason,
                undoes_id=undoes,
            )
        )
        key = result.inserted_primary_key
        assert key is not None
        return int(key[0])

    def _keep_words(self, session: Session, step_id: int) -> None:
        if about := session.info.get("about"):
            words = json.dumps(about, ensure_ascii=False)
            self._link.execute(update(Step).where(Step.id == step_id).values(about=words))

    def _take_back(self, action: str, step_id: int | None) -> Step | None:
        if step_id is None:
            return None
        told = step_id if action == "undo" else self._trail.undone_by(step_id)
        with self._step(action, undoes=step_id):
            journal.put_back(self._link, step_id)
        return self._load_step(told)

    def _load_step(self, step_id: int | None) -> Step | None:
        if step_id is None:
            return None
        with self.read() as session:
            step = session.get(Step, step_id)
            if step is not None:
                session.expunge(step)
            return step


def create(path: Path, *, name: str, language: str = "nb", pass_phrase: str = "") -> Project:
    """Make a new, empty project file and open it.

    With a pass phrase the file is encrypted (SQLCipher). Raises QualtoolError where a file is
    there already or the folder does not let us write; nothing is left behind then.
    """
    link = opening.create_file(path, pass_phrase)
    lock.take(path)
    project = Project(path, link, Opened(), pass_phrase)
    with project.edit("create_project") as session:
        journal.tell(session, name=name)
        session.add(Study(name=name, language=language))
    return project


def open_project(path: Path, *, pass_phrase: str = "", read_only: bool = False) -> Project:
    """Open a project file after checking it, with a backup made first.

    Opens for reading only where `read_only` is asked for, where another opener holds the file, or
    where the folder cannot be written to; `Project.opened` says which. Raises QualtoolError for
    what is no project, is damaged, is newer than this program, or holds what is not ours.
    """
    link, opened = opening.open_file(path, pass_phrase, read_only=read_only)
    return Project(path, link, opened, pass_phrase)


__all__ = ["Changes", "Opened", "Project", "Session", "create", "open_project"]
