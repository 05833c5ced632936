from __future__ import annotations

from qualtool.analysis.definitions import definition
from qualtool.operations import codes
from qualtool.store.project import Project
from tests.ui.studies import furnish


def test_a_definition_says_what_is_written_and_who_made_the_code(project: Project) -> None:
    study = furnish(project)
    with project.edit("add_code") as session:
        made = codes.add(session, "bussen", use_when="Om reisevei.", provenance="in_vivo")
        codes.pin(session, made, 3)
    with project.read() as session:
        row = definition(session, made)
        other = definition(session, study.places)
    assert row is not None
    assert (row.use_when, row.provenance, row.pin, row.coder) == (
        "Om reisevei.",
        "in_vivo",
        3,
        "Marte",
    )
    assert len(row.made) == len("2024-03-14")
    assert other is not None


def test_a_code_that_is_gone_has_no_definition(project: Project) -> None:
    study = furnish(project)
    with project.edit("merge_codes") as session:
        codes.merge(session, [study.places], study.habits)
    with project.read() as session:
        assert definition(session, study.places) is None
        assert definition(session, 999) is None
