"""What a step did to codes where it moved none: made at the top, gone from there, said anew.

To code in vivo makes one code among thousands. What is kept of the codebook takes that one in,
and is not read anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.bare_reading import rows
from qualtool.store.kept import Passed
from qualtool.store.schema import Code
from qualtool.store.selecting import given, packed

SHAPE: Final = frozenset({"code", "theme", "theme_code", "rest_code", "frame"})
_NOTED: Final = "codes"
_FEW: Final = 50  # codes; what touches more of them is better read anew
_MERGED: Final = "merged"


class CodeColumns(NamedTuple):
    """What a row of the codebook is made of."""

    id: int
    guid: str
    parent_id: int | None
    name: str
    colour: str
    description: str
    use_when: str
    use_not: str
    decision_rules: str
    state: str
    pin: int | None
    position: int


COLUMNS: Final = tuple(getattr(Code, name) for name in CodeColumns._fields)
_AMONG: Final = select(*COLUMNS).where(Code.id.in_(given())).order_by(Code.position, Code.id)


@dataclass(frozen=True, slots=True)
class CodeStep:
    """Codes a step made, those it said anew, and those it took away.

    The ones made and gone stand at the top and in no theme; the others have kept their place,
    their colour and their themes.
    """

    made: Mapping[int, CodeColumns]
    changed: Mapping[int, CodeColumns]
    gone: frozenset[int]


def code_step(passed: Passed, session: Session) -> CodeStep | None:
    """What a step that touched the codebook did to codes; None where it may have moved some."""
    if _NOTED not in passed.noted:
        passed.noted[_NOTED] = _told(passed, session)
    found = passed.noted[_NOTED]
    return found if isinstance(found, CodeStep) else None


@dataclass(slots=True)
class Unmoved:
    """Something that comes of where codes and themes stand, kept while no step moves any."""

    thing: Any

    def follow(self, passed: Passed, session: Session) -> bool:
        """Whether it is the same after a step."""
        return not passed.changes.touches(*SHAPE) or code_step(passed, session) is not None


def _told(passed: Passed, session: Session) -> CodeStep | None:
    touched = passed.changes.ids("code")
    others = passed.changes.tables & SHAPE - {"code"}
    if others or passed.goes_on or not 0 < len(touched) <= _FEW:
        return None
    now = {row[0]: CodeColumns(*row) for row in rows(session, _AMONG, ids=packed(touched))}
    former = passed.former("code")
    made, changed = {}, {}
    for code_id, row in now.items():
        was = former.get(code_id)
        if row.state == _MERGED:
            return None
        if was is None and row.parent_id is None:
            made[code_id] = row
        elif was is not None and was["state"] != _MERGED and _stays(was, row):
            changed[code_id] = row
        else:
            return None
    gone = frozenset(touched - now.keys())
    for code_id in gone:
        was = former.get(code_id)
        if was is None or was["parent_id"] is not None or was["state"] == _MERGED:
            return None
    return CodeStep(made, changed, gone)


def _stays(was: Mapping[str, Any], row: CodeColumns) -> bool:
    return (was["parent_id"], was["position"], was["colour"]) == (
        row.parent_id,
        row.position,
        row.colour,
    )
