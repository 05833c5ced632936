"""What the database says, in words that help."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from qualtool.core.errors import QualtoolError
from qualtool.store import faults


def _error(name: str) -> driver.OperationalError:
    error = driver.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "there", "key"),
    [
        ("SQLITE_FULL", True, "disk_full"),
        ("SQLITE_IOERR", True, "disk_refused"),
        ("SQLITE_IOERR_SHORT_READ", True, "disk_refused"),
        ("SQLITE_CANTOPEN", True, "disk_refused"),
        ("SQLITE_PERM", True, "disk_refused"),
        ("SQLITE_READONLY", True, "disk_refused"),
        ("SQLITE_READONLY_DBMOVED", False, "file_gone"),
        ("SQLITE_IOERR_FSTAT", False, "file_gone"),
        ("SQLITE_BUSY", True, "file_busy"),
        ("SQLITE_BUSY_SNAPSHOT", True, "file_busy"),
        ("SQLITE_LOCKED", True, "file_busy"),
        ("SQLITE_PROTOCOL", True, "file_busy"),
        ("SQLITE_CORRUPT", True, "damaged"),
        ("SQLITE_CORRUPT_INDEX", True, "damaged"),
        ("SQLITE_NOTADB", True, "damaged"),
    ],
)
def test_what_the_disk_refuses_is_told_by_file_and_way_out(
    tmp_path: Path, name: str, there: bool, key: str
) -> None:
    path = tmp_path / "studie.qualtool"
    if there:
        path.touch()

    def fail(error: Exception) -> None:
        with faults.worded(path):
            raise error

    plain = _error(name)
    for error in (plain, DBAPIError("SELECT 'hemmelig'", None, plain)):
        with pytest.raises(QualtoolError) as told:
            fail(error)
        assert told.value.key == key
        assert "studie.qualtool" in str(told.value)
        assert "hemmelig" not in str(told.value)
        assert told.value.__cause__ is error


@pytest.mark.parametrize(
    "error",
    [
        _error("SQLITE_CONSTRAINT_FOREIGNKEY"),
        _error("SQLITE_ERROR"),
        driver.ProgrammingError("Cannot operate on a closed database."),
        DBAPIError("x", None, sqlite3.OperationalError("x")),
    ],
)
def test_a_fault_of_ours_stays_what_it_is(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as told, faults.worded(tmp_path / "x"):
        raise error
    assert told.value is error


def test_other_errors_pass_through(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), faults.worded(tmp_path / "x"):
        raise ZeroDivisionError
