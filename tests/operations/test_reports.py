"""Reports and their blocks, as a researcher makes and orders them."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from qualtool.analysis import report_list
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.operations import (
    activities,
    cases,
    coders,
    codes,
    coding,
    documents,
    report_blocks,
    reports,
    summaries,
    themes,
    usual_blocks,
)
from qualtool.store.project import Project
from qualtool.store.reporting_rows import ReportBlockRow
from qualtool.store.schema import ReportBlock, ReportFreeze


def _blocks(project: Project, report_id: int) -> list[ReportBlockRow]:
    with project.read() as session:
        return report_list.blocks(session, report_id)


def _with(project: Project, *names: str) -> tuple[int, list[int]]:
    """A report with these blocks."""
    with project.edit("something") as session:
        made = reports.add(session, "Vedlegg", language="nb")
        return made, [report_blocks.add(session, made, name) for name in names]


def test_the_usual_appendix_of_an_empty_project_is_empty(project: Project) -> None:
    with project.edit("start_report") as session:
        made = reports.start(session)
    assert _blocks(project, made) == []


def test_the_usual_appendix_has_the_blocks_that_something_is_in(project: Project) -> None:
    with project.edit("something") as session:
        cases.add(session, "Informant 1")
        theme = themes.add(session, "Kultur")
        code = codes.add(session, "møter", theme_id=theme)
        interview = documents.add(session, Source("Vi har møte om møta.", "text"), name="Intervju")
        coding.apply(session, interview, 0, 20, [code], coder_id=coders.ensure(session, "Anna"))
        made = reports.start(session)
    assert [each.name for each in _blocks(project, made)] == [
        "participants",
        "material",
        "method-facts",
        "themes",
        "map",
        "theme-bars",
        "excerpts",
        "codebook",
        "codebook-history",
        "checklist",
    ]


def test_what_is_found_and_noted_later_comes_into_the_next_appendix(project: Project) -> None:
    with project.edit("something") as session:
        case_id, theme = cases.add(session, "Informant 1"), themes.add(session, "Kultur")
        before = usual_blocks.blocks(session)
        themes.describe(session, theme, findings="Møtene bærer samarbeidet.")
        summaries.write(session, case_id, theme, "Sier det går seg til.")
        activities.add(session, name="Oppstart", date="2.2.2024")
        after = usual_blocks.blocks(session)
    assert set(after) - set(before) == {"summary", "framework", "activities", "timeline"}
    assert list(after) == [name for name in usual_blocks.USUAL if name in after]


def test_a_theme_that_is_set_aside_makes_no_table(project: Project) -> None:
    with project.edit("something") as session:
        theme = themes.add(session, "Kultur")
        themes.describe(session, theme, state="aside", findings="Noe.")
        assert usual_blocks.blocks(session) == {}


def test_each_appendix_that_is_started_gets_a_title_of_its_own(project: Project) -> None:
    with project.edit("something") as session:
        reports.start(session, language="en")
        reports.start(session, language="en")
        reports.start(session, title="To the thesis", language="nn")
    with project.read() as session:
        found = report_list.reports(session)
    assert [(each.title, each.language) for each in found] == [
        ("Appendices", "en"),
        ("Appendices 2", "en"),
        ("To the thesis", "nn"),
    ]
    assert [each.position for each in found] == [0, 1, 2]
    assert all(each.contents for each in found)


def test_a_report_is_written_in_the_language_of_the_study_unless_another_is_chosen(
    project: Project,
) -> None:
    with project.edit("something") as session:
        made = reports.add(session, "Vedlegg")
        reports.describe(session, made, language="nn", contents=False)
        row = report_list.report(session, made)
    assert row is not None
    assert (row.language, row.contents) == ("nn", False)


@pytest.mark.parametrize("title", ["Vedlegg", "  VEDLEGG "])
def test_two_reports_do_not_share_a_title(project: Project, title: str) -> None:
    with project.edit("something") as session:
        first = reports.add(session, "Vedlegg")
        second = reports.add(session, "Til kapittel 4")
        reports.describe(session, first, title="vedlegg")  # its own may be spelt anew
        with pytest.raises(QualtoolError) as refused:
            reports.describe(session, second, title=title)
        assert refused.value.key == "report_exists"


def test_a_language_that_the_program_does_not_write_is_refused(project: Project) -> None:
    with project.edit("something") as session, pytest.raises(QualtoolError) as refused:
        reports.add(session, "Vedlegg", language="de")
    assert refused.value.key == "language_unknown"


def test_reports_are_put_in_order_and_taken_away(project: Project) -> None:
    with project.edit("something") as session:
        a, b, c = (reports.add(session, title) for title in "ABC")
        reports.move(session, [c], 0)
        reports.remove(session, [a])
        found = report_list.reports(session)
        assert report_list.report(session, a) is None
    assert [(each.id, each.position) for each in found] == [(c, 0), (b, 1)]


def test_a_block_is_put_in_where_it_is_dropped(project: Project) -> None:
    made, _ids = _with(project, "themes", "codebook")
    with project.edit("add_report_block") as session:
        report_blocks.add(session, made, "participants", position=0)
        report_blocks.add(session, made, "memos", options='{"headed": true}')
    found = _blocks(project, made)
    assert [each.name for each in found] == ["participants", "themes", "codebook", "memos"]
    assert [each.position for each in found] == [0, 1, 2, 3]
    assert found[-1].options == '{"headed": true}'


def test_a_block_has_a_heading_and_an_opening_of_the_researchers_own(project: Project) -> None:
    made, (block_id,) = _with(project, "themes")
    with project.edit("describe_report_block") as session:
        report_blocks.describe(session, block_id, title=" Hva vi\nfant ")
        report_blocks.describe(session, block_id, opening="Slik ble det.\n\nOg slik.\n")
    (row,) = _blocks(project, made)
    assert (row.title, row.opening) == ("Hva vi fant", "Slik ble det.\n\nOg slik.")
    with project.edit("describe_report_block") as session:
        report_blocks.describe(session, block_id, title="")
    (row,) = _blocks(project, made)
    assert (row.title, row.opening) == ("", "Slik ble det.\n\nOg slik.")


def test_blocks_move_and_go_and_the_rest_is_numbered_anew(project: Project) -> None:
    made, ids = _with(project, "participants", "themes", "codebook", "memos")
    with project.edit("move_report_blocks") as session:
        report_blocks.move(session, [ids[3], ids[1]], 0)
    assert [each.id for each in _blocks(project, made)] == [ids[3], ids[1], ids[0], ids[2]]
    with project.edit("remove_report_blocks") as session:
        report_blocks.remove(session, [ids[1], ids[3]])
        report_blocks.remove(session, [])
        report_blocks.move(session, [], 0)
    found = _blocks(project, made)
    assert [(each.id, each.position) for each in found] == [(ids[0], 0), (ids[2], 1)]


def test_a_block_of_another_report_does_not_come_along(project: Project) -> None:
    made, ids = _with(project, "participants", "themes")
    with project.edit("something") as session:
        other = reports.add(session, "Annet")
        stranger = report_blocks.add(session, other, "memos")
        report_blocks.move(session, [ids[1], stranger], 0)
    assert [each.id for each in _blocks(project, made)] == [ids[1], ids[0]]
    assert [each.id for each in _blocks(project, other)] == [stranger]


def test_a_block_is_frozen_once_and_thawed(project: Project) -> None:
    made, ids = _with(project, "themes", "codebook")
    with project.edit("freeze_report_block") as session:
        report_blocks.freeze(session, ids[0], "først")
        report_blocks.freeze(session, ids[0], "så")
        assert report_list.frozen(session, ids[0]) == "så"
        assert report_list.frozen(session, ids[1]) == ""
    first, second = _blocks(project, made)
    assert first.frozen_ms is not None
    assert second.frozen_ms is None
    with project.edit("thaw_report_block") as session:
        report_blocks.thaw(session, ids[0])
        assert session.scalars(select(func.count(ReportFreeze.id))).one() == 0
    assert all(each.frozen_ms is None for each in _blocks(project, made))


def test_blocks_and_what_was_frozen_go_with_their_report(project: Project) -> None:
    made, ids = _with(project, "themes")
    with project.edit("remove_reports") as session:
        report_blocks.freeze(session, ids[0], "{}")
        reports.remove(session, [made])
        assert session.scalars(select(func.count(ReportBlock.id))).one() == 0
        assert session.scalars(select(func.count(ReportFreeze.id))).one() == 0
        assert report_list.block(session, ids[0]) is None


def test_a_block_that_is_gone_is_said_to_be(project: Project) -> None:
    _made, ids = _with(project, "themes")
    with project.edit("something") as session:
        report_blocks.remove(session, ids)
        with pytest.raises(QualtoolError) as refused:
            report_blocks.set_options(session, ids[0], "")
    assert refused.value.key == "gone"
