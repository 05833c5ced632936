from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import delete, text

from qualtool.store.project import open_project
from qualtool.store.schema import Excerpt
from tests.store import fixture


@pytest.mark.parametrize("version", [(1, 0), (1, 1)])
def test_excerpts_of_before_have_lost_no_words(tmp_path: Path, version: tuple[int, int]) -> None:
    path = Path(shutil.copyfile(fixture.fixture(version=version), tmp_path / "a.qualtool"))
    with open_project(path) as project:
        with project.read() as session:
            before = session.execute(text("SELECT lost, lost_words FROM excerpt")).all()
        assert before == [(0, "")]
        with project.edit("remove_codings") as session:
            session.execute(delete(Excerpt))
        project.undo()
        with project.read() as session:
            again = session.execute(text("SELECT lost, lost_words FROM excerpt")).all()
        assert again == before


def test_a_program_of_before_can_go_on_adding_excerpts(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(fixture.fixture(), tmp_path / "a.qualtool"))
    with open_project(path) as project, project.edit("apply_code") as session:
        session.execute(
            text(
                'INSERT INTO excerpt (guid, document_id, start, "end", starred, do_not_quote, '
                "lost, created_ms) VALUES ('x', 1, 0, 4, 0, 0, 0, 0)"
            )
        )
        found = session.execute(text("SELECT lost_words FROM excerpt")).scalars().all()
    assert found == ["", ""]
