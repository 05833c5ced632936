"""Which step undo would take back, and which undo redo would take back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection


def load(link: Connection) -> list[tuple[int, str, int | None]]:
    """Every step of the file in order: id, action, and what it undoes."""
    rows = link.exec_driver_sql("SELECT id, action, undoes_id FROM step ORDER BY id")
    return [(row[0], row[1], row[2]) for row in rows]


class Trail:
    """The steps done and the steps undone, replayed from the history.

    An ordinary step forgets what could be redone; the first step, which made the project, cannot
    be undone.
    """

    def __init__(self, steps: Iterable[tuple[int, str, int | None]]) -> None:
        self._done: list[int] = []
        self._undone: list[tuple[int, int]] = []  # the undo, and the step it took back
        for step_id, action, undoes in steps:
            self.add(step_id, action, undoes)

    def add(self, step_id: int, action: str, undoes: int | None) -> None:
        """Take in a step that has just ended."""
        match action:
            case "create_project":
                pass
            case "undo":
                self._undone.append((step_id, self._done.pop()))
            case "redo":
                self._done.append(self._undone.pop()[1])
            case _:
                self._done.append(step_id)
                self._undone.clear()

    @property
    def to_undo(self) -> int | None:
        """The step that undo takes back next."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> int | None:
        """The undo that redo takes back next."""
        return self._undone[-1][0] if self._undone else None

    def undone_by(self, undo_id: int) -> int | None:
        """The step that an undo took back."""
        return next((step for undo, step in self._undone if undo == undo_id), None)
