"""Rows written directly are like those the session writes, and the session keeps no old picture."""

from __future__ import annotations

from sqlalchemy import inspect, select

from qualtool.store.bare_rows import put_in, take_away
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coding, Document, Excerpt


def test_a_row_put_in_is_as_one_that_was_added(project: Project) -> None:
    with project.edit("x") as session:
        document = Document(name="d", length=9)
        session.add(document)
        session.flush()
        session.add(Excerpt(document_id=document.id, start=1, end=2))
        session.flush()
        put = put_in(session, Excerpt, document_id=document.id, start=1, end=2)
    with project.read() as session:
        one, other = session.scalars(select(Excerpt).order_by(Excerpt.id)).all()
        assert other.id == put
        own = {"id", "guid", "created_ms"}
        columns = set(inspect(Excerpt).columns.keys()) - own
        assert [getattr(one, name) for name in columns] == [
            getattr(other, name) for name in columns
        ]
        assert len(other.guid) == len(one.guid)
        assert other.created_ms >= one.created_ms


def test_what_is_pending_is_written_first_and_what_is_gone_is_forgotten(project: Project) -> None:
    with project.edit("x") as session:
        session.add(Document(name="d", length=9))
        session.flush()
        session.add(Code(name="k"))
        excerpt = Excerpt(document_id=1, start=0, end=1)
        session.add(excerpt)
        coding = put_in(session, Coding, excerpt_id=1, code_id=1)
        take_away(session, Excerpt, [excerpt.id])
        assert session.get(Excerpt, 1) is None
        assert session.get(Coding, coding) is None
    with project.read() as session:
        assert session.scalars(select(Code.name)).all() == ["k"]
    project.undo()
    project.redo()
    with project.read() as session:
        assert session.scalars(select(Excerpt.id)).all() == []
