"""The framework matrix: its cells, what is written in them and what stands behind them."""

from __future__ import annotations

import pytest

from qualtool.analysis.matrix import Cell, behind, matrix
from qualtool.operations import frames, summaries, themes
from qualtool.store.project import Project
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


def case_of(project: Project, name: str = "Informant 1") -> int:
    with project.read() as session:
        return next(row.id for row in matrix(session).cases if row.name == name)


def test_a_cell_knows_what_its_case_says_under_the_theme(project: Project, study: Study) -> None:
    place = (case_of(project), study.structure)
    with project.read() as session:
        assert matrix(session).cells[place] == Cell(gathered=1)
        (found,) = behind(session, *place)
    assert (found.excerpt.start, found.excerpt.end, found.linked) == (*study.excerpt, False)


def test_an_excerpt_tied_to_a_cell_stays_behind_it_when_its_code_leaves_the_theme(
    project: Project, study: Study
) -> None:
    place = (case_of(project), study.structure)
    with project.read() as session:
        (found,) = behind(session, *place)
    with project.edit("link_to_cell") as session:
        summaries.link(session, *place, [found.excerpt.id])
    with project.edit("take_codes_out") as session:
        themes.take_codes_out(session, study.structure, [study.places])
    with project.read() as session:
        assert matrix(session).cells[place] == Cell(
            linked=frozenset({found.excerpt.id}), gathered=1
        )
        assert [each.linked for each in behind(session, *place)] == [True]


def test_what_a_sub_theme_gathers_is_gathered_by_its_theme(project: Project, study: Study) -> None:
    with project.edit("move_themes") as session:
        themes.move(session, [study.structure], parent_id=study.culture)
    place = (case_of(project), study.culture)
    with project.read() as session:
        assert matrix(session).cells[place].gathered == 1


def test_a_theme_set_aside_has_no_column_and_keeps_its_cells(
    project: Project, study: Study
) -> None:
    place = (case_of(project), study.culture)
    with project.edit("write_summary") as session:
        summaries.write(session, *place, "Vanene styrer.")
    with project.edit("describe_theme") as session:
        themes.describe(session, study.culture, state="aside")
    with project.read() as session:
        shown = matrix(session)
        assert study.culture not in {row.id for row in shown.themes}
        assert place not in shown.cells
    project.undo()
    with project.read() as session:
        assert matrix(session).cells[place].text == "Vanene styrer."


def test_another_frame_has_columns_of_its_own(project: Project, study: Study) -> None:
    with project.edit("add_frame") as session:
        other = frames.add(session, "Fokusområder")
        theme = themes.add(session, "Tillit", frame_id=other)
    with project.read() as session:
        assert [row.id for row in matrix(session, other).themes] == [theme]
