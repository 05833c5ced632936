"""The one connection to a project file: how it is set up, and when it may write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path, PurePath
from typing import Literal
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Dialect, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from qualtool.store import faults

BUSY_SECONDS = 3.0  # how long to wait for another program that has the file just now

_SETTINGS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # so that even a REPLACE tells the journal what it removed
    "synchronous = FULL",
    "secure_delete = ON",  # what is removed may hold names: no trace of it stays
    "temp_store = MEMORY",
)


class NothingDone(Exception):
    """A step ended without having touched anything: it is to leave no trace."""


def dial(path: Path, key: str = "", *, mode: Literal["rw", "rwc"] = "rw") -> driver.Connection:
    """Connect with the bare driver; an empty `key` means an ordinary SQLite file.

    `rwc` makes the file where there is none. A file that may not be written to is opened for
    reading. Raises the driver's Error, NOTADB for a wrong key, now or when something is read.
    """
    raw = driver.connect(
        f"{address(path.absolute())}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if key:
            raw.execute("PRAGMA cipher_log_level = NONE")
            raw.execute(f"PRAGMA key = \"x'{key}'\"")
            raw.execute("PRAGMA cipher_compatibility = 4")
        for setting in _SETTINGS:
            raw.execute(f"PRAGMA {setting}")
    except faults.OF_A_FILE:
        raw.close()
        raise
    return raw


def address(path: PurePath) -> str:
    """A file's address as SQLite takes it; unlike `as_uri`, with four slashes for a network."""
    place = path.as_posix()
    return "file://" + quote(os.fsencode(place if place[0] == "/" else f"/{place}"), safe="/:")


def wrap(raw: driver.Connection) -> Connection:
    """SQLAlchemy's view of a connection. What it says of errors never quotes the material.

    One engine serves every file: what it has compiled for one it need not compile for the next.
    """
    token = _wrapping.set(raw)
    try:
        return _engine().connect()
    finally:
        _wrapping.reset(token)


_wrapping: ContextVar[driver.Connection] = ContextVar("_wrapping")


@cache
def _engine() -> Engine:
    return create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=_wrapping.get,
        poolclass=NullPool,
        hide_parameters=True,
    )


def dialect() -> Dialect:
    """How SQLAlchemy speaks to the files."""
    return _engine().dialect


def bare(link: Connection) -> driver.Connection:
    """The driver's connection under SQLAlchemy's."""
    return link.connection.driver_connection


def forbid_writing(link: Connection) -> None:
    """From now on any write outside `writing` is an error of the database."""
    bare(link).execute("PRAGMA query_only = ON")


@contextmanager
def writing(link: Connection, path: Path) -> Iterator[None]:
    """One transaction: committed at the end, rolled back on any error or `NothingDone`.

    Raises QualtoolError where the disk refuses; everything is then as it was before.
    """
    raw = bare(link)
    link.rollback()
    try:
        with faults.worded(path):
            raw.execute("PRAGMA query_only = OFF")
            raw.execute("BEGIN IMMEDIATE")
            yield
            raw.execute("UPDATE current_step SET id = NULL")
            raw.execute("COMMIT")
    except NothingDone:
        pass
    finally:
        # A refusing disk may refuse this as well; what matters then is the error before it.
        with suppress(DBAPIError, driver.Error):
            link.rollback()
        with suppress(driver.Error):
            raw.rollback()
        raw.execute("PRAGMA query_only = ON")


def check_unbroken(link: Connection) -> None:
    """See that the transaction of `writing` still stands; what came after its end was refused."""
    if not bare(link).in_transaction:
        raise RuntimeError("the step was ended inside: an operation never rolls back")


def close(link: Connection) -> None:
    """Close the connection and let go of the file."""
    link.close()
