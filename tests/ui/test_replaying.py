"""A study of remembered rows is the study that was made, and is taken back like it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qualtool.analysis.history import steps
from qualtool.operations import new_project
from qualtool.store.project import Project, create
from qualtool.store.schema import Base
from tests.copies import content_of, opened_copy
from tests.ui.studies import furnish

TABLES = sorted(set(Base.metadata.tables) - {"step", "change"})  # a step tells the time


@pytest.mark.parametrize("make", [create, new_project.start])
def test_a_study_is_the_same_whenever_it_is_furnished(
    tmp_path: Path, make: Callable[..., Project]
) -> None:
    empty = content_of(lambda path: make(path, name="A study"))
    with (
        opened_copy(empty, tmp_path / "one.qualtool") as one,
        opened_copy(empty, tmp_path / "other.qualtool") as other,
    ):
        before = content(other)
        assert furnish(one) == furnish(other)
        assert one.coder_id == other.coder_id
        assert content(one) == content(other) != before
        assert words(one) == words(other)
        other.undo()
        assert content(other) == {**before, "change": content(other)["change"]}


def content(project: Project) -> dict[str, list[tuple[object, ...]]]:
    with project.read() as session:
        ask = session.connection().exec_driver_sql
        rows = {
            name: sorted((tuple(row) for row in ask(f'SELECT * FROM "{name}"')), key=repr)
            for name in TABLES
        }
        noted = ask("SELECT step_id, table_name, row_id, before FROM change")
        return {**rows, "change": sorted((tuple(row) for row in noted), key=repr)}


def words(project: Project) -> list[object]:
    with project.read() as session:
        return [(step.action, step.about) for step in steps(session)]
