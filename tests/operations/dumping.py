"""Everything a project file holds that a step can change, to be compared."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Table

from qualtool.store import connection
from qualtool.store.journal import unwatched_tables
from qualtool.store.project import Project
from qualtool.store.schema import Base

Dump = dict[str, list[tuple[Any, ...]]]


def dump(project: Project) -> Dump:
    """The rows of every watched table as they stand in the file, in order of their numbers."""
    with project.read() as session:
        raw = connection.bare(session.connection())
        return {name: raw.execute(query).fetchall() for name, query in _queries()}


@cache
def _queries() -> list[tuple[str, str]]:
    skipped = unwatched_tables()
    return [
        (table.name, f'SELECT {_columns(table)} FROM "{table.name}" ORDER BY id')
        for _name, table in sorted(Base.metadata.tables.items())
        if table.name not in skipped
    ]


def _columns(table: Table) -> str:
    """By name: a file of an older version has them in another order."""
    return ", ".join(f'"{column.name}"' for column in table.columns)
