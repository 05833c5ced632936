from __future__ import annotations

from qualtool.analysis.document_care import care, document_ids
from qualtool.operations import reading_through
from qualtool.store.project import Project
from tests.operations.rich import Rich


def test_what_was_done_with_a_document_is_counted(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    with project.edit("read_through") as session:
        reading_through.note(session, r.notes, kind="listened")
    with project.read() as session:
        rows = {row.document_id: row for row in care(session, document_ids(session))}
    assert rows[r.notes].listened == 1
    assert rows[r.interview].excerpts >= 2
    assert 0 < rows[r.interview].percent <= 100
    assert rows[r.interview].density == 1000 * rows[r.interview].excerpts / rows[r.interview].words
    for row in rows.values():
        assert all(start < end for start, end in row.places)


def test_a_project_without_documents_has_nothing_to_count(project: Project) -> None:
    with project.read() as session:
        assert care(session, document_ids(session)) == []
