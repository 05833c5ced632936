from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import delete, text

from qualtool.store.project import open_project
from qualtool.store.schema import Document
from tests.store import fixture


def test_documents_of_before_say_nothing_of_how_they_were_read(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(fixture.fixture(version=(1, 0)), tmp_path / "a.qualtool"))
    with open_project(path) as project:
        with project.read() as session:
            assert session.execute(text("SELECT reading FROM document")).scalars().all() == [""]
        with project.edit("remove_documents") as session:
            session.execute(delete(Document))
        project.undo()
        with project.read() as session:
            assert session.execute(text("SELECT reading FROM document")).scalars().all() == [""]


def test_a_program_of_before_can_go_on_adding_documents(tmp_path: Path) -> None:
    for version in ((1, 0), (1, 1)):
        path = tmp_path / f"{version[1]}.qualtool"
        shutil.copyfile(fixture.fixture(version=version), path)
        with open_project(path) as project, project.edit("add_document") as session:
            session.execute(
                text(
                    "INSERT INTO document (guid, name, kind, language, format, date, place, form, "
                    "collected_by, checked, quoting_allowed, note, content_hash, position, words, "
                    "length, created_ms) SELECT 'x', name, kind, language, format, date, place, "
                    "form, collected_by, checked, quoting_allowed, note, content_hash, 9, words, "
                    "length, created_ms FROM document LIMIT 1"
                )
            )
            found = session.execute(text("SELECT reading FROM document")).scalars().all()
            assert found == ["", ""]
