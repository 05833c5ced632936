"""A kept file is let go of, so that it can be brought back or for good."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from qualtool.analysis.originals import has_original
from qualtool.core.source import Source
from qualtool.operations import documents
from qualtool.operations.originals import forget, kept
from qualtool.store.project import Project
from qualtool.store.schema import Original


@pytest.fixture
def keeping(project: Project) -> Project:
    """Documents 1 and 2 came from one file that was kept, 3 from another, 4 from none kept."""
    with project.edit("import_documents") as session:
        for name, content_hash in (("a", "x"), ("b", "x"), ("c", "y"), ("d", "z"), ("e", "")):
            documents.add(session, Source("Ord", "text"), name=name, content_hash=content_hash)
        session.add_all([Original(content_hash=each, content=b"1") for each in ("x", "y", "")])
    return project


def held(project: Project) -> list[str]:
    with project.read() as session:
        return sorted(session.scalars(select(Original.content_hash)))


def test_it_is_known_whose_files_are_kept(keeping: Project) -> None:
    with keeping.read() as session:
        assert kept(session, [5, 4, 3, 2, 1]) == (1, 2, 3)


def test_a_file_forgotten_for_one_document_is_kept_for_another(keeping: Project) -> None:
    with keeping.edit("forget_originals") as session:
        assert forget(session, [1, 4, 5]) == 1
    with keeping.read() as session:
        assert [has_original(session, each) for each in (1, 2, 3)] == [False, True, True]
    keeping.undo()
    with keeping.read() as session:
        assert has_original(session, 1)


def test_for_good_takes_it_out_once_no_document_keeps_it(keeping: Project) -> None:
    with keeping.edit("forget_originals") as session:
        assert forget(session, [1, 3], for_good=True) == 2
    assert held(keeping) == ["", "x"]
    with keeping.edit("forget_originals") as session:
        assert forget(session, [2], for_good=True) == 1
    assert held(keeping) == [""]
    keeping.undo()
    with keeping.read() as session:
        assert not has_original(session, 2), "what is gone for good does not come back"
        assert session.scalar(select(func.count()).select_from(Original)) == 1
    with keeping.edit("forget_originals") as session:
        assert forget(session, [1, 2, 3], for_good=True) == 0
