"""Whether an open database is a sound project of ours, and of which version."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as driver

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.schema import APPLICATION_ID, VERSION, Base

Version = tuple[int, int]
_MINORS: Final = 1000  # `user_version` is major * 1000 + minor


class Damaged(Exception):
    """The file holds what no program of ours has written: `opening` words it with a backup."""


def version_of(raw: driver.Connection) -> Version:
    """The version of the project's format, as (major, minor)."""
    (number,) = raw.execute("PRAGMA user_version").fetchone()
    return divmod(int(number), _MINORS)


def set_version(raw: driver.Connection, version: Version) -> None:
    """Mark the file as a project of ours, of this version."""
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version = {version[0] * _MINORS + version[1]}")


def check_ours(raw: driver.Connection, path: Path) -> Version:
    """See that this is a project of a version we can read, with nothing foreign in it.

    Returns its version. Raises QualtoolError otherwise; Damaged where something is missing.
    """
    (mark,) = raw.execute("PRAGMA application_id").fetchone()
    if mark != APPLICATION_ID:
        raise QualtoolError(
            "not_a_project",
            _("{file} is a database of another program, not a Qualtool project."),
            file=path.name,
        )
    version = version_of(raw)
    if version[0] < 1:
        raise Damaged("has no version")
    if version[0] > VERSION[0]:
        raise QualtoolError(
            "newer_version",
            _(
                "{file} was made with a newer Qualtool (its format is {found}, this program reads "
                "up to {known}). Install the newest Qualtool and open it with that."
            ),
            file=path.name,
            found=f"{version[0]}.{version[1]}",
            known=f"{VERSION[0]}.{VERSION[1]}",
        )
    _check_objects(raw, path, version)
    return version


def _check_objects(raw: driver.Connection, path: Path, version: Version) -> None:
    tables = Base.metadata.tables
    known = set(tables) | {str(index.name) for table in tables.values() for index in table.indexes}
    found: set[str] = set()
    for name, root in raw.execute("SELECT name, rootpage FROM sqlite_schema"):
        active = not root  # a trigger, a view or a virtual table: what has no page of its own
        stray = version == VERSION and name not in known and not name.startswith("sqlite_")
        if active or stray:
            raise QualtoolError(
                "foreign_objects",
                _(
                    "{file} holds something that Qualtool has not put there ({name}), so it is not "
                    "opened: it could change your material unseen. Open a backup instead, or ask "
                    "whoever gave you the file."
                ),
                file=path.name,
                name=name,
            )
        found.add(name)
    if version < VERSION:
        return  # it lacks what its migrations will add; they are checked when they have run
    lacking = sorted(known - found) or _lacking_columns(raw)
    if lacking:
        raise Damaged(f"lacks {lacking[0]}")


def _lacking_columns(raw: driver.Connection) -> list[str]:
    ours = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
    }
    theirs = raw.execute(
        "SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c "
        "WHERE s.type = 'table'"
    )
    return sorted(f"{table}.{column}" for table, column in ours - set(theirs))


def check_sound(raw: driver.Connection, path: Path) -> None:
    """See that the file is whole, to its last page. Raises Damaged."""
    check_length(raw, path)
    (verdict,) = raw.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise Damaged(verdict)


def check_length(raw: driver.Connection, path: Path) -> None:
    """See that nothing is missing at the end of the file. Raises Damaged."""
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size < pages * int(size):  # SQLCipher answers with a text
        raise Damaged("cut short")
