"""Making a new project file: it is there whole, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_mock_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store import connection, drafts, faults, inspection, lock, pass_phrase
from qualtool.store.schema import VERSION, Base

_DIALECT: Final = sqlite.dialect()
_LONGEST_NAME = 255 - len("-journal")  # bytes: SQLite needs a longer name beside it


def new_key(phrase: str) -> str:
    """The key for a new file with this pass phrase; "" for none."""
    return pass_phrase.key(phrase, os.urandom(pass_phrase.SALT_LENGTH)) if phrase else ""


@contextmanager
def made(path: Path, key: str) -> Iterator[Path]:
    """A draft of a project file with its tables, moved to `path` when the block ends well.

    The lock note beside `path` is then ours. On any error nothing is left behind. Raises
    QualtoolError where a file is there already, the name is none, or the folder refuses.
    """
    _check_place(path)
    try:
        if lock.take(path) is not None:
            raise _exists(path)
        with drafts.draft(path) as part:
            _make_tables(part, key)
            yield part
            if os.path.lexists(path):
                raise _exists(path)
    except BaseException as error:
        lock.release(path)
        cause = error.__cause__ if _is_of_draft(error) else error
        if isinstance(cause, OSError | driver.Error | DBAPIError):
            raise _refused(path, cause) from error
        raise


def _is_of_draft(error: BaseException) -> bool:
    """Whether an error names the draft, which the researcher has never heard of."""
    return isinstance(error, QualtoolError) and drafts.is_draft(str(error.data.get("file")))


def _make_tables(part: Path, key: str) -> None:
    with closing(connection.dial(part, key, mode="rwc")) as raw:
        raw.execute("PRAGMA journal_mode = OFF")  # a draft is thrown away when this fails
        raw.execute("PRAGMA synchronous = OFF")  # and brought to the disk when it is whole
        raw.execute("BEGIN")
        for statement in _statements():
            raw.execute(statement)
        inspection.set_version(raw, VERSION)
        raw.execute("COMMIT")


@cache
def _statements() -> tuple[str, ...]:
    """What makes the tables, in an order in which each finds those it refers to."""
    said: list[str] = []
    engine = create_mock_engine(
        "sqlite://", lambda each, *_parameters: said.append(str(each.compile(dialect=_DIALECT)))
    )
    Base.metadata.create_all(engine, checkfirst=False)
    return tuple(said)


def _check_place(path: Path) -> None:
    name = os.fsencode(path.name)
    if not name or b"\x00" in name or len(name) > _LONGEST_NAME:
        raise _impossible(path)
    if os.path.lexists(path):
        raise _exists(path)
    if not path.parent.is_dir():
        raise QualtoolError(
            "folder_missing",
            _("There is no folder {folder}. Make it first, or choose another one for {file}."),
            file=path.name,
            folder=path.parent,
        )


def _exists(path: Path) -> QualtoolError:
    return QualtoolError(
        "exists", _("{file} is there already. Choose another name."), file=path.name
    )


def _impossible(path: Path) -> QualtoolError:
    return QualtoolError(
        "name_impossible",
        _("A project file cannot be called “{file}”. Choose a shorter and simpler name."),
        file=path.name,
    )


def _refused(path: Path, error: Exception) -> QualtoolError:
    if getattr(error, "errno", None) in (errno.EINVAL, errno.ENAMETOOLONG, errno.ENOENT):
        return _impossible(path)  # on Windows: a name with a colon, an asterisk or the like
    if getattr(error, "errno", None) == errno.ENOSPC or faults.kind(error) == "FULL":
        return QualtoolError(
            "disk_full",
            _("The disk is full, so {file} could not be made. Make room, or choose another disk."),
            file=path.name,
        )
    return QualtoolError(
        "folder_refused",
        _("The folder {folder} does not let {file} be made. Choose another folder."),
        file=path.name,
        folder=path.parent,
    )
