"""The one connection to a project file: how it is set up, and when it may write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _


class NothingDone(Exception):
    """A step ended without having touched anything: it is to leave no trace."""


def connect(path: Path, pass_phrase: str = "", *, read_only: bool = False) -> Connection:
    """Connect to a file; an empty `pass_phrase` means an ordinary SQLite file.

    Raises SQLAlchemy's DBAPIError where the file cannot be read; `opening` words that.
    """
    mode = "ro" if read_only else "rwc"

    def open_driver() -> object:
        link = driver.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        if pass_phrase:
            quoted = pass_phrase.replace("'", "''")
            link.execute(f"PRAGMA key = '{quoted}'")
        link.execute("PRAGMA trusted_schema = OFF")
        link.execute("PRAGMA foreign_keys = ON")
        link.execute("PRAGMA synchronous = FULL")
        link.execute("PRAGMA secure_delete = FAST")
        link.execute("PRAGMA temp_store = MEMORY")
        return link

    engine = create_engine(
        "sqlite+pysqlite://", module=driver, creator=open_driver, poolclass=StaticPool
    )
    return engine.connect()


def forbid_writing(link: Connection) -> None:
    """From now on any write outside `writing` is an error of the database."""
    link.rollback()
    link.exec_driver_sql("PRAGMA query_only = ON")
    link.rollback()


@contextmanager
def writing(link: Connection, path: Path) -> Iterator[None]:
    """One transaction: committed at the end, rolled back on any error or `NothingDone`.

    Raises QualtoolError where the disk refuses; everything is then as it was before.
    """
    link.rollback()
    link.exec_driver_sql("PRAGMA query_only = OFF")
    try:
        link.exec_driver_sql("BEGIN IMMEDIATE")
        yield
        link.exec_driver_sql("UPDATE current_step SET id = NULL")
        link.commit()
    except NothingDone:
        link.rollback()
    except DBAPIError as error:
        link.rollback()
        raise _worded(error, path) or error from error
    except BaseException:
        link.rollback()
        raise
    finally:
        link.exec_driver_sql("PRAGMA query_only = ON")
        link.rollback()


def close(link: Connection) -> None:
    """Close the connection and let go of the file."""
    engine = link.engine
    link.close()
    engine.dispose()


def _worded(error: DBAPIError, path: Path) -> QualtoolError | None:
    text = str(error.orig)
    if "full" in text:
        return QualtoolError(
            "disk_full",
            _(
                "The disk is full, so the last change to {file} was not made. Everything before "
                "it is safe. Make room and do it again."
            ),
            file=path.name,
        )
    if "disk I/O" in text or "readonly" in text or "unable to open" in text:
        return QualtoolError(
            "disk_refused",
            _(
                "The disk does not let {file} be changed, so the last change was not made. "
                "Everything before it is safe. See that the folder is there and can be written to."
            ),
            file=path.name,
        )
    if "locked" in text:
        return QualtoolError(
            "file_busy",
            _("{file} is in use by another program just now. Try again in a moment."),
            file=path.name,
        )
    return None
