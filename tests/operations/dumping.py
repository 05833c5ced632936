"""Everything a project file holds that a step can change, to be compared."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from qualtool.store.journal import unwatched_tables
from qualtool.store.project import Project
from qualtool.store.schema import Base

Dump = dict[str, list[tuple[Any, ...]]]


def dump(project: Project) -> Dump:
    """The rows of every watched table, in order of their numbers."""
    skipped = unwatched_tables()
    with project.read() as session:
        return {
            name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for name, table in sorted(Base.metadata.tables.items())
            if name not in skipped
        }
