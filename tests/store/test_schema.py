"""What every table has in common."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from qualtool.store.project import Project
from qualtool.store.schema import Base, Code, Document, Excerpt, Theme, ThemeCode, new_guid, now_ms


def test_a_guid_is_like_no_other_and_now_is_now() -> None:
    assert len({new_guid() for _each in range(1000)}) == 1000
    assert abs(now_ms() - time.time() * 1000) < 1000


def test_every_table_is_strict(project: Project) -> None:
    with project.read() as session:
        strict = session.execute(text("SELECT name FROM pragma_table_list WHERE strict")).all()
    assert {name for (name,) in strict} == set(Base.metadata.tables)


@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_come_back_as_yes_and_no(project: Project, value: bool) -> None:
    with project.edit("x") as session:
        session.add(Document(name="d"))
        session.flush()
        session.add(Excerpt(document_id=1, start=0, end=1, starred=value))
    with project.read() as session:
        assert session.scalars(select(Excerpt.starred)).one() is value
        assert session.scalars(select(Excerpt.id).where(Excerpt.starred.is_(value))).one() == 1


def test_what_belongs_to_a_row_goes_with_it_and_what_points_to_it_stays(project: Project) -> None:
    with project.edit("x") as session:
        session.execute(text("INSERT INTO frame (guid, name, position) VALUES ('f', 'x', 0)"))
        session.add_all([Code(name="over"), Theme(frame_id=1, name="t")])
        session.flush()
        session.add_all([Code(name="under", parent_id=1), ThemeCode(theme_id=1, code_id=1)])
    with project.edit("x") as session:
        session.delete(session.get_one(Code, 1))
    with project.read() as session:
        assert session.scalars(select(Code.parent_id)).all() == [None]
        assert session.scalars(select(ThemeCode.id)).all() == []


def test_the_database_refuses_a_value_of_another_kind(project: Project) -> None:
    with pytest.raises(IntegrityError), project.edit("x") as session:
        session.add(Document(name="d", duration_ms=1.5))
