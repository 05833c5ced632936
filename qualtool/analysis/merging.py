"""What merging codes would move, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.schema import Code, Coding
from qualtool.store.selecting import listed


@dataclass(frozen=True, slots=True)
class Moving:
    """A code that would go: how many excerpts it has, and how many the other has too."""

    code_id: int
    name: str
    excerpts: int
    coinciding: int


def preview(session: Session, code_ids: Sequence[int], into: int) -> list[Moving]:
    """What each of these codes would bring to `into`, in the order given; `into` itself not.

    An excerpt coincides where it has both codes, whoever put them there.
    """
    wanted = [each for each in dict.fromkeys(code_ids) if each != into]
    names = dict(
        session.execute(select(Code.id, Code.name).where(Code.id.in_(listed(wanted)))).all()
    )
    held: dict[int, set[int]] = {each: set() for each in (*wanted, into)}
    for code_id, excerpt_id in session.execute(
        select(Coding.code_id, Coding.excerpt_id).where(Coding.code_id.in_(listed((*wanted, into))))
    ):
        held[code_id].add(excerpt_id)
    return [
        Moving(each, names[each], len(held[each]), len(held[each] & held[into]))
        for each in wanted
        if each in names
    ]
