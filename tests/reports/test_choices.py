"""What can be chosen about each table: fields there are, values that work, columns that come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.core.report import tables
from qualtool.operations import frames, phases
from qualtool.reports import catalogue, choices, heads
from qualtool.reports.choices import Choice
from qualtool.reports.options import Options
from tests.reports.invented import Study, coded_study
from tests.reports.whole_study import whole_study

NAMES = [block.name for block in catalogue.BLOCKS]
LAID_OUT = ("language", "caption_above", "landscape", "marks", "attribution")
FIELDS = {each.name for each in fields(Options)}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = whole_study(tmp_path_factory.mktemp("whole"))
    yield found
    found.project.close()


def options(field: str, value: object) -> Options:
    held: Any = {field: value}
    return replace(Options(language="en"), **held)


def others(choice: Choice) -> list[object]:
    """The values that are not chosen already."""
    usual = getattr(Options(), choice.field)
    found = [value for _title, value in choice.values if value != usual][:4]
    return [frozenset({value}) for value in found] if choice.many else list(found)


@pytest.mark.parametrize("name", NAMES)
def test_each_choice_is_of_a_field_that_there_is_and_begins_at_its_default(name: str) -> None:
    for each in choices.choices(name):
        assert each.field in FIELDS
        assert len(each.values) > 1
        assert getattr(Options(), each.field) in [value for _title, value in each.values]
        assert len({title for title, _value in each.values}) == len(each.values)


@pytest.mark.parametrize("name", NAMES)
def test_no_field_is_asked_for_twice(name: str) -> None:
    asked = [each.field for each in choices.choices(name)]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_every_choice_can_be_built(shared: Study, name: str) -> None:
    with shared.project.read() as session:
        offered = (*choices.choices(name), *choices.of_project(session, name))
        for each in offered:
            if each.field in LAID_OUT and name != "themes":
                continue  # alike in all of them
            for value in others(each):
                built = catalogue.build(session, name, options(each.field, value))
                assert built.blocks


def test_what_the_project_holds_can_be_chosen_among(shared: Study) -> None:
    with shared.project.read() as session:
        offered = {each.field: each for each in choices.of_project(session, "excerpts")}
    assert offered.keys() == {"theme_id", "code_id", "case_id"}
    assert ("håp", shared.codes["håp"]) in offered["code_id"].values
    assert all(each.named for each in offered.values())


def test_participants_can_be_left_out_where_there_are_several(shared: Study) -> None:
    with shared.project.read() as session:
        (choice,) = choices.of_project(session, "participants")
    assert (choice.field, choice.many, choice.named) == ("without", True, True)
    assert len(choice.values) > 1


def test_sets_of_themes_and_phases_are_asked_for_where_there_are_several(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        other = frames.add(session, "Et annet blikk")
        scheme = phases.add_scheme(session, "Prosjektets faser")
    with made.project.read() as session:
        sets = {each.field: each for each in choices.of_project(session, "themes")}
        spans = {each.field: each for each in choices.of_project(session, "activities")}
    assert ("Et annet blikk", other) in sets["frame_id"].values
    assert ("Prosjektets faser", scheme) not in spans["scheme_id"].values  # the first is None
    assert [value for _title, value in spans["scheme_id"].values] == [None, 0]
    made.project.close()


def test_a_column_of_a_theme_that_is_gone_breaks_no_report(shared: Study) -> None:
    culture = f"theme-{shared.themes['Kultur']}"
    with shared.project.read() as session:
        built = catalogue.build(
            session, "framework", Options(columns=(culture, "case", "theme-999"))
        )
        with pytest.raises(QualtoolError) as told:
            catalogue.build(session, "codebook", Options(columns=("code", "mood")))
    assert [column.key for column in next(tables(built)).columns] == [culture, "case"]
    assert told.value.key == "column_unknown"


def test_columns_that_come_with_another_choice_stay_where_columns_are_chosen(
    shared: Study,
) -> None:
    with shared.project.read() as session:
        options = Options(columns=("summary", "theme"), valences=True)
        built = catalogue.build(session, "summary", options)
    keys = [column.key for column in next(tables(built)).columns]
    assert keys == ["summary", "theme", "barrier", "opportunity"]


@pytest.mark.parametrize("name", sorted(heads.OF.keys() & {*NAMES}))
def test_the_columns_come_as_they_are_chosen_and_in_that_order(shared: Study, name: str) -> None:
    every = [key for key, _title in choices.columns(name)]
    assert {*choices.usual(name)} <= {*every}
    wanted = tuple(reversed(every))
    with shared.project.read() as session:
        built = catalogue.build(session, name, Options(columns=wanted))
        alone = catalogue.build(session, name, Options(columns=(every[-1],), headed=True))
    table = next(tables(built))
    keys = [column.key for column in table.columns]
    assert keys == [key for key in wanted if key in keys]
    assert {*choices.usual(name)} - {*keys} <= {"valence", "passage", "codes"}
    assert next(tables(alone)).columns
