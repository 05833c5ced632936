"""The note SQLite itself keeps of every change, and how a step is put back from it.

Temporary triggers, made anew on each connection, write the earlier version of each touched row
to `change` as JSON. Temporary, so a project file holds none. The technique is the one SQLite's
documentation describes under "Automatic Undo/Redo Using SQLite", with rows instead of SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy.orm import Session

from qualtool.store.schema import Base, Change, Step

# These write themselves. Other tables without notes may be changed inside a step only, too.
_HISTORY: Final = frozenset({Step.__tablename__, Change.__tablename__})


class Changes:
    """Which rows a step touched: table name to row ids."""

    def __init__(self, touched: Mapping[str, frozenset[int]], *, action: str = "") -> None:
        self._touched = touched
        self.action = action

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables was made, changed or removed."""
        return any(table in self._touched for table in tables)

    def ids(self, table: str) -> frozenset[int]:
        """The ids of the touched rows of a table."""
        return self._touched.get(table, frozenset())

    @property
    def tables(self) -> frozenset[str]:
        """The tables that were touched."""
        return frozenset(self._touched)


def joined(missed: Sequence[Changes]) -> Changes:
    """What several steps touched, as if it had been one."""
    tables = {table for changes in missed for table in changes.tables}
    touched = {
        table: frozenset[int]().union(*(changes.ids(table) for changes in missed))
        for table in tables
    }
    return Changes(touched, action=missed[-1].action)


def unwatched_tables() -> frozenset[str]:
    """The tables that no step notes: the history itself, and the originals by content."""
    return frozenset(
        name for name, table in Base.metadata.tables.items() if not table.info.get("watched", True)
    )


def _columns(raw: driver.Connection) -> dict[str, list[str]]:
    """The columns of every table of the open file, which may be of a newer version."""
    rows = raw.execute(
        "SELECT s.name, c.name FROM main.sqlite_schema AS s, pragma_table_info(s.name) AS c "
        "WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY s.name, c.cid"
    )
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found


def install(raw: driver.Connection) -> None:
    """Start to watch every table of the open file.

    From now on a change to a watched table outside a step is an error of the database itself.
    The triggers follow the columns that the file has, so those of a newer version are kept too.
    """
    raw.execute("BEGIN")
    raw.execute("CREATE TEMP TABLE current_step (id INTEGER)")
    raw.execute("INSERT INTO current_step VALUES (NULL)")
    unwatched = unwatched_tables()
    for table, columns in _columns(raw).items():
        if table in _HISTORY:
            continue
        old = ", ".join(f"'{name}', OLD.\"{name}\"" for name in columns)
        for event, row, before in (
            ("INSERT", "NEW", "NULL"),
            ("UPDATE", "OLD", f"json_object({old})"),
            ("DELETE", "OLD", f"json_object({old})"),
        ):
            note = (
                "INSERT INTO change (step_id, table_name, row_id, before) "
                f"SELECT id, '{table}', {row}.id, {before} FROM current_step; "
            )
            raw.execute(
                f'CREATE TEMP TRIGGER "note_{event}_{table}" AFTER {event} ON main."{table}" BEGIN '
                "SELECT RAISE(ABORT, 'write outside a step') "
                "WHERE (SELECT id FROM current_step) IS NULL; "
                f"{'' if table in unwatched else note}END"
            )
    raw.execute("COMMIT")


def begin_step(raw: driver.Connection, step_id: int) -> None:
    """Let changes be made, and noted under this step."""
    raw.execute("UPDATE current_step SET id = ?", (step_id,))


def settle(raw: driver.Connection, step_id: int) -> dict[str, frozenset[int]]:
    """Keep of a step's notes the earliest for each row, and none for a row that is as it was.

    Gives the rows it touched after all, by table. A step that comes to nothing has no notes then.
    """
    rows = raw.execute(_NOTES, (step_id,)).fetchall()
    unsettled = {table for table, _row, times, _made in rows if times > 1}
    once: dict[str, list[int]] = {}
    for table, row_id, _times, made in rows:
        if not made and table not in unsettled:
            once.setdefault(table, []).append(row_id)
    # Noted once, a row is as it was only where it is there still, and was not made.
    unsettled |= {table for table, row_ids in once.items() if _any_there(raw, table, row_ids)}
    taken_off = 0
    for table in sorted(unsettled):
        columns = [name for (name,) in raw.execute(_COLUMNS_OF, (table,))]
        now = ", ".join(f"'{name}', t.\"{name}\"" for name in columns)
        taken_off += raw.execute(
            f"DELETE FROM change WHERE step_id = ?1 AND table_name = ?2 AND id NOT IN ("
            f'SELECT c.id FROM change AS c LEFT JOIN "{table}" AS t ON t.id = c.row_id '
            f"WHERE c.{_EARLIEST} AND CASE WHEN t.id IS NULL THEN c.before IS NOT NULL "
            f"WHEN c.before IS NULL THEN 1 ELSE c.before IS NOT json_object({now}) END)",
            (step_id, table),
        ).rowcount
    if taken_off:
        rows = raw.execute(_NOTES, (step_id,)).fetchall()
    found: dict[str, set[int]] = {}
    for table, row_id, *_note in rows:
        found.setdefault(table, set()).add(row_id)
    return {table: frozenset(ids) for table, ids in found.items()}


def _any_there(raw: driver.Connection, table: str, row_ids: Sequence[int]) -> bool:
    words = f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE id IN (SELECT value FROM json_each(?)))'
    return bool(raw.execute(words, (json.dumps(row_ids),)).fetchone()[0])


def former(raw: driver.Connection, step_id: int, table: str) -> dict[int, Mapping[str, Any] | None]:
    """The rows of a table that a step touched, as they were before it; None for one it made."""
    rows = raw.execute(
        "SELECT row_id, before FROM change WHERE step_id = ? AND table_name = ?", (step_id, table)
    )
    return {row_id: None if before is None else json.loads(before) for row_id, before in rows}


def put_back(raw: driver.Connection, step_id: int) -> None:
    """Give every row that a step touched the form it had before that step.

    Two statements a table: restored rows first, so that nothing cascades from a row that has to
    go. Call it inside another step, which notes the putting back in its turn.
    """
    tables = raw.execute(_TABLES, (step_id,)).fetchall()
    if any(noted is not None for _table, noted, _made in tables):
        raw.execute("PRAGMA defer_foreign_keys = ON")
    for table, noted, _made in tables:
        if noted is None:
            continue
        # A column that came later was not noted: it keeps its value, or gets its default.
        known = {name for (name,) in raw.execute(_NOTED, (noted,))}
        columns = [name for (name,) in raw.execute(_COLUMNS_OF, (table,)) if name in known]
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(f"json_extract(before, '$.\"{name}\"')" for name in columns)
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != "id")
        raw.execute(
            f'INSERT INTO "{table}" ({names}) SELECT {values} FROM change '
            "WHERE step_id = ? AND table_name = ? AND before IS NOT NULL "
            f"ON CONFLICT (id) DO UPDATE SET {updates}",
            (step_id, table),
        )
    for table, _noted, made in tables:
        if made:
            raw.execute(
                f'DELETE FROM "{table}" WHERE id IN (SELECT row_id FROM change '
                "WHERE step_id = ? AND table_name = ? AND before IS NULL)",
                (step_id, table),
            )


# Each touched row once; how often it is noted, and whether it was made.
_NOTES = (
    "SELECT table_name, row_id, count(*), min(before IS NULL) FROM change "
    "WHERE step_id = ? GROUP BY table_name, row_id"
)
# Each touched table in order; a note of a row that was there before, and whether any was made.
_TABLES = (
    "SELECT table_name, min(iif(before IS NULL, NULL, id)), max(before IS NULL) FROM change "
    "WHERE step_id = ? GROUP BY table_name ORDER BY table_name"
)
_NOTED = "SELECT key FROM json_each((SELECT before FROM change WHERE id = ?))"
_COLUMNS_OF = "SELECT name FROM pragma_table_info(?, 'main') ORDER BY cid"
_EARLIEST = (
    "id IN (SELECT min(id) FROM change WHERE step_id = ?1 AND table_name = ?2 GROUP BY row_id)"
)


def tell(session: Session, **about: str | int | None) -> None:
    """Note the words and counts that let the history say later what the open step did.

    The first word for a field stays, so that the outermost operation of a step is the one told.
    """
    told = session.info.setdefault("about", {})
    for field, value in about.items():
        told.setdefault(field, value)


@contextmanager
def untold(session: Session) -> Iterator[None]:
    """What is done in here is only a part of the open step: no words of it are noted."""
    before = dict(session.info.get("about", {}))
    yield
    session.info["about"] = before
