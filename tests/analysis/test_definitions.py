from __future__ import annotations

from qualtool.analysis import excerpts
from qualtool.analysis.definitions import definition
from qualtool.operations import code_merging, code_splitting, codes
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


def test_a_definition_tells_what_a_code_was_split_off_and_what_was_merged_into_it(
    project: Project,
) -> None:
    study = furnish(project)
    with project.read() as session:
        excerpt = excerpts.codings_in(session, study.document)[0].excerpt_id
    with project.edit("split_code") as session:
        made = code_splitting.split(session, study.places, [excerpt], "trappa")
    with project.edit("merge_codes") as session:
        code_merging.merge(session, [study.habits], study.places)
    with project.read() as session:
        split, rest = definition(session, made), definition(session, study.places)
    assert split is not None
    assert rest is not None
    assert (split.split_off, split.coder, split.merged) == ("faste møteplasser", "Marte", ())
    assert (rest.split_off, rest.merged) == ("", ("slik gjør vi det her",))
