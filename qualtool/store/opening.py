"""Opening a project file, with everything checked that could be wrong with one."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from qualtool.core.errors import QualtoolError
from qualtool.store import (
    backup,
    connection,
    drafts,
    faults,
    holding,
    inspection,
    lock,
    recognising,
    refusals,
    surroundings,
)
from qualtool.store.assurance import Assurance
from qualtool.store.holding import Opened
from qualtool.store.migrations import MIGRATIONS, Migration, ahead, running
from qualtool.store.recognising import Kind


@dataclass(frozen=True, slots=True)
class Found:
    """An open file: where it is, its connection, its key ("" if not encrypted), and how it is."""

    path: Path
    raw: driver.Connection
    key: str
    opened: Opened
    assurance: Assurance | None = None  # what is to end before anything is written


def open_file(
    path: Path,
    phrase: str,
    *,
    read_only: bool = False,
    by_force: bool = False,
    at_once: bool = False,
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> Found:
    """Open and check a project file, back it up and bring it up to this version.

    With `at_once`, most of the checking and the backup are still to be begun, in a thread.
    What it takes and raises: see `project.open_project`.
    """
    key = _key(path, phrase)
    path = path.resolve()
    with ExitStack() as taken, refusals.told(path, phrase):
        raw = _dial(path, key)
        taken.callback(raw.close)
        waiting = ahead(inspection.check_ours(raw, path), migrations)
        opened = holding.hold(path, read_only=read_only, by_force=by_force)
        if not opened.read_only:
            taken.callback(lock.release, path)
        at_once = at_once and not waiting and _is_at_rest(raw)
        check = inspection.check_length if at_once else inspection.check_sound
        check(raw, path)
        cautions = opened.cautions + surroundings.cautions(path)
        if opened.read_only and waiting:
            raise refusals.too_old_to_read(path)
        if not (opened.read_only or at_once):
            raw.execute("PRAGMA journal_mode = DELETE")  # whatever another program has left it in
            drafts.tidy(path.parent)
            cautions += _back_up(raw, path, key, needed=bool(waiting))
        if waiting:
            running.run(raw, path, key, waiting)
            raw = connection.dial(path, key)
        taken.pop_all()
    opened = replace(opened, cautions=cautions)
    if not at_once:
        return Found(path, raw, key, opened)
    later = partial(_go_through, path, key, phrase, writes=not opened.read_only)
    return Found(path, raw, key, opened, Assurance(later))


def open_made(path: Path, key: str) -> Found:
    """Open a file that `making` has just made, with its lock note ours already."""
    with ExitStack() as taken, refusals.told(path, ""):
        taken.callback(lock.release, path)
        raw = connection.dial(path, key)
        taken.pop_all()
    return Found(path, raw, key, Opened(cautions=surroundings.cautions(path)))


def _is_at_rest(raw: driver.Connection) -> bool:
    """Whether the file is kept as we keep it, so that nothing need be written to open it."""
    (mode,) = raw.execute("PRAGMA journal_mode").fetchone()
    return str(mode) == "delete"


def _go_through(path: Path, key: str, phrase: str, *, writes: bool) -> tuple[str, ...]:
    """Check and back up a file that is open already, over a connection of its own."""
    with refusals.told(path, phrase), closing(_dial(path, key)) as raw:
        inspection.check_sound(raw, path)
        if not writes:
            return ()
        drafts.tidy(path.parent)
        return _back_up(raw, path, key, needed=False)


def _key(path: Path, phrase: str) -> str:
    try:
        if not path.exists():
            raise refusals.missing(path)
        if not path.is_file():
            raise refusals.not_a_file(path)
        match recognising.kind_of(path):
            case Kind.DATABASE:
                return ""
            case Kind.ENCRYPTED if phrase:
                return recognising.key_of(path, phrase)
            case Kind.ENCRYPTED:
                raise refusals.pass_phrase_needed(path)
        if not path.stat().st_size and path.suffix.casefold() == ".qualtool":
            raise refusals.empty(path)
    except OSError as error:
        raise refusals.unreadable(path) from error
    saved = backup.existing(path)
    if not saved:
        raise refusals.not_a_project(path)
    if not phrase and recognising.kind_of(saved[0]) is Kind.ENCRYPTED:
        raise refusals.pass_phrase_needed(path)  # to find out which backup is sound
    raise refusals.damaged(path, phrase)


def _dial(path: Path, key: str) -> driver.Connection:
    with ExitStack() as failing:
        try:
            raw = connection.dial(path, key)
            failing.callback(raw.close)
            raw.execute("PRAGMA user_version")  # the first thing that is read of the file
        except faults.OF_A_FILE as error:
            if key and faults.kind(error) == "NOTADB":
                raise refusals.pass_phrase_wrong(path) from error
            raise
        failing.pop_all()
        return raw


def _back_up(raw: driver.Connection, path: Path, key: str, *, needed: bool) -> tuple[str, ...]:
    try:
        backup.rotate(raw, path, key)
    except QualtoolError as error:
        if needed:
            raise
        return (str(error),)
    return ()
