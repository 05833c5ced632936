"""What all tables share: a number of their own, and a name that survives being exchanged."""

import time
from typing import Any
from uuid import uuid4

from sqlalchemy import Boolean, ForeignKey, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

APPLICATION_ID = 0x51544C31  # "QTL1": how SQLite's `file` and our opener know a project
VERSION = (1, 4)  # major, minor: a newer minor still opens, a newer major is refused


def now_ms() -> int:
    """The time now, in milliseconds since 1970 (UTC)."""
    return time.time_ns() // 1_000_000


def new_guid() -> str:
    """A name that no other row in any project has (32 hexadecimal digits)."""
    return uuid4().hex


class YesNo(Boolean):
    """Yes or no, kept as 1 or 0: a strict table knows no other way."""

    __visit_name__ = "INTEGER"


class Base(DeclarativeBase):
    """All tables. A table is watched by the journal unless its `info` says otherwise.

    Tables are strict: the database refuses a value that is not of its column's kind. A note of
    the journal is JSON, which holds whole numbers and text exactly, but neither bytes nor
    fractions, so what gets in can always be put back.
    """

    metadata = MetaData(
        naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s"},
    )
    type_annotation_map = {str: Text, bool: YesNo}  # noqa: RUF012 - SQLAlchemy's own form


class Row(Base):
    """A row a researcher can change: numbered once and for all, and with a `guid`."""

    __abstract__ = True
    __table_args__: tuple[Any, ...] = ({"sqlite_autoincrement": True, "sqlite_strict": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    guid: Mapped[str] = mapped_column(default=new_guid)


def owned_by(table: str, *, index: bool = True) -> Mapped[int]:
    """A column for the row this one belongs to and goes away with."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=index)


def may_point_to(table: str, *, index: bool = True) -> Mapped[int | None]:
    """A column for a row this one may refer to, emptied when that row goes away."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="SET NULL"), index=index)


def goes_with(table: str, *, index: bool = True) -> Mapped[int | None]:
    """A column that may be empty, for a row this one goes away with."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=index)
