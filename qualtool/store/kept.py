"""What has been worked out about an open project, kept as long as it holds.

A part that looks at the project asks for what it needs with `kept`; what was worked out before is
there at once. Each step drops what came of the tables it touched, or lets it follow: what counts
something large takes in what a step changed, and is not counted anew.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar, cast, runtime_checkable

from sqlalchemy.orm import Session

from qualtool.store.journal import Changes

_INFO: Final = "kept"

Thing = TypeVar("Thing")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Passed:
    """A step that is on the disk: what it touched, and how it was before.

    `former` gives the touched rows of a table by their ids, None for a row that was made. Where
    the step only goes on with an earlier one, it is told from the beginning of that.
    """

    changes: Changes
    former: Callable[[str], dict[int, Row | None]]
    goes_on: bool = False
    noted: dict[str, Any] = field(default_factory=dict, compare=False)  # worked out of it


@runtime_checkable
class Following(Protocol):
    """What takes in what a step changed."""

    def follow(self, passed: Passed, session: Session) -> bool:
        """Take it in; False where it is less work to begin anew."""
        ...


class Kept:
    """What is kept of one open project."""

    def __init__(self) -> None:
        # What each came of, whether it follows steps (which is slow to ask), and itself.
        self._things: dict[Hashable, tuple[frozenset[str], bool, Any]] = {}
        self._stands_for: Hashable = None

    def of(self, key: Hashable, tables: frozenset[str], work_out: Callable[[], Thing]) -> Thing:
        """What was worked out under this name, or is now; it came of these tables."""
        found = self._things.get(key)
        if found is None:
            thing = work_out()
            self._things[key] = (tables, isinstance(thing, Following), thing)
            return thing
        return cast("Thing", found[2])

    def stand_for(self, state: Hashable) -> None:
        """Drop all where the project is looked at otherwise than before."""
        if state != self._stands_for:
            self._things.clear()
            self._stands_for = state

    def take_in(self, passed: Passed, session: Session) -> None:
        """Drop what a step has made wrong, and let follow what can."""
        for key, (tables, follows, thing) in tuple(self._things.items()):
            if follows:
                holds = self._follows(thing, passed, session)
            else:
                holds = not passed.changes.touches(*tables)
            if not holds:
                self._things.pop(key, None)

    def _follows(self, thing: Following, passed: Passed, session: Session) -> bool:
        """A fault of what is only kept takes no step back: it goes where all faults end."""
        try:
            return thing.follow(passed, session)
        except Exception:
            sys.excepthook(*sys.exc_info())
            return False


def offer(session: Session, things: Kept) -> None:
    """Let a session that only looks find what is kept."""
    session.info[_INFO] = things


def kept(
    session: Session, key: Hashable, tables: frozenset[str], work_out: Callable[[], Thing]
) -> Thing:
    """What `work_out` gives, from before where nothing has touched the tables it comes of.

    In a step, where all may change, it is worked out each time. What comes back is shared: it
    must not be changed, but by what follows steps itself.
    """
    things = session.info.get(_INFO)
    return things.of(key, tables, work_out) if isinstance(things, Kept) else work_out()
