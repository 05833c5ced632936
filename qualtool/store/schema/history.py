"""The history itself: every step, and what each row was before it. Not watched."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from qualtool.store.schema.base import Base, new_guid, now_ms

_UNWATCHED = {"sqlite_autoincrement": True, "sqlite_strict": True, "info": {"watched": False}}


class Step(Base):
    """Something that was done: what (a stable key), by whom, when, and why.

    `about` is a JSON object with the words that were in play then (names, counts), so that the
    history can be read after the things themselves are gone. `undoes_id` is set for `undo` (the
    step taken back) and `redo` (the undo taken back).
    """

    __tablename__ = "step"
    __table_args__ = (_UNWATCHED,)
    id: Mapped[int] = mapped_column(primary_key=True)
    guid: Mapped[str] = mapped_column(default=new_guid)
    action: Mapped[str]
    coder_id: Mapped[int | None]
    created_ms: Mapped[int] = mapped_column(default=now_ms)
    reason: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="{}")
    undoes_id: Mapped[int | None]


class Change(Base):
    """A row as it was before a step touched it (JSON); NULL for a row that is new."""

    __tablename__ = "change"
    __table_args__ = (_UNWATCHED,)
    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("step.id"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None]
