"""What hangs on a theme comes along when it is merged into another."""

from __future__ import annotations

from qualtool.operations import findings, mapping, theme_fits, themes
from qualtool.operations.theme_tree import first_frame
from qualtool.store.project import Project
from qualtool.store.schema import (
    Condensate,
    FindingPart,
    MapItem,
    MapLink,
    Summary,
    SummaryExcerpt,
    ThemeExcerpt,
)
from tests.operations.asking import rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def _merge(project: Project, r: Rich) -> None:
    with project.edit("merge_themes") as session:
        themes.merge(session, [r.culture], r.structure)


def test_findings_come_after_those_that_are_there_and_quote_nothing_twice(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.edit("x") as session:
        findings.add_text(session, r.structure, "Om rammer.")
        findings.add_quotations(session, r.structure, [r.both])
        findings.add_text(session, r.culture, "Om vaner.")
        findings.add_quotations(session, r.culture, [r.both, r.lone])
    _merge(project, r)
    parts = sorted(rows(project, FindingPart), key=lambda part: part.position)
    assert {part.theme_id for part in parts} == {r.structure}
    assert [part.text or part.excerpt_id for part in parts] == [
        "Om rammer.",
        r.both,
        "Om vaner.",
        r.lone,
    ]
    assert [part.position for part in parts] == [0, 1, 2, 3]


def test_a_mark_of_fit_comes_along_where_there_is_none(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        theme_fits.set_fit(session, r.culture, [r.lone], "against")
        theme_fits.set_fit(session, r.culture, [r.both], "stretches")
        theme_fits.set_fit(session, r.structure, [r.both], "fits")
    _merge(project, r)
    marks = {row.excerpt_id: row.fit for row in rows(project, ThemeExcerpt)}
    assert (marks[r.lone], marks[r.both]) == ("against", "fits")
    assert {row.theme_id for row in rows(project, ThemeExcerpt)} == {r.structure}


def test_condensates_and_cells_of_both_stand_one_below_the_other(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        for theme, words in ((r.structure, "Rammer"), (r.culture, "Vaner")):
            session.add(Condensate(theme_id=theme, text=words, analytic_text=words))
            cell = Summary(case_id=r.office, theme_id=theme, text=words, state="")
            session.add(cell)
            session.flush()
            session.add(SummaryExcerpt(summary_id=cell.id, excerpt_id=r.lone))
            session.add(SummaryExcerpt(summary_id=cell.id, excerpt_id=r.both))
    _merge(project, r)
    (condensate,) = rows(project, Condensate)
    assert (condensate.text, condensate.theme_id) == ("Rammer\n\nVaner", r.structure)
    (cell,) = [row for row in rows(project, Summary) if row.theme_id == r.structure]
    assert cell.text == "Rammer\n\nVaner"
    assert {row.excerpt_id for row in rows(project, SummaryExcerpt)} >= {r.lone, r.both}


def test_lines_on_the_map_lead_to_the_theme_that_stays(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        spots = [mapping.Spot(0, 0, theme_id=each) for each in (r.culture, r.structure, r.local)]
        culture, structure, local = mapping.lay_out(session, first_frame(session), spots)
        mapping.link(session, local, culture, text="bærer", kind="arrow")
        mapping.link(session, culture, structure)
    _merge(project, r)
    assert {item.theme_id for item in rows(project, MapItem)} == {r.structure, r.local}
    (line,) = rows(project, MapLink)
    assert (line.from_item_id, line.to_item_id, line.text) == (local, structure, "bærer")


def test_a_theme_without_a_place_on_the_map_takes_the_merged_ones(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        mapping.lay_out(session, first_frame(session), [mapping.Spot(7, 9, theme_id=r.culture)])
    _merge(project, r)
    (item,) = rows(project, MapItem)
    assert (item.theme_id, item.x, item.y) == (r.structure, 7, 9)
