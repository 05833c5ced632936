from __future__ import annotations

from pathlib import Path

from qualtool.analysis.spans import spans_of
from tests.reports.invented import ONE, coded_study


def test_an_excerpt_is_told_where_it_stands(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    document_id, text = made.documents["Intervju 1"]
    with made.edit() as session:
        excerpt_id = made.excerpt(session, "Intervju 1", ONE[3])
    start = text.index(ONE[3])
    with made.project.read() as session:
        assert spans_of(session, {excerpt_id, 999}) == {
            excerpt_id: (document_id, start, start + len(ONE[3]))
        }
        assert spans_of(session, []) == {}
