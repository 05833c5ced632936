"""The note beside an open project that says who has it open, where and since when.

The note is a small file that its holder keeps locked with the operating system for as long as
the project is open. A note that nobody keeps locked was left by a process that died, so a dead
holder is told from a living one for certain, whatever has become of its process number. Only a
note from another machine, carried here by a synchronised folder, has to be believed as it stands.
"""

from __future__ import annotations

import atexit
import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from qualtool.store.schema.base import now_ms

_LONGEST_NOTE: Final = 10_000  # bytes


class LocksUnknown(OSError):
    """The disk cannot keep two programs from writing to one file at once."""


@dataclass(frozen=True, slots=True)
class Note:
    """Who holds a project: a user's name, a machine's name, a process, a time (ms since 1970).

    Empty names and 0 where a holder's note cannot be read.
    """

    user: str = ""
    machine: str = ""
    process: int = 0
    since_ms: int = 0


@dataclass(frozen=True, slots=True)
class _Held:
    file: int
    note: Note


_held: dict[Path, _Held] = {}


def note_path(path: Path) -> Path:
    """Where the note of a project lies."""
    return path.with_name(f"{path.name}.lock")


def take(path: Path, *, by_force: bool = False) -> Note | None:
    """Leave our note beside `path`; returns somebody else's living note instead if there is one.

    `by_force` takes over a note from another machine, where nobody can tell whether its holder
    still lives; a holder on this machine is never robbed. Raises OSError where the folder cannot
    be written to.
    """
    place = note_path(path)
    while True:
        try:
            file = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        except PermissionError:
            if place.exists():  # another user's: theirs to take away
                return _peek(place)
            raise
        kept = False
        try:
            if not _lock(file):
                return _read(file)
            if not _is_at(file, place):
                continue  # its holder took it away between our opening and our locking it
            left = _read(file)
            if left.machine not in ("", platform.node()) and not by_force:
                return left
            note = Note(_user(), platform.node(), os.getpid(), now_ms())
            _write(file, note)
            _held[place] = _Held(file, note)
            kept = True
            return None
        except LocksUnknown:
            with suppress(OSError):
                if not _read(file).process:
                    place.unlink()  # made just now, by us
            raise
        finally:
            if not kept:
                os.close(file)


def release(path: Path) -> None:
    """Take our note away; does nothing where we have none."""
    place = note_path(path)
    held = _held.pop(place, None)
    if held is None or held.note.process != os.getpid():
        return
    with suppress(OSError):
        ours = _is_at(held.file, place) and _read(held.file) in (held.note, Note())
        if sys.platform == "win32":  # an open file cannot be removed there, and need not be:
            os.close(held.file)  # a note that another has opened meanwhile cannot be either
            if ours:
                place.unlink()
            return
        if ours:
            place.unlink()  # before letting go, so that nobody locks what is about to vanish
        os.close(held.file)


def _release_all() -> None:
    for place in tuple(_held):
        release(place.with_name(place.name.removesuffix(".lock")))


atexit.register(_release_all)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a process may run as a user that has no name
        return ""


def _is_at(file: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), place.stat())
    except FileNotFoundError:
        return False


def _read(file: int) -> Note:
    try:
        os.lseek(file, 0, os.SEEK_SET)
        return _worded(os.read(file, _LONGEST_NOTE))
    except OSError:
        return Note()


def _peek(place: Path) -> Note:
    try:
        return _worded(place.read_bytes()[:_LONGEST_NOTE])
    except OSError:
        return Note()


def _worded(written: bytes) -> Note:
    try:
        found = json.loads(written)
        return Note(
            user=str(found["user"]),
            machine=str(found["machine"]),
            process=int(found["process"]),
            since_ms=int(found["since_ms"]),
        )
    except (ValueError, TypeError, KeyError):
        return Note()


def _write(file: int, note: Note) -> None:
    with suppress(OSError):  # a full disk: the lock counts, the words are a courtesy
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, json.dumps(asdict(note), ensure_ascii=False, indent=1).encode())


if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 1 << 30  # a lock keeps others from reading what it covers: cover no words

    def _lock(file: int) -> bool:
        try:
            os.lseek(file, _FAR, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise LocksUnknown from error
        return True
