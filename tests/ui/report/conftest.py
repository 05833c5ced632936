"""The report workspace on a small study, with its work done beside it as in the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualtool.operations import report_blocks, reports
from qualtool.store.project import Project
from qualtool.ui.jobs import Jobs
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def sheets() -> list[QWidget]:
    """The sheets that have been wished for, the last one last."""
    return []


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """What works beside the workspace."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def suggested(
    dressed: QApplication,
    qtbot: QtBot,
    project: Project,
    study: Study,
    sheets: list[QWidget],
    jobs: Jobs,
) -> Iterator[ReportWorkspace]:
    """Shown on a project without a report: the usual appendix is suggested."""
    with _shown(qtbot, project, sheets, jobs) as made:
        yield made


@pytest.fixture
def workspace(
    dressed: QApplication,
    qtbot: QtBot,
    project: Project,
    study: Study,
    sheets: list[QWidget],
    jobs: Jobs,
) -> Iterator[ReportWorkspace]:
    """Shown on a report of three blocks, with every one on its pages."""
    with project.edit("start_report") as session:
        report = reports.add(session, "Vedlegg")
        for name in ("themes", "excerpts", "codebook"):
            report_blocks.add(session, report, name)
    with _shown(qtbot, project, sheets, jobs) as made:
        settle(qtbot, made)
        yield made


@contextmanager
def _shown(
    qtbot: QtBot, project: Project, sheets: list[QWidget], jobs: Jobs
) -> Iterator[ReportWorkspace]:
    made = ReportWorkspace(project)
    qtbot.addWidget(made)
    made.job_wished.connect(jobs.start)
    made.sheet_wished.connect(qtbot.addWidget)
    made.sheet_wished.connect(sheets.append)
    ending = project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    yield made
    ending()
    made.hide()


def settle(qtbot: QtBot, workspace: ReportWorkspace) -> None:
    """Wait until all blocks are built and set."""
    assert workspace.composed.pieces
    qtbot.waitUntil(
        lambda: workspace.making.complete and workspace.pressing.settled, timeout=20_000
    )
