"""How long steps, undo, opening and backups take: for people, not for the suite.

Run with `pytest tests/benchmarks/test_store.py --benchmark-only`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.orm import Session

from qualtool.store import backup, backup_names, connection, recognising
from qualtool.store.project import Project, create, open_project
from qualtool.store.schema import DocumentText
from tests.store import coded

MANY = 50_000
_CODINGS = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many)
    INSERT INTO coding (guid, excerpt_id, code_id, comment, origin, round, created_ms)
    SELECT hex(randomblob(16)), 1, 1, '', 'hand', 1, 0 FROM n
"""
_STEPS = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
    INSERT INTO step (guid, action, created_ms, reason, about)
    SELECT hex(randomblob(16)), 'apply_code', 0, '', '{}' FROM n
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with coded.make(tmp_path / "studie.qualtool") as made:
        yield made


def _lengthen(session: Session) -> None:
    session.execute(update(DocumentText).values(text="Det er ikke tid til alt. " * 200_000))


@pytest.fixture(params=["", coded.PHRASE], ids=["plain", "protected"])
def five_megabytes(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A closed project of about 5 MB, and its pass phrase."""
    path = tmp_path / "stor.qualtool"
    with coded.make(path, phrase=request.param) as made, made.edit("x") as session:
        _lengthen(session)
    return path, request.param


def test_a_coding_made_and_committed(benchmark: Any, project: Project) -> None:
    benchmark.pedantic(lambda: coded.code(project), rounds=200, warmup_rounds=5)


def test_a_coding_taken_back(benchmark: Any, project: Project) -> None:
    def set_up() -> None:
        coded.code(project)

    benchmark.pedantic(project.undo, setup=set_up, rounds=100)


def _many(project: Project) -> None:
    with project.edit("x") as session:
        session.execute(text(_CODINGS), {"many": MANY})


def test_50_000_codings_in_one_step(benchmark: Any, project: Project) -> None:
    benchmark.pedantic(lambda: _many(project), rounds=3)


def test_50_000_codings_taken_back(benchmark: Any, project: Project) -> None:
    benchmark.pedantic(project.undo, setup=lambda: _many(project), rounds=3)


@pytest.mark.parametrize("phrase", ["", coded.PHRASE], ids=["plain", "protected"])
def test_making_a_project(benchmark: Any, tmp_path: Path, phrase: str) -> None:
    names = (tmp_path / f"{number}.qualtool" for number in range(1000))
    benchmark.pedantic(lambda: create(next(names), name="x", pass_phrase=phrase).close(), rounds=10)


def _opening(path: Path, phrase: str) -> Callable[[], None]:
    return lambda: open_project(path, pass_phrase=phrase).close()


def test_opening_5_megabytes_with_nothing_new(
    benchmark: Any, five_megabytes: tuple[Path, str]
) -> None:
    benchmark.pedantic(_opening(*five_megabytes), rounds=10, warmup_rounds=1)


def test_opening_5_megabytes_with_a_backup(
    benchmark: Any, five_megabytes: tuple[Path, str]
) -> None:
    path, phrase = five_megabytes

    def forget() -> None:
        shutil.rmtree(backup_names.folder_of(path), ignore_errors=True)

    benchmark.pedantic(_opening(path, phrase), setup=forget, rounds=10)


def test_a_backup_of_5_megabytes(benchmark: Any, five_megabytes: tuple[Path, str]) -> None:
    path, phrase = five_megabytes
    key = recognising.key_of(path, phrase)

    def forget() -> None:
        shutil.rmtree(backup_names.folder_of(path), ignore_errors=True)

    with closing(connection.dial(path, key)) as raw:
        benchmark.pedantic(lambda: backup.rotate(raw, path, key), setup=forget, rounds=10)


def test_opening_a_history_of_50_000_steps(benchmark: Any, tmp_path: Path) -> None:
    path = tmp_path / "lang.qualtool"
    coded.make(path).close()
    with closing(connection.dial(path)) as raw:
        raw.execute(_STEPS)
    benchmark.pedantic(_opening(path, ""), rounds=10, warmup_rounds=1)
