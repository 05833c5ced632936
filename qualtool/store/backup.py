"""Backups of a project, beside it, verified, the newest few kept."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store import backup_names, connection, drafts, faults, inspection, recognising


def rotate(raw: driver.Connection, path: Path, key: str) -> Path | None:
    """Write a backup of the open project at `path` and delete those that are too many.

    The backup is encrypted as the project is. It is read again and checked before it counts.
    Returns its path; None where there is nothing new since the last. Raises QualtoolError where
    the disk refuses or the copy is not sound; the older backups are then untouched.
    """
    folder = backup_names.folder_of(path)
    try:
        with _at_rest(raw) as (step_id, ended_ms):
            made = folder / backup_names.name_for(path, step_id, ended_ms)
            if made.exists():
                return None
            mode = path.stat().st_mode
            if not folder.exists():
                folder.mkdir(0o777 if mode & 0o077 else 0o700)  # as private as the project
            drafts.tidy(folder)
            with drafts.draft(made) as part:
                part.touch(0o600)
                shutil.copyfile(path, part)
                part.chmod(stat.S_IMODE(mode) | stat.S_IWUSR)
                _verify(part, key)
    except inspection.Damaged as error:
        raise faults.damaged(path) from error
    except (OSError, *faults.OF_A_FILE) as error:
        if faults.kind(error) in ("CORRUPT", "NOTADB"):
            raise faults.damaged(path) from error
        raise QualtoolError(
            "no_backup",
            _(
                "No backup of {file} could be made in {folder}. Your work is saved, but see that "
                "there is room on the disk and that the folder can be written to."
            ),
            file=path.name,
            folder=folder.name,
        ) from error
    for file in backup_names.superfluous(existing(path)):
        with suppress(OSError):
            file.unlink()
    return made


def existing(path: Path) -> list[Path]:
    """The backups of a project, the newest first."""
    try:
        return backup_names.newest_first(path, backup_names.folder_of(path).iterdir())
    except OSError:
        return []


def newest_good(path: Path, pass_phrase: str) -> Path | None:
    """The newest backup of a project that opens and is whole; None if there is none.

    Made for when the project itself is damaged: it tries each in turn and takes its time.
    """
    for file in existing(path):
        with suppress(OSError, *faults.OF_A_FILE, inspection.Damaged, QualtoolError):
            _verify(file, recognising.key_of(file, pass_phrase))
            return file
    return None


def copy(raw: driver.Connection, path: Path, target: Path) -> None:
    """Copy the open project at `path` to a new file, as one whole state of it."""
    with _at_rest(raw):
        shutil.copyfile(path, target)


def _verify(file: Path, key: str) -> None:
    with closing(connection.dial(file, key)) as raw:
        inspection.check_ours(raw, file)
        inspection.check_sound(raw, file)


@contextmanager
def _at_rest(raw: driver.Connection) -> Iterator[tuple[int, int]]:
    """Keep everyone from writing to the file; gives the id of its last step and when it was.

    The file can be copied as a file then, which takes a tenth of the time SQLite needs. On POSIX
    systems the lock goes when the copying closes the file, so copying comes last in the block.
    """
    raw.execute("BEGIN")
    try:
        last = raw.execute("SELECT id, created_ms FROM step ORDER BY id DESC LIMIT 1")
        yield last.fetchone() or (0, 0)
    finally:
        raw.rollback()
