"""Meaning condensed: each coder's own, with what is written of the sub-groups."""

from __future__ import annotations

import pytest

from qualtool.analysis.condensing import Group, group, units, units_of
from qualtool.operations import coders, condensing
from qualtool.store.project import Project
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


def test_a_unit_shows_what_its_own_coder_condensed(project: Project, study: Study) -> None:
    with project.read() as session:
        (unit,) = units(session, project.coder_id)
    with project.edit("condense") as session:
        other = coders.ensure(session, "Ingrid")
        condensing.condense(session, unit.excerpt.id, "Uten sted", coder_id=project.coder_id)
        condensing.condense(session, unit.excerpt.id, "Uten rom", coder_id=other)
    with project.read() as session:
        assert [each.text for each in units(session, project.coder_id)] == ["Uten sted"]
        assert [each.text for each in units(session, other)] == ["Uten rom"]
        assert [each.text for each in units(session, None)] == [""]
        assert units(session, other, [study.document + 1]) == []


def test_the_units_of_a_theme_are_those_placed_in_it(project: Project, study: Study) -> None:
    coder = project.coder_id
    with project.read() as session:
        (unit,) = units(session, coder)
    with project.edit("place_condensed") as session:
        condensing.place(session, [unit.excerpt.id], study.culture, coder_id=coder)
    with project.read() as session:
        (found,) = units_of(session, coder, study.culture)
        assert found.excerpt.id == unit.excerpt.id
        assert units_of(session, coder, study.structure) == []


def test_a_theme_of_which_nothing_is_written_has_an_empty_group(
    project: Project, study: Study
) -> None:
    with project.read() as session:
        (unit,) = units(session, project.coder_id)
        assert group(session, study.culture) == Group()
    with project.edit("choose_gold") as session:
        condensing.choose_gold(session, study.culture, unit.excerpt.id)
        condensing.write_condensate(session, study.culture, "Jeg ventet.")
    with project.read() as session:
        found = group(session, study.culture)
    assert found.text == "Jeg ventet."
    assert found.gold is not None
    assert found.gold.id == unit.excerpt.id
