"""Rows by their numbers, in order, and put in order anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Protocol, TypeVar

from sqlalchemy import Select, bindparam, literal, select
from sqlalchemy.orm import Session, class_mapper

from qualtool.core.errors import QualtoolError
from qualtool.core.ordering import placed
from qualtool.i18n import gettext as _
from qualtool.store.bare_reading import rows
from qualtool.store.schema import Code, Row, Theme
from qualtool.store.selecting import given, packed

Kind = TypeVar("Kind", bound=Row)


class Placed(Protocol):
    """Anything with a place among its siblings."""

    id: int
    position: int


PlacedKind = TypeVar("PlacedKind", bound=Placed)


def one(session: Session, kind: type[Kind], row_id: int) -> Kind:
    """The row with this number.

    Raises QualtoolError ("gone") where there is none, or where it has been merged into another.
    """
    if class_mapper(kind).identity_key_from_primary_key((row_id,)) in session.identity_map:
        row = session.get(kind, row_id)
    else:
        row = session.scalars(_with_id(kind), {"row_id": row_id}).one_or_none()
    if row is None or _merged(row):
        raise gone()
    return row


def many(
    session: Session, kind: type[Kind], row_ids: Iterable[int], *, merged: bool = False
) -> list[Kind]:
    """The rows with these numbers, in the order given, each once; otherwise as `one`.

    `merged` lets those that have been merged into another be among them.
    """
    wanted = list(dict.fromkeys(row_ids))
    found = {row.id: row for row in session.scalars(_among(kind), {"ids": packed(wanted)})}
    if len(found) < len(wanted) or (not merged and any(map(_merged, found.values()))):
        raise gone()
    return [found[row_id] for row_id in wanted]


def names(session: Session, kind: type[Row], row_ids: Iterable[int]) -> list[str]:
    """The names of the rows with these numbers, for who needs no more; otherwise as `many`."""
    wanted = list(dict.fromkeys(row_ids))
    found = {
        row_id: name
        for row_id, name, state in rows(session, _named(kind), ids=packed(wanted))
        if state != "merged"
    }
    if len(found) < len(wanted):
        raise gone()
    return [found[row_id] for row_id in wanted]


# Built once for each kind of row: SQLAlchemy needs longer to build a query than to run it.


@cache
def _with_id(kind: type[Kind]) -> Select[Any]:
    return select(kind).where(kind.id == bindparam("row_id"))


@cache
def _among(kind: type[Kind]) -> Select[Any]:
    return select(kind).where(kind.id.in_(given()))


@cache
def _named(kind: type[Row]) -> Select[Any]:
    columns = kind.__table__.columns
    state = columns.state if "state" in columns else literal("")
    return select(columns.id, columns.name, state).where(columns.id.in_(given()))


def _merged(row: Row) -> bool:
    return isinstance(row, Code | Theme) and row.state == "merged"


def gone() -> QualtoolError:
    """What is said where something has been taken away since it was last looked at."""
    return QualtoolError("gone", _("What was to be changed is no longer in the project."))


def number(order: Iterable[Placed]) -> None:
    """Give rows the positions 0, 1, 2 … in the order in which they come."""
    for position, row in enumerate(order):
        if row.position != position:
            row.position = position


def arrange(
    there: Sequence[PlacedKind], moving: Sequence[PlacedKind], position: int | None
) -> None:
    """Put `moving` before what now stands at `position` among those there, and number them all."""
    by_id = {row.id: row for row in (*there, *moving)}
    order = placed([row.id for row in there], [row.id for row in moving], position)
    number(by_id[row_id] for row_id in order)


def check_fields(allowed: Iterable[str], fields: Iterable[str]) -> None:
    """Raises TypeError for a field that is not `allowed`."""
    if unknown := set(fields) - set(allowed):
        raise TypeError(f"no such field: {', '.join(sorted(unknown))}")


def change(row: Row, allowed: Iterable[str], fields: dict[str, object]) -> None:
    """Set fields of a row by name. Raises TypeError for a field that is not `allowed`."""
    check_fields(allowed, fields)
    for field, value in fields.items():
        if getattr(row, field) != value:
            setattr(row, field, value)
