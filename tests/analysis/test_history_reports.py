"""The history says what was done with a report in words of its own."""

from __future__ import annotations

import pytest

from qualtool.analysis import history_areas, report_list
from qualtool.analysis.history import steps, worded
from qualtool.analysis.history_reports import WORDS
from qualtool.operations import report_blocks, reports
from qualtool.store.project import Project


@pytest.mark.parametrize("action", WORDS)
def test_what_is_done_with_reports_is_in_an_area_of_its_own(action: str) -> None:
    assert history_areas.area(action) == "reports"


def _last(project: Project) -> str:
    with project.read() as session:
        return worded(steps(session, limit=1)[0])


def test_each_step_names_its_report(project: Project) -> None:
    with project.edit("start_report") as session:
        made = reports.start(session, title="Vedlegg")
    assert _last(project) == "Made the report “Vedlegg” with 0 blocks"
    with project.edit("add_report_block") as session:
        blocks = [report_blocks.add(session, made, "themes")]
    assert _last(project) == "Put a block into the report “Vedlegg”"
    with project.edit("describe_report") as session:
        reports.describe(session, made, title="Tillegg")
    assert _last(project) == "Renamed the report “Vedlegg” to “Tillegg”"
    with project.edit("describe_report") as session:
        reports.describe(session, made, language="nn")
    assert _last(project) == "Changed how the report “Tillegg” is written"
    with project.edit("move_report_blocks") as session:
        blocks.append(report_blocks.add(session, made, "memos"))
        report_blocks.move(session, blocks, 0)
    assert _last(project) == "Moved 2 blocks of the report “Tillegg”"
    with project.edit("remove_report_blocks") as session:
        report_blocks.remove(session, blocks)
    assert _last(project) == "Took 2 blocks out of the report “Tillegg”"
    with project.edit("remove_reports") as session:
        reports.remove(session, [made])
        assert report_list.reports(session) == []
    assert _last(project) == "Removed the report “Tillegg”"
