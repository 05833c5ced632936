from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from qualtool.analysis import checking
from qualtool.analysis.checking import faults
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coding, Document, Excerpt
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_a_sound_project_has_no_faults(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        assert faults(session) == []


def _outside(session: Session, r: Rich) -> None:
    session.get_one(Excerpt, r.both).end = 9999
    session.get_one(Excerpt, r.lone).start = 9998


def _double(session: Session, r: Rich) -> None:
    session.add(Coding(excerpt_id=r.lone, code_id=r.time, coder_id=r.bo))


BROKEN: dict[str, tuple[int, Callable[[Session, Rich], object]]] = {
    "lost": (1, lambda s, r: setattr(s.get_one(Excerpt, r.both), "lost", True)),
    "outside": (2, _outside),
    "texts": (1, lambda s, r: setattr(s.get_one(Document, r.notes), "length", 20)),
    "doubles": (1, _double),
    "valences": (1, lambda s, r: setattr(s.get_one(Coding, r.lone_coding), "valence", "x")),
    "circles": (2, lambda s, r: setattr(s.get_one(Code, r.consent), "parent_id", r.forms)),
}


@pytest.mark.parametrize("key", BROKEN)
def test_what_cannot_be_right_is_found_and_counted(rich: Furnished, key: str) -> None:
    project, r = rich
    count, breaking = BROKEN[key]
    with project.edit("x") as session:
        breaking(session, r)
    with project.read() as session:
        (found,) = faults(session)
    assert (found.key, found.count) == (key, count)
    assert str(count) in found.message


def test_a_row_that_belongs_to_nothing_is_found(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(text("PRAGMA ignore_check_constraints = ON"))
        session.execute(text(f"UPDATE coding SET code_id = 999 WHERE id = {r.lone_coding}"))
        (found,) = [each for each in faults(session) if each.key == "orphans"]
        session.execute(text(f"UPDATE coding SET code_id = {r.time} WHERE id = {r.lone_coding}"))
    assert found.count == 1


def test_a_damaged_file_is_said_to_be_damaged(
    monkeypatch: pytest.MonkeyPatch, rich: Furnished
) -> None:
    project, _r = rich
    monkeypatch.setattr(checking, "text", lambda words: text("SELECT 'row 3 missing from index'"))
    with project.read() as session:
        found = list(checking._integrity(session))
    assert [each.key for each in found] == ["damaged"]
