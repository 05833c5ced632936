"""Which step undo would take back, and which undo redo would take back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from qualtool.store.bare_reading import rows
from qualtool.store.schema import Step

FENCES: Final = frozenset({"create_project", "finish_sample"})  # undo goes no further back

_COLUMNS: Final = Step.__table__.columns
_STEP: Final = select(*_COLUMNS).where(Step.id == bindparam("step_id"))


@dataclass(frozen=True, slots=True)
class Undone:
    """An undo, and the step it took back."""

    undo_id: int
    step_id: int


def load(raw: driver.Connection) -> list[tuple[int, str]]:
    """Every step of the file in order: its id and action."""
    return list(raw.execute("SELECT id, action FROM step ORDER BY id"))


def step(session: Session, step_id: int) -> Step:
    """One step as the history has it; a picture of it, that changes nothing."""
    values = rows(session, _STEP, step_id=step_id)[0]
    return Step(**dict(zip(_COLUMNS.keys(), values, strict=True)))


class Trail:
    """The steps done and the steps undone, replayed from the history.

    An ordinary step forgets what could be redone. What made the project, and the sample study
    with all that is in it when it is handed over, cannot be undone: undo stops there.
    """

    def __init__(self, steps: Iterable[tuple[int, str]]) -> None:
        self._done: list[int] = []
        self._undone: list[Undone] = []
        self.last = 0
        for step_id, action in steps:
            self.add(step_id, action)

    def add(self, step_id: int, action: str) -> None:
        """Take in a step that has just ended."""
        self.last = step_id
        if action in FENCES:
            self._done.clear()
            self._undone.clear()
            return
        if action == "undo" and self._done:
            self._undone.append(Undone(step_id, self._done.pop()))
        elif action == "redo" and self._undone:
            self._done.append(self._undone.pop().step_id)
        elif action not in ("undo", "redo"):
            self._done.append(step_id)
            self._undone.clear()

    @property
    def to_undo(self) -> int | None:
        """The step that undo takes back next."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Undone | None:
        """What redo brings again next."""
        return self._undone[-1] if self._undone else None
