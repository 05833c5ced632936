"""Meaning condensed as a table: what may be quoted of it, and what is written of sub-groups."""

from __future__ import annotations

import pytest

from qualtool.analysis.condensing import units
from qualtool.core.report import Heading, Report, Table, Text, plain
from qualtool.operations import coding, condensing
from qualtool.reports import catalogue
from qualtool.reports.options import Options
from qualtool.store.project import Project
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    coder = project.coder_id
    with project.read() as session:
        (unit,) = units(session, coder)
    with project.edit("condense") as session:
        condensing.condense(session, unit.excerpt.id, "Uten sted", coder_id=coder)
        condensing.place(session, [unit.excerpt.id], made.culture, coder_id=coder)
        condensing.write_condensate(session, made.culture, "Jeg ventet.\n\nIngen kom.")
        condensing.choose_gold(session, made.culture, unit.excerpt.id)
    return made


def built(project: Project) -> Report:
    with project.read() as session:
        return catalogue.build(session, "condensation", Options(language="en"))


def table(report: Report) -> Table:
    (found,) = [each for each in report.blocks if isinstance(each, Table)]
    return found


def test_a_unit_stands_beside_its_meaning_and_theme(project: Project, study: Study) -> None:
    (group,) = table(built(project)).groups
    (row,) = group.rows
    unit, meaning, theme = (plain(each) if each is not None else "" for each in row.cells)
    assert "ikke noe fast sted" in unit
    assert (meaning, theme) == ("Uten sted", "Vaner som holder igjen")


def test_a_sub_group_has_its_quotation_and_its_condensate(project: Project, study: Study) -> None:
    blocks = built(project).blocks
    headings = [each.text for each in blocks if isinstance(each, Heading)]
    assert headings[1:] == ["Vaner som holder igjen"]
    texts = [each for each in blocks if isinstance(each, Text)]
    assert [each.style for each in texts[-2:]] == ["quotation", texts[-1].style]
    assert len(texts[-1].paragraphs) == 2


def test_a_unit_that_must_not_be_quoted_is_left_out_and_told(
    project: Project, study: Study
) -> None:
    with project.read() as session:
        (unit,) = units(session, project.coder_id)
    with project.edit("set_do_not_quote") as session:
        coding.set_do_not_quote(session, [unit.excerpt.id], True)
    report = built(project)
    assert table(report).groups == ()
    assert [each.key for each in table(report).cautions] == ["not_quotable"]
    assert not any(isinstance(each, Text) and each.style == "quotation" for each in report.blocks)
