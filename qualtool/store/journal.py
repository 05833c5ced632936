"""The note SQLite itself keeps of every change, and how a step is put back from it.

Temporary triggers, made anew on each connection, write the earlier version of each touched row
to `change` as JSON. Temporary, so a project file holds none. The technique is the one SQLite's
documentation describes under "Automatic Undo/Redo Using SQLite", with rows instead of SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from qualtool.store.schema import Base

Listener = Callable[["Changes"], None]


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


def unwatched_tables() -> frozenset[str]:
    """The tables that no step notes: the history itself, and the originals by content."""
    return frozenset(
        name for name, table in Base.metadata.tables.items() if not table.info.get("watched", True)
    )


def _columns(connection: Connection, table: str) -> list[str]:
    rows = connection.exec_driver_sql(f'PRAGMA table_info("{table}")')
    return [row[1] for row in rows]


def _watched(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    skipped = unwatched_tables()
    return sorted(name for (name,) in rows if name not in skipped)


def install(connection: Connection) -> None:
    """Start to watch every table of the open file.

    From now on a change to a watched table outside a step is an error of the database itself.
    The triggers follow the columns that the file has, so those of a newer version are kept too.
    """
    run = connection.exec_driver_sql
    run("CREATE TEMP TABLE current_step (id INTEGER)")
    run("INSERT INTO current_step VALUES (NULL)")
    for table in _watched(connection):
        pairs = ", ".join(f"'{name}', OLD.\"{name}\"" for name in _columns(connection, table))
        for event, row, before in (
            ("INSERT", "NEW", "NULL"),
            ("UPDATE", "OLD", f"json_object({pairs})"),
            ("DELETE", "OLD", f"json_object({pairs})"),
        ):
            run(
                f'CREATE TEMP TRIGGER "note_{event}_{table}" AFTER {event} ON main."{table}" BEGIN '
                "SELECT RAISE(ABORT, 'write outside a step') "
                "WHERE (SELECT id FROM current_step) IS NULL; "
                "INSERT INTO change (step_id, table_name, row_id, before) "
                f"VALUES ((SELECT id FROM current_step), '{table}', {row}.id, {before}); END"
            )


def begin_step(connection: Connection, step_id: int) -> None:
    """Let changes be made, and noted under this step."""
    connection.exec_driver_sql("UPDATE current_step SET id = ?", (step_id,))


def touched(connection: Connection, step_id: int) -> dict[str, frozenset[int]]:
    """The rows a step touched, by table."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT table_name, row_id FROM change WHERE step_id = ?", (step_id,)
    )
    found: dict[str, set[int]] = {}
    for table, row_id in rows:
        found.setdefault(table, set()).add(row_id)
    return {table: frozenset(ids) for table, ids in found.items()}


def put_back(connection: Connection, step_id: int) -> None:
    """Give every row that a step touched the form it had before that step.

    Two statements a table: restored rows first, so that nothing cascades from a row that has to
    go. Call it inside another step, which notes the putting back in its turn.
    """
    run = connection.exec_driver_sql
    run("PRAGMA defer_foreign_keys = ON")
    tables = sorted(touched(connection, step_id))
    for table in tables:
        columns = _columns(connection, table)
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(f"json_extract(before, '$.\"{name}\"')" for name in columns)
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != "id")
        run(
            f'INSERT INTO "{table}" ({names}) SELECT {values} FROM change '
            f"WHERE {_EARLIEST} AND before IS NOT NULL "
            f"ON CONFLICT (id) DO UPDATE SET {updates}",
            (step_id, table, step_id, table),
        )
    for table in tables:
        run(
            f'DELETE FROM "{table}" WHERE id IN '
            f"(SELECT row_id FROM change WHERE {_EARLIEST} AND before IS NULL)",
            (step_id, table, step_id, table),
        )


_EARLIEST = (
    "step_id = ? AND table_name = ? AND id IN "
    "(SELECT min(id) FROM change WHERE step_id = ? AND table_name = ? GROUP BY row_id)"
)


def notify(listeners: Iterable[Listener], changes: Changes) -> None:
    """Tell everyone who asked what a step touched."""
    for listener in tuple(listeners):
        listener(changes)


def tell(session: Session, **about: str | int | None) -> None:
    """Note the words and counts that let the history say later what the open step did.

    The first word for a field stays, so that the outermost operation of a step is the one told.
    """
    told = session.info.setdefault("about", {})
    for field, value in about.items():
        told.setdefault(field, value)
