from __future__ import annotations

from qualtool.analysis import merging
from qualtool.operations import codes, coding
from qualtool.store.project import Project
from tests.ui.studies import furnish


def test_the_preview_counts_what_moves_and_what_coincides(project: Project) -> None:
    study = furnish(project)
    coder = project.coder_id
    with project.edit("apply_code") as session:
        coding.apply(session, study.document, *study.excerpt, [study.habits], coder_id=coder)
        coding.apply(session, study.document, 0, 7, [study.habits], coder_id=coder)
        codes.add(session, "ubrukt")
    with project.read() as session:
        rows = merging.preview(session, [study.places, study.habits], study.places)
    assert [(row.name, row.excerpts, row.coinciding) for row in rows] == [
        ("slik gjør vi det her", 2, 1)
    ]
