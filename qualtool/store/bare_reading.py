"""Rows read at once, past SQLAlchemy, where a key press waits for a few of them.

For queries that are built once. SQLAlchemy words them; it is not asked again each time, which
takes several times as long as the database itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Select
from sqlalchemy.orm import Session

from qualtool.store.connection import bare, dialect
from qualtool.store.whose import read_in

Value = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A query in the words of the database, and what is to be made of some of its columns."""

    words: str
    names: Sequence[str]  # of the values it takes, in order
    given: dict[str, Any]  # those that are always the same
    made: Sequence[tuple[int, Value]]


def rows(
    session: Session, wanted: Select[*tuple[Any, ...]], **given: int | str | None
) -> list[tuple[Any, ...]]:
    """The rows of a query that is kept for good, as tuples; `given` are its bound values.

    The same as `session.execute` gives, in a session that reads only some coders' codings too.
    """
    if read_in(session) is not None:
        return [tuple(row) for row in session.execute(wanted, given)]
    if session.autoflush:
        session.flush()
    ready = _ready(wanted)
    values = {**ready.given, **given}
    found: list[tuple[Any, ...]] = (
        under(session).execute(ready.words, [values[name] for name in ready.names]).fetchall()
    )
    return [_made(row, ready.made) for row in found] if ready.made else found


def column(
    session: Session, wanted: Select[*tuple[Any, ...]], **given: int | str | None
) -> list[Any]:
    """The first column of such a query."""
    return [row[0] for row in rows(session, wanted, **given)]


def under(session: Session) -> driver.Connection:
    """The driver's connection under a session of a project."""
    link = session.bind
    assert isinstance(link, Connection)
    return bare(link)


def _made(row: Sequence[Any], made: Sequence[tuple[int, Value]]) -> tuple[Any, ...]:
    values = list(row)
    for number, make in made:
        values[number] = make(values[number])
    return tuple(values)


@cache
def _ready(wanted: Select[*tuple[Any, ...]]) -> _Ready:
    compiled = wanted.compile(dialect=dialect())
    makers = (
        each.type.dialect_impl(dialect()).result_processor(dialect(), None)
        for each in wanted.selected_columns
    )
    return _Ready(
        str(compiled),
        compiled.positiontup or (),
        dict(compiled.params),
        [(number, make) for number, make in enumerate(makers) if make is not None],
    )
