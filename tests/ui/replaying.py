"""One step done once by the program, and then by its rows alone wherever it would come to the same.

For steps that only prepare a test: what they do is tested elsewhere, and takes longer than it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Table
from sqlalchemy.orm import Session

from qualtool.store import journal
from qualtool.store.project import Project
from qualtool.store.schema import Base

Answer = TypeVar("Answer")
Row = tuple[Any, ...]
Rows = frozenset[tuple[str, Row]]
_TABLES = [
    table for table in Base.metadata.sorted_tables if table.name not in journal.unwatched_tables()
]


def _names(table: Table) -> list[str]:
    return ["id", *(f'"{column.name}"' for column in table.columns if column.name != "id")]


def _put(table: Table) -> str:
    names = _names(table)
    anew = ", ".join(f"{name} = excluded.{name}" for name in names)
    places = ", ".join("?" for _name in names)
    return (
        f'INSERT INTO "{table.name}" ({", ".join(names)}) VALUES ({places}) '
        f"ON CONFLICT (id) DO UPDATE SET {anew}"
    )


_GET = {
    table.name: f'SELECT {", ".join(_names(table))} FROM "{table.name}" ORDER BY id'
    for table in _TABLES
}
_PUT = {table.name: _put(table) for table in _TABLES}


@dataclass(frozen=True)
class _Done(Generic[Answer]):
    answer: Answer
    rows: tuple[tuple[str, Row], ...]  # as they became, a row before one that needs it
    about: dict[str, str | int | None]


class Replayed(Generic[Answer]):
    """A step that makes rows or changes them, and removes none."""

    def __init__(self, action: str, do: Callable[[Session], Answer]) -> None:
        self._action = action
        self._do = do
        self._done: dict[Rows, _Done[Answer]] = {}

    def __call__(self, project: Project) -> Answer:
        with project.edit(self._action) as session:
            before = _rows(session)
            done = self._done.get(frozenset(before))
            if done is None:
                answer = self._do(session)
                session.flush()
                after = _rows(session)
                assert {(table, row[0]) for table, row in before} <= {
                    (table, row[0]) for table, row in after
                }
                known = frozenset(before)
                made = tuple(row for row in after if row not in known)
                about = dict(session.info.get("about", {}))
                done = self._done[frozenset(before)] = _Done(answer, made, about)
                return answer
            for table, row in done.rows:
                session.connection().exec_driver_sql(_PUT[table], row)
            journal.tell(session, **done.about)
        return done.answer


def _rows(session: Session) -> list[tuple[str, Row]]:
    raw = session.connection()
    return [
        (table.name, tuple(row))
        for table in _TABLES
        for row in raw.exec_driver_sql(_GET[table.name])
    ]
