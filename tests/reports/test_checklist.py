from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.analysis.cases import cases
from qualtool.core.report import Table, plain
from qualtool.operations import consent, guides, study
from qualtool.reports import checklist
from qualtool.reports.options import Options
from tests.reports.invented import Study, coded_study


def known(made: Study, name: str, language: str = "en") -> dict[str, str]:
    with made.project.read() as session:
        report = checklist.build(session, Options(checklist=name, language=language))
    (table,) = [each for each in report.blocks if isinstance(each, Table)]
    rows = [row.cells for group in table.groups for row in group.rows]
    return {plain(row[1]): plain(row[3]) for row in rows if row[1] and row[3]}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["coreq", "srqr", "reflexive"])
def test_each_list_is_a_table_of_parts(tmp_path: Path, name: str, language: str) -> None:
    made = coded_study(tmp_path)
    with made.project.read() as session:
        report = checklist.build(session, Options(checklist=name, language=language))
    (table,) = [each for each in report.blocks if isinstance(each, Table)]
    assert len(table.groups) > 2
    assert "doi" in table.note
    assert not any(
        cell and cell.paragraphs for row in table.groups[0].rows for cell in row.cells[4:]
    )


def test_an_unknown_list_is_the_first(tmp_path: Path) -> None:
    with coded_study(tmp_path).project.read() as session:
        assert "COREQ" in checklist.build(session, Options(checklist="?")).title


def test_what_the_project_knows_stands_beside_its_point(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        study.describe(session, research_question="Hva hemmer samarbeid?")
        guide_id = guides.add(session, "Intervjuguide")
        guides.add_question(session, guide_id, "Hvordan gikk det?")
        (who,) = [row.id for row in cases(session) if row.name == "Informant 2"]
        consent.withdraw(session, [who], "2024-05-01")
    found = known(made, "coreq")
    assert found["12"] == "1 participant took part."
    assert found["13"] == "1 participant has said no or withdrawn."
    assert found["17"] == "“Intervjuguide” has 1 question."
    assert "reflexive thematic analysis" in found["9"].casefold()
    assert found["1"] == ""
    assert known(made, "srqr")["S4"] == "Hva hemmer samarbeid?"
    assert "1 excerpt is starred" in known(made, "reflexive")["16"]
