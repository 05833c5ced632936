"""Rows read directly are those the session would have given."""

from __future__ import annotations

from typing import Final

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from qualtool.store.bare_reading import column, rows
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coder, Coding, Document, Excerpt
from qualtool.store.selecting import given, packed

_STARRED: Final = (
    select(Excerpt.id, Excerpt.starred, Excerpt.display_text)
    .where(Excerpt.id.in_(given()), Excerpt.start >= bindparam("least"))
    .order_by(Excerpt.id)
    .limit(2)
)
_CODERS: Final = select(Coding.coder_id).order_by(Coding.id)


@pytest.fixture
def coded(project: Project) -> Project:
    """Three excerpts of one document, coded by two coders in turn."""
    with project.edit("x") as session:
        session.add_all([Document(name="d", length=99), Code(name="k")])
        session.add_all([Coder(name="Anne"), Coder(name="Marte")])
        session.flush()
        for number in range(3):
            starred = number == 1
            session.add(Excerpt(document_id=1, start=number, end=20, starred=starred))
            session.flush()
            session.add(Coding(excerpt_id=number + 1, code_id=1, coder_id=number % 2 + 1))
    return project


def by_session(session: Session, ids: list[int], least: int) -> list[tuple[object, ...]]:
    found = session.execute(_STARRED, {"ids": packed(ids), "least": least})
    return [tuple(row) for row in found]


@pytest.mark.parametrize("least", [0, 1, 5])
def test_rows_are_those_of_the_session_yes_and_no_included(coded: Project, least: int) -> None:
    with coded.read() as session:
        found = rows(session, _STARRED, ids=packed([1, 2, 3]), least=least)
        assert found == by_session(session, [1, 2, 3], least)
        assert all(isinstance(starred, bool) for _id, starred, _text in found)


def test_what_a_step_has_pending_is_read_too(coded: Project) -> None:
    with coded.edit("x") as session:
        excerpt = Excerpt(document_id=1, start=7, end=9)
        session.add(excerpt)
        assert rows(session, _STARRED, ids="[4]", least=0) == [(4, False, None)]
        excerpt.starred = True
        assert rows(session, _STARRED, ids="[4]", least=0) == [(4, True, None)]


def test_codings_that_are_not_to_be_seen_are_not_read(coded: Project) -> None:
    with coded.read() as session:
        assert column(session, _CODERS) == [1, 2, 1]
    coded.coders_read = frozenset([2])
    with coded.read() as session:
        assert column(session, _CODERS) == [2]
        assert [row[0] for row in rows(session, _STARRED, ids="[1, 2, 3]", least=0)] == [2]
