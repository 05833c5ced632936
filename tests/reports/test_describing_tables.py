"""The tables of who took part, what was collected and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from qualtool.core import report as model
from qualtool.core.report import Report, plain
from qualtool.operations import cases, consent, documents, phases
from qualtool.reports import (
    activity_table,
    catalogue,
    material_table,
    participants,
    saved_options,
)
from qualtool.reports.options import Options
from tests.reports.invented import Study, column, heads, name_nobody, only_table
from tests.reports.whole_study import whole_study

ENGLISH: Final = Options(language="en")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = whole_study(tmp_path_factory.mktemp("whole"))
    yield found
    found.project.close()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = whole_study(tmp_path)
    yield found
    found.project.close()


def who(made: Study, options: Options = ENGLISH) -> Report:
    with made.project.read() as session:
        return participants.build(session, options)


def what(made: Study, options: Options = ENGLISH) -> Report:
    with made.project.read() as session:
        return material_table.build(session, options)


def done(made: Study, options: Options = ENGLISH) -> Report:
    with made.project.read() as session:
        return activity_table.build(session, options)


def keys(report: Report) -> list[str]:
    return [each.key for each in model.cautions(report)]


def test_only_what_may_be_shown_of_a_participant_is_shown(shared: Study) -> None:
    report = who(shared)
    assert heads(report) == ["Participant", "Rolle", "Alder"]
    assert column(report, "participant") == ["Informant 2", "Informant 1", "Informant 4"]
    rows = [
        [plain(each) for each in row.cells if each] for row in only_table(report).groups[0].rows
    ]
    assert rows[1] == ["Informant 1", "Leder", "40–49"]
    assert rows[2] == ["Informant 4", "Lærer", "–"]


def test_what_is_for_analysis_only_and_who_has_withdrawn_is_told_of(shared: Study) -> None:
    report = who(shared)
    assert keys(report) == ["no_consent", "analysis_only"]
    assert "Telefon" in model.cautions(report)[1].message


def test_a_value_in_no_group_is_not_shown(made: Study) -> None:
    with made.edit() as session:
        cases.set_attribute(session, cases.ensure(session, "Informant 4"), "Alder", "ukjent")
    report = who(made)
    assert keys(report)[-1] == "in_no_group"
    assert "ukjent" not in str(report.blocks)


def test_participants_stand_side_by_side_where_there_are_four_to_eight(made: Study) -> None:
    assert heads(who(made))[0] == "Participant"
    with made.edit() as session:
        cases.ensure(session, "Informant 10")
    report = who(made, Options(language="en", order="name"))
    assert heads(report) == [
        "Participant",
        "Informant 1",
        "Informant 2",
        "Informant 4",
        "Informant 10",
    ]
    assert column(report, "attribute") == ["Rolle", "Alder"]
    below = who(made, Options(language="en", transposed=False))
    assert len(column(below, "participant")) == 4


def test_the_attributes_that_were_chosen_are_shown_either_way(made: Study) -> None:
    key = next(each.key for each in only_table(who(made)).columns if each.title == "Alder")
    columns = ("participant", key)
    with made.project.read() as session:
        below = catalogue.build(session, "participants", Options(columns=columns))
        beside = catalogue.build(session, "participants", Options(columns=columns, transposed=True))
    assert heads(below)[1:] == ["Alder"]
    assert column(beside, "attribute") == ["Alder"]
    assert len(heads(beside)) == 4


def test_where_nobody_is_to_be_named_participants_have_numbers(made: Study) -> None:
    name_nobody(made)
    report = who(made)
    assert column(report, "participant") == ["Participant 1", "Participant 2", "Participant 3"]
    assert "Tindvåg" not in str(what(made).blocks)


def test_who_is_left_out_has_no_row_and_a_note_counts_them(made: Study) -> None:
    with made.project.read() as session:
        out = next(row.id for row in participants.shown(session) if row.name == "Informant 1")
    kept = saved_options.written(Options(without=frozenset({out})))
    options = replace(saved_options.read(kept), language="en")
    report = who(made, options)
    assert column(report, "participant") == ["Informant 2", "Informant 4"]
    assert only_table(report).note == "The table leaves out 1 participant."
    assert "2 participants" in str(report.blocks)
    assert only_table(who(made, replace(options, language="nb"))).note
    assert "Informant 1" not in str(report.blocks)
    assert keys(report) == keys(who(made))
    across = who(made, replace(options, transposed=True))
    assert heads(across) == ["Participant", "Informant 2", "Informant 4"]
    name_nobody(made)
    assert column(who(made, options), "participant") == ["Participant 1", "Participant 3"]
    assert only_table(who(made)).note == ""


def test_a_table_that_everybody_is_left_out_of_says_so(made: Study) -> None:
    with made.project.read() as session:
        out = frozenset(row.id for row in participants.shown(session))
    table = only_table(who(made, Options(language="en", without=out)))
    assert table.empty == "The table leaves out 3 participants."
    assert who(made, Options(language="en", without=frozenset({999}))) == who(made)


def test_the_material_is_counted_by_phase_and_kind(shared: Study) -> None:
    report = what(shared)
    assert column(report, "phase") == ["Oppstart", "Utprøving", ""]
    assert column(report, "type") == ["Interview", "Interview", "Observation"]
    assert column(report, "count") == ["1", "1", "1"]
    assert column(report, "period") == ["27 February 2024", "12 March 2024", "våren 2024"]
    assert column(report, "collector") == ["Marte", "Marte", ""]
    assert column(report, "group") == ["Tindvåg kommune (1)", "Participant (1)", ""]
    assert "1 of 1 checked against the recording" in column(report, "documentation")[0]


def test_counts_that_differ_from_the_register_are_told_of(made: Study) -> None:
    said = {each.key: each.message for each in model.cautions(what(made))}
    assert said["register_differs"].endswith("the activity register has 1, the material 2.")
    assert "no_consent" in said
    with made.edit() as session:
        scheme = phases.add_scheme(session, "Andre faser")
        for name in ("Vår", "Hele året"):
            phases.add(session, scheme, name, date_from="2024-01-01", date_to="2024-12-31")
    twice = what(made, Options(language="en", scheme_id=scheme))
    assert "counted_twice" in keys(twice)


def test_without_phases_there_is_no_column_for_them_and_the_total_stands_last(
    shared: Study,
) -> None:
    report = what(shared, Options(language="en", scheme_id=0, totals=True))
    assert heads(report)[0] == "Data type"
    assert column(report, "type") == ["Interview", "Observation", "Total"]
    assert column(report, "count") == ["2", "1", "3"]
    assert column(report, "period")[0] == "27 February – 12 March 2024"
    headed = only_table(what(shared, Options(language="en", headed=True, totals=True)))
    assert headed.note == "Total: 3 documents"


def test_documents_held_in_several_ways_are_counted_by_each(made: Study) -> None:
    with made.edit() as session:
        documents.describe(session, made.documents["Intervju 2"][0], duration_ms=None)
    report = what(made, Options(language="en", scheme_id=0))
    said = column(report, "documentation")[0].splitlines()
    assert said[:2] == ["On screen (1), in person (1)", "28 min in 1 of them"]


def test_activities_stand_as_in_the_register_with_dates_as_tables_write_them(
    shared: Study,
) -> None:
    report = done(shared, Options(language="nb"))
    assert column(report, "date") == ["29.–30.1.2024", "27.2.2024", "våren 2024"]
    assert column(report, "content")[0].endswith("\n+ én kom for sent")
    assert column(report, "number") == ["1", "2", "3"]


def test_phases_are_headings_and_what_there_is_in_all_stands_below(shared: Study) -> None:
    table = only_table(done(shared, Options(language="en", headed=True, totals=True)))
    assert [(group.title, group.note) for group in table.groups] == [
        ("Oppstart", "2 activities"),
        ("Utprøving", "1 activity"),
    ]
    assert table.note == "Total: 3 activities, 29 January – 31 May 2024"


def test_more_columns_of_the_register_come_where_they_are_asked_for(shared: Study) -> None:
    report = done(shared, Options(columns=("date", "name", "documents", "participants", "phase")))
    assert column(report, "documents") == ["", "", "Notater"]
    assert column(report, "participants") == ["", "Leder", ""]
    assert column(report, "phase") == ["Oppstart", "Oppstart", "Utprøving"]


def test_a_phase_scheme_can_be_left_out(shared: Study) -> None:
    table = only_table(done(shared, Options(headed=True, scheme_id=0)))
    assert not table.headed


def test_who_refuses_is_left_out_of_the_material_too(made: Study) -> None:
    before = column(what(made, Options(scheme_id=0)), "count")
    with made.edit() as session:
        consent.note(session, [cases.ensure(session, "Informant 2")], given=False)
    assert before == ["2", "1"]
    assert column(what(made, Options(scheme_id=0)), "count") == ["1", "1"]
