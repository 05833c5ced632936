"""Who has coded is the same, followed step by step, as if it were looked for anew."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from sqlalchemy import select

from qualtool.analysis.people import Person, people
from qualtool.operations import coders, codes, coding
from qualtool.store import kept
from qualtool.store.project import Project
from qualtool.store.schema import Coding, Document


def held(project: Project) -> Mapping[int | None, Person]:
    with project.read() as session:
        return people(session)


def anew(project: Project) -> Mapping[int | None, Person]:
    with project.read() as session:
        kept.offer(session, kept.Kept())
        return people(session)


@pytest.fixture
def three(project: Project) -> list[int]:
    with project.edit("x") as session:
        session.add(Document(name="d", length=90))
        codes.add(session, "vane")
        return [coders.ensure(session, name) for name in ("Marte", "Jonas", "Kari")]


@pytest.mark.parametrize("seed", range(3))
def test_whoever_codes_is_told_apart_as_if_looked_for_anew(
    project: Project, three: list[int], seed: int
) -> None:
    chance = random.Random(seed)
    for _act in range(40):
        match chance.randrange(8):
            case 0 | 1 | 2:
                with project.edit("apply_code") as session:
                    at, coder = chance.randrange(5), chance.choice([*three, None])
                    coding.apply(session, 1, at, at + 3, [1], coder_id=coder)
            case 3 | 4:
                with project.edit("remove_codings") as session:
                    there = session.scalars(select(Coding.id)).all()
                    coding.remove(session, chance.sample(there, min(len(there), 2)))
            case 5:
                project.undo()
            case 6:
                project.redo()
            case 7:
                project.coders_read = chance.choice([None, frozenset(chance.sample(three, 2))])
        assert held(project) == anew(project)


def test_one_more_coding_is_taken_in_and_the_last_one_that_goes_is_noticed(
    project: Project, three: list[int]
) -> None:
    with project.edit("apply_code") as session:
        for coder in three[:2]:
            coding.apply(session, 1, 0, 9, [1], coder_id=coder)
    before = held(project)
    with project.edit("apply_code") as session:
        coding.apply(session, 1, 4, 9, [1], coder_id=three[0])
    assert held(project) is before
    with project.edit("remove_codings") as session:
        coding.remove(session, [1, 3])
    assert [each.initials for each in held(project).values()] == ["", "", ""]
