from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, text

from qualtool.store.project import create, open_project
from qualtool.store.schema import FindingPart, MemoLink
from tests.store import fixture

NEW = {
    "rest_code", "map_item", "map_link", "finding_part", "condensation", "condensate",
    "read_through", "look_again", "work_phase", "self_review",
}  # fmt: skip


@pytest.mark.parametrize("version", [(1, 0), (1, 1), (1, 2)])
def test_a_project_of_before_is_built_as_a_new_one_is(
    tmp_path: Path, version: tuple[int, int]
) -> None:
    path = Path(shutil.copyfile(fixture.fixture(version=version), tmp_path / "a.qualtool"))
    fresh = create(tmp_path / "b.qualtool", name="b", language="nb")
    with open_project(path) as old, fresh as new:
        found = []
        for project in (old, new):
            with project.read() as session:
                rows = session.execute(text("SELECT name, tbl_name, sql FROM sqlite_schema")).all()
            words = {(row.name, " ".join((row.sql or "").split())) for row in rows}
            found.append({each for each in words if _table_of(rows, each[0]) in NEW})
    assert found[0] == found[1]
    assert len({name for name, _sql in found[0]} & NEW) == len(NEW)


@pytest.mark.parametrize("version", [(1, 0), (1, 2), (1, 3)])
def test_a_passage_is_found_without_a_look_at_the_whole_document(
    tmp_path: Path, version: tuple[int, int]
) -> None:
    path = Path(shutil.copyfile(fixture.fixture(version=version), tmp_path / "a.qualtool"))
    wanted = 'SELECT id FROM excerpt WHERE document_id = 1 AND start = 2 AND "end" = 3 ORDER BY id'
    with open_project(path) as project, project.read() as session:
        (step,) = session.execute(text(f"EXPLAIN QUERY PLAN {wanted}")).all()
    assert step.detail.endswith("(document_id=? AND start=? AND end=?)")


def test_ties_of_before_say_nothing_and_come_back_when_undone(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(fixture.fixture(version=(1, 2)), tmp_path / "a.qualtool"))
    with open_project(path) as project:
        with project.edit("remove_memos") as session:
            session.execute(delete(MemoLink))
        project.undo()
        with project.read() as session:
            assert session.execute(text("SELECT stands FROM memo_link")).scalars().all() == [""]


def test_a_project_of_before_takes_findings(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(fixture.fixture(version=(1, 2)), tmp_path / "a.qualtool"))
    with open_project(path) as project:
        with project.edit("shape_themes") as session:
            session.add(FindingPart(theme_id=1, kind="quotation", excerpt_id=1))
        project.undo()
        with project.read() as session:
            assert session.execute(text("SELECT count(*) FROM finding_part")).scalar() == 0


def _table_of(rows: Sequence[Any], name: str) -> str:
    return str(next(row.tbl_name for row in rows if row.name == name))
