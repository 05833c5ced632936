"""Who has coded: as codings name them, told apart where there are several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from qualtool.core.initials import initials
from qualtool.store.bare_reading import column
from qualtool.store.kept import Passed, kept
from qualtool.store.schema import Coder, Coding
from qualtool.store.selecting import given, packed
from qualtool.store.whose import read_in

_TABLES: Final = frozenset({"coder", "coding"})
_CODING: Final = Coding.__table__.c  # bare: a session that reads only some coders' narrows it not
_NOW_OF: Final = select(_CODING.coder_id).where(_CODING.id.in_(given())).distinct()
_ANY_OF: Final = select(_CODING.id).where(_CODING.coder_id == bindparam("coder_id")).limit(1)


class Person(NamedTuple):
    """A coder as codings name them: in full, by initials, and which of the lines are theirs."""

    name: str
    initials: str = ""
    hand: int = 0


def people(session: Session) -> Mapping[int | None, Person]:
    """The coders; told apart by initials where several have codings that are read."""
    return kept(session, "people", _TABLES, lambda: _found(session)).named


@dataclass(frozen=True, slots=True)
class _People:
    """The coders, and which of them have codings; the same until one begins, or has none left."""

    named: Mapping[int | None, Person]
    coding: frozenset[int]

    def follow(self, passed: Passed, session: Session) -> bool:
        """Whether they are the same after a step."""
        if not passed.changes.touches(*_TABLES):
            return True
        if passed.changes.touches("coder") or passed.goes_on:
            return False
        whose = read_in(session)
        ids = packed(passed.changes.ids("coding"))
        now = {each for each in column(session, _NOW_OF, ids=ids) if each is not None}
        if not (now if whose is None else now & whose) <= self.coding:
            return False
        before = {row["coder_id"] for row in passed.former("coding").values() if row is not None}
        return all(column(session, _ANY_OF, coder_id=each) for each in (before - now) & self.coding)


def _found(session: Session) -> _People:
    by_any = select(Coding.id).where(Coding.coder_id == Coder.id).exists()
    rows = session.execute(
        select(Coder.id, Coder.name, by_any).order_by(Coder.position, Coder.id)
    ).all()
    hands = [row_id for row_id, _name, coded in rows if coded]
    if len(hands) < 2:
        alone: dict[int | None, Person] = {row_id: Person(name) for row_id, name, _coded in rows}
        return _People(alone, frozenset(hands))
    signs = initials(name for _id, name, _coded in rows)
    named: dict[int | None, Person] = {
        row_id: Person(name, sign, hands.index(row_id) if coded else 0)
        for (row_id, name, coded), sign in zip(rows, signs, strict=True)
    }
    return _People(named, frozenset(hands))
