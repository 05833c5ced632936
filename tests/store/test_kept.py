from __future__ import annotations

import sys

import pytest

from qualtool.store.kept import Passed, kept
from qualtool.store.project import Project, Session, open_project
from qualtool.store.schema import Code, Coder

CODES = frozenset({"code"})


def names(project: Project) -> list[str]:
    """What is kept of the codes: a list that is made anew only where it has to be."""
    with project.read() as session:
        return kept(session, "names", CODES, lambda: [row.name for row in session.query(Code)])


def test_what_was_worked_out_is_there_until_a_step_touches_what_it_came_of(
    project: Project,
) -> None:
    first = names(project)
    assert names(project) is first
    with project.edit("x") as session:
        session.add(Code(name="ventetid"))
    second = names(project)
    assert second == [*first, "ventetid"]
    project.undo()
    assert names(project) == first


def test_a_step_elsewhere_leaves_it(project: Project) -> None:
    first = names(project)
    with project.edit("x") as session:
        session.add(Coder(name="Anne"))
    assert names(project) is first


def test_nothing_is_kept_of_a_step_that_is_open(project: Project) -> None:
    first = names(project)
    with pytest.raises(RuntimeError, match="stop"), project.edit("x") as session:
        session.add(Code(name="ventetid"))
        session.flush()
        inside = kept(session, "names", CODES, lambda: [row.name for row in session.query(Code)])
        assert inside == [*first, "ventetid"]
        assert names(project) == inside
        raise RuntimeError("stop")
    assert names(project) == first


def test_whose_codings_are_read_makes_all_of_it_another(project: Project) -> None:
    first = names(project)
    project.coders_read = frozenset({1})
    assert names(project) is not first


def test_who_only_reads_sees_what_another_has_written(project: Project) -> None:
    with open_project(project.path, read_only=True) as other:
        first = names(other)
        assert names(other) is first
        with project.edit("x") as session:
            session.add(Code(name="ventetid"))
        assert names(other) == [*first, "ventetid"]


class Faulty:
    """What cannot follow."""

    def follow(self, passed: Passed, session: Session) -> bool:
        raise RuntimeError("no")


def test_what_cannot_follow_a_step_is_dropped_and_the_step_stands(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *about: told.append(about[0]))
    with project.read() as session:
        first = kept(session, "faulty", CODES, Faulty)
    with project.edit("x") as session:
        session.add(Code(name="ventetid"))
    with project.read() as session:
        assert kept(session, "faulty", CODES, Faulty) is not first
    assert names(project)[-1] == "ventetid"
    assert told == [RuntimeError]


class Recording:
    """What notes how touched codes were before each step."""

    def __init__(self) -> None:
        self.told: list[tuple[list[str | None], bool]] = []

    def follow(self, passed: Passed, session: Session) -> bool:
        former = passed.former("code").values()
        self.told.append(([None if row is None else row["name"] for row in former], passed.goes_on))
        return True


def test_what_follows_is_told_how_rows_were_before_the_step(project: Project) -> None:
    with project.read() as session:
        recording = kept(session, "told", CODES, Recording)
    with project.edit("x") as session:
        session.add(Code(name="ventetid"))
    with project.edit("x") as session:
        session.query(Code).filter_by(name="ventetid").one().name = "tid"
    last = project.next_undo()
    assert last is not None
    with project.edit("x", goes_on=last.id) as session:
        session.query(Code).filter_by(name="tid").one().name = "tida"
    project.undo()
    assert recording.told == [
        ([None], False),
        (["ventetid"], False),
        (["ventetid"], True),
        (["tida"], False),
    ]
