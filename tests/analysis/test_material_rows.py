from __future__ import annotations

from pathlib import Path

from qualtool.analysis.material_rows import material
from qualtool.operations import activities
from tests.reports.whole_study import whole_study


def test_the_material_is_parted_by_phase_and_the_register_counted_beside_it(
    tmp_path: Path,
) -> None:
    made = whole_study(tmp_path)
    with made.edit() as session:
        activities.add(session, name="Fokusgruppe på skolen")
    with made.project.read() as session:
        found = material(session)
        plain = material(session, 0)
    assert [(row.phase, row.kind, len(row.document_ids)) for row in found.rows] == [
        ("Oppstart", "interview", 1),
        ("Utprøving", "interview", 1),
        ("Utprøving", "observation", 1),
    ]
    assert (found.documents, found.left_out, found.twice) == (3, 1, 0)
    assert found.registered == {"interview": 1, "observation": 1, "focus_group": 1}
    assert plain.scheme is None
    assert [row.phase for row in plain.rows] == [None, None]
    made.project.close()
