"""Lists of row numbers in a query."""

from __future__ import annotations

from sqlalchemy import select

from qualtool.store.project import Project
from qualtool.store.schema import Code
from qualtool.store.selecting import listed


def test_a_list_of_any_length_is_one_value(project: Project) -> None:
    with project.edit("x") as session:
        session.add_all(Code(name=str(number)) for number in range(1, 6))
    with project.read() as session:
        for ids in ([], [2], [5, 1, 99], range(1, 300_000)):
            found = session.scalars(select(Code.id).where(Code.id.in_(listed(ids)))).all()
            assert sorted(found) == sorted(set(ids) & {1, 2, 3, 4, 5})
