"""Rows put in and taken away at once, past SQLAlchemy's unit of work.

That keeps a book of each object, which takes several times as long as the database itself. Where
a key press waits for one row, the row is written directly.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Delete, Insert, delete, insert
from sqlalchemy.orm import Session, class_mapper

from qualtool.store.schema import Row
from qualtool.store.selecting import given, packed


def put_in(session: Session, kind: type[Row], **values: Any) -> int:
    """Put a row in, with the defaults of its kind for what is not given; its id.

    What is pending in the session is written before it, as the row may point to that.
    """
    session.flush()
    key = session.execute(_insert(kind), values).inserted_primary_key  # type: ignore[attr-defined]  # SQLAlchemy types every result as rows
    return int(key[0])


def take_away(session: Session, kind: type[Row], ids: Iterable[int]) -> None:
    """Take rows away, and whatever goes with them; the session knows them no longer."""
    gone = list(ids)
    session.flush()
    session.execute(_delete(kind), {"ids": packed(gone)})
    mapper = class_mapper(kind)
    for row_id in gone:
        known = session.identity_map.get(mapper.identity_key_from_primary_key((row_id,)))
        if known is not None:
            session.expunge(known)


@cache
def _insert(kind: type[Row]) -> Insert:
    return insert(class_mapper(kind).local_table)  # type: ignore[arg-type]  # a table, always


@cache
def _delete(kind: type[Row]) -> Delete:
    table = class_mapper(kind).local_table
    return delete(table).where(table.c.id.in_(given()))  # type: ignore[arg-type]  # as above
