"""Rows put in and taken away at once, past SQLAlchemy's unit of work.

That keeps a book of each object, which takes several times as long as the database itself. Where
a key press waits for one row, the row is written directly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Column
from sqlalchemy.orm import Session, class_mapper

from qualtool.store.bare_reading import under
from qualtool.store.schema import Base, Row
from qualtool.store.selecting import packed


def put_in(session: Session, kind: type[Row], **values: Any) -> int:
    """Put a row in, with the defaults of its kind for what is not given; its id.

    What is pending in the session is written before it, as the row may point to that.
    """
    session.flush()
    return put(under(session), kind, **values)


def put(raw: driver.Connection, kind: type[Base], **values: Any) -> int:
    """Put a row in by the bare driver; otherwise as `put_in`."""
    form = _form(kind)
    given = [values.pop(name) if name in values else make() for name, make in form.columns]
    if values:
        raise TypeError(f"no such column: {', '.join(sorted(values))}")
    return int(raw.execute(form.words, given).lastrowid)


def take_away(session: Session, kind: type[Row], ids: Iterable[int]) -> None:
    """Take rows away, and whatever goes with them; the session knows them no longer."""
    gone = list(ids)
    session.flush()
    words = f'DELETE FROM "{kind.__tablename__}" WHERE id IN (SELECT value FROM json_each(?))'
    under(session).execute(words, (packed(gone),))
    mapper = class_mapper(kind)
    for row_id in gone:
        known = session.identity_map.get(mapper.identity_key_from_primary_key((row_id,)))
        if known is not None:
            session.expunge(known)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a row of a kind is put in: its columns but the id, and what is in each otherwise."""

    words: str
    columns: Sequence[tuple[str, Callable[[], Any]]]


@cache
def _form(kind: type[Base]) -> _Form:
    table = class_mapper(kind).local_table
    columns = [each for each in table.columns if isinstance(each, Column) and each.name != "id"]
    names = ", ".join(f'"{each.name}"' for each in columns)
    places = ", ".join("?" * len(columns))
    return _Form(
        f'INSERT INTO "{kind.__tablename__}" ({names}) VALUES ({places})',
        [(each.name, _otherwise(each)) for each in columns],
    )


def _otherwise(column: Column[Any]) -> Callable[[], Any]:
    """What makes the value of a column that is not given one."""
    default = column.default
    if default is None:
        return lambda: None
    value = default.arg  # type: ignore[attr-defined]  # every default in the schema is a value or a function
    return (lambda: value(None)) if default.is_callable else (lambda: value)
