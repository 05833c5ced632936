"""A project is read in a thread beside the window, and holds nobody up there."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from qualtool.store.beside import beside
from qualtool.store.project import Project, create
from qualtool.store.schema import Code, Coder, Coding
from tests.store import coded


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with coded.make(tmp_path / "studie.qualtool") as made:
        yield made


def _names(project: Project) -> list[str]:
    with beside(project) as session:
        return list(session.scalars(select(Code.name).order_by(Code.name)))


def test_what_is_on_the_disk_is_read_in_a_thread(project: Project) -> None:
    with ThreadPoolExecutor(1) as threads:
        before = threads.submit(_names, project).result()
        with project.edit("add_code") as session:
            session.add(Code(name="æ til slutt"))
        after = threads.submit(_names, project).result()
    assert set(after) - set(before) == {"æ til slutt"}


def test_a_step_ends_while_it_is_being_read(project: Project) -> None:
    with beside(project) as session:
        first = list(session.scalars(select(Code.id)))
        with project.edit("add_code") as writing:
            writing.add(Code(name="midt i lesningen"))
        assert len(list(session.scalars(select(Code.id)))) == len(first) + 1


def test_nothing_can_be_written_there(project: Project) -> None:
    with beside(project) as session, pytest.raises(DBAPIError, match="readonly"):
        session.execute(update(Code).values(name="nei"))


def test_only_the_codings_of_the_chosen_coders_are_read(project: Project) -> None:
    with project.edit("apply_code") as session:
        session.add_all([Coder(name="Marte"), Coder(name="Ane")])
        session.flush()
        session.add_all([Coding(excerpt_id=1, code_id=1, coder_id=each) for each in (1, 2)])
    project.coders_read = frozenset({2})
    with beside(project) as session:
        assert list(session.scalars(select(Coding.coder_id))) == [2]


def test_a_study_with_a_pass_phrase_is_read_too(tmp_path: Path) -> None:
    with create(tmp_path / "lukket.qualtool", name="Lukket", pass_phrase="blå dør i mars") as made:
        with made.edit("add_code") as session:
            session.add(Code(name="stille"))
        assert _names(made) == ["stille"]
