"""What the disk or the database refuses, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

# What the driver raises of a file: its own errors, and one where a damaged file names its tables
# in letters that are none, which the driver cannot put into words.
OF_A_FILE: Final = (driver.Error, UnicodeDecodeError)


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Turn what the database says of the file at `path` into a QualtoolError.

    An error that is no fault of the disk (a rule of the database broken) is ours, and stays.
    """
    try:
        yield
    except (driver.Error, DBAPIError) as error:
        told = told_of(error, path)
        if told is None:
            raise
        raise told from error


def kind(error: Exception) -> str:
    """SQLite's word for an error without its beginning, such as FULL or CORRUPT; "" if none."""
    if isinstance(error, UnicodeDecodeError):
        return "CORRUPT"
    origin = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(origin, "sqlite_errorname", None) or "_"
    return str(name.split("_")[1])  # what follows is more than we tell apart


def told_of(error: Exception, path: Path) -> QualtoolError | None:
    """The plain words for an error of the database, None where it is a fault of ours."""
    match kind(error):
        case "FULL":
            return _error(
                "disk_full",
                _(
                    "The disk is full, so the last change to {file} was not made. Everything "
                    "before it is safe. Make room and do it again."
                ),
                path,
            )
        case "READONLY" | "IOERR" | "CANTOPEN" | "PERM" if not path.exists():
            return _error(
                "file_gone",
                _(
                    "{file} is no longer where it was opened, so the last change was not made. "
                    "Put the file, its folder or its disk back and open it again."
                ),
                path,
            )
        case "READONLY":
            return _error(
                "disk_refused",
                _(
                    "{file} can no longer be changed, so the last change was not made: it has "
                    "been made read-only, or another program has put another file in its place. "
                    "Close it and open it again."
                ),
                path,
            )
        case "IOERR" | "CANTOPEN" | "PERM":
            return _error(
                "disk_refused",
                _(
                    "The disk does not let {file} be read or changed just now, so the last change "
                    "was not made. Everything before it is safe. See that the disk is connected "
                    "and that its folder can be written to, and do it again."
                ),
                path,
            )
        case "BUSY" | "LOCKED" | "PROTOCOL":
            return _error(
                "file_busy",
                _("{file} is in use by another program just now. Try again in a moment."),
                path,
            )
        case "CORRUPT" | "NOTADB":
            return damaged(path)
    return None


def damaged(path: Path) -> QualtoolError:
    """An open project is found not to be whole."""
    return _error(
        "damaged",
        _(
            "{file} is damaged on the disk, so nothing more can be done in it. Close it and open "
            "it again: you are then told which backup to go on with."
        ),
        path,
    )


def _error(key: str, message: str, path: Path) -> QualtoolError:
    return QualtoolError(key, message, file=path.name)
