from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text, update

from qualtool.store.project import Project, create, open_project
from qualtool.store.schema import DraftQuotation, ReportBlock, Study
from tests.store import fixture

NEW = {
    "report", "report_block", "report_freeze", "draft", "draft_quotation", "disclosure_decision",
    "comparison",
}  # fmt: skip
WIDENED = ("study", "summary", "claim")


def _of_before(folder: Path, version: tuple[int, int] = (1, 3)) -> Path:
    return Path(shutil.copyfile(fixture.fixture(version=version), folder / "a.qualtool"))


@pytest.mark.parametrize("version", [(1, 0), (1, 2), (1, 3)])
def test_a_project_of_before_is_built_as_a_new_one_is(
    tmp_path: Path, version: tuple[int, int]
) -> None:
    fresh = create(tmp_path / "b.qualtool", name="b", language="nb")
    with open_project(_of_before(tmp_path, version)) as old, fresh as new:
        found, columns, indexes = [], [], []
        for project in (old, new):
            with project.read() as session:
                rows = session.execute(text("SELECT name, tbl_name, sql FROM sqlite_schema")).all()
            words = {(row.name, " ".join((row.sql or "").split())) for row in rows}
            found.append({each for each in words if _table_of(rows, each[0]) in NEW})
            indexes.append({row.name for row in rows if row.tbl_name in WIDENED})
            columns.append(_columns(project))
    assert found[0] == found[1]
    assert len({name for name, _sql in found[0]} & NEW) == len(NEW)
    assert columns[0] == columns[1]
    assert indexes[0] == indexes[1]


def test_what_is_set_of_new_is_taken_back_to_what_it_was(tmp_path: Path) -> None:
    with open_project(_of_before(tmp_path)) as project:
        with project.edit("describe_study") as session:
            session.execute(update(Study).values(smallest_group=3))
        project.undo()
        with project.read() as session:
            assert session.execute(text("SELECT smallest_group FROM study")).scalar() == 1


def test_older_steps_on_the_study_can_still_be_done_again(tmp_path: Path) -> None:
    with open_project(_of_before(tmp_path)) as project:
        project.redo()
        with project.read() as session:
            row = session.execute(text("SELECT research_question, smallest_group FROM study")).one()
    assert tuple(row) == ("Hva hemmer samarbeid?", 1)


def test_a_project_of_before_takes_a_report(tmp_path: Path) -> None:
    with open_project(_of_before(tmp_path)) as project:
        with project.edit("add_report") as session:
            session.execute(text("INSERT INTO report VALUES ('Vedlegg', 'nb', 1, 0, 1, 'g')"))
            session.add(ReportBlock(report_id=1, name="themes"))
        project.undo()
        with project.read() as session:
            assert session.execute(text("SELECT count(*) FROM report_block")).scalar() == 0


def test_a_quotation_of_a_draft_outlives_its_excerpt(tmp_path: Path) -> None:
    with open_project(Path(shutil.copyfile(fixture.fixture(), tmp_path / "a.qualtool"))) as project:
        with project.edit("remove_documents") as session:
            session.execute(text("DELETE FROM excerpt"))
        with project.read() as session:
            (row,) = session.query(DraftQuotation).all()
            assert (row.excerpt_id, row.text) == (None, "Tid.")


def _columns(project: Project) -> dict[str, set[tuple[Any, ...]]]:
    """Of each table its columns, without how their defaults are written, and what they point to."""
    found: dict[str, set[tuple[Any, ...]]] = {}
    with project.read() as session:
        for table in WIDENED:
            columns = session.execute(text(f"PRAGMA table_info({table})")).all()
            points = session.execute(text(f"PRAGMA foreign_key_list({table})")).all()
            found[table] = {(row.name, row.type, row.notnull, row.pk) for row in columns}
            found[table] |= {tuple(row)[2:] for row in points}
    return found


def _table_of(rows: Sequence[Any], name: str) -> str:
    return str(next(row.tbl_name for row in rows if row.name == name))
