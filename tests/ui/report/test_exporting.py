"""What leaves the project: built and checked beside the window, asked about once, told of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qualtool.core.errors import QualtoolError
from qualtool.operations import report_blocks
from qualtool.store.project import Project
from qualtool.ui.jobs import Jobs
from qualtool.ui.report.open_findings_sheet import OpenFindingsSheet
from qualtool.ui.report.refreshed_sheet import RefreshedSheet
from qualtool.ui.workspaces.report import ReportWorkspace


def _choose(workspace: ReportWorkspace, name: str) -> None:
    workspace.choose(next(p.key for p in workspace.composed.pieces if p.name == name))


def _sheet(qtbot: QtBot, sheets: Sequence[QWidget], before: int = 0) -> QWidget:
    qtbot.waitUntil(lambda: len(sheets) > before, timeout=20_000)
    return sheets[-1]


def test_the_whole_report_is_written_to_word(
    qtbot: QtBot, workspace: ReportWorkspace, tmp_path: Path
) -> None:
    with qtbot.waitSignal(workspace.said, timeout=20_000) as said:
        workspace.export("docx", tmp_path / "vedlegg.docx")
    assert said.args is not None
    assert "vedlegg.docx" in said.args[0]
    written = Document(str(tmp_path / "vedlegg.docx"))
    assert len(written.tables) == 3
    assert any(paragraph.text.startswith("Vedlegg") for paragraph in written.paragraphs)


def test_a_block_is_written_alone_to_a_spreadsheet(
    qtbot: QtBot, workspace: ReportWorkspace, tmp_path: Path
) -> None:
    _choose(workspace, "excerpts")
    with qtbot.waitSignal(workspace.said, timeout=20_000):
        workspace.export_block("xlsx", tmp_path / "utdrag.xlsx")
    assert load_workbook(tmp_path / "utdrag.xlsx").worksheets[0].max_row >= 2


def test_a_refused_export_is_told_and_leaves_nothing(
    qtbot: QtBot, workspace: ReportWorkspace, jobs: Jobs, tmp_path: Path
) -> None:
    with qtbot.waitSignal(jobs.refused, timeout=20_000) as refused:
        workspace.export("docx", tmp_path / "no such folder" / "a.docx")
    assert refused.args is not None
    assert isinstance(refused.args[0], QualtoolError)
    assert not list(tmp_path.glob("**/*.docx"))


@pytest.fixture
def telling(workspace: ReportWorkspace, project: Project) -> ReportWorkspace:
    """A report whose words tell how to reach somebody."""
    with project.edit("describe_report_block") as session:
        key = workspace.composed.pieces[0].key
        report_blocks.describe(session, key, opening="Skriv til gunvor@eksempel.no.")
    return workspace


def test_an_export_with_open_findings_asks_once(
    qtbot: QtBot, telling: ReportWorkspace, sheets: list[QWidget], tmp_path: Path
) -> None:
    goal = tmp_path / "vedlegg.md"
    telling.export("md", goal)
    sheet = _sheet(qtbot, sheets)
    assert isinstance(sheet, OpenFindingsSheet)
    assert not goal.exists()
    QTest.mouseClick(sheet.anyway, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(goal.exists, timeout=20_000)
    again = tmp_path / "igjen.md"
    with qtbot.waitSignal(telling.said, timeout=20_000) as said:
        telling.export("md", again)
    assert said.args is not None
    assert "open" in said.args[0]
    assert len(sheets) == 1, "it was asked before"


def test_a_document_of_ones_own_is_updated_and_told_of(
    qtbot: QtBot, workspace: ReportWorkspace, sheets: list[QWidget], tmp_path: Path
) -> None:
    path = tmp_path / "oppgave.docx"
    own = Document()
    own.add_paragraph("Innledning med egne ord.")
    own.save(str(path))
    workspace.refreshing.refresh_in(path)
    sheet = _sheet(qtbot, sheets)
    assert isinstance(sheet, RefreshedSheet)
    assert "3 blocks were added at the end" in sheet.told
    assert workspace.right.export.refresh.text() == "update in oppgave.docx"
    workspace.refreshing.refresh()
    sheet = _sheet(qtbot, sheets, before=1)
    assert isinstance(sheet, RefreshedSheet)
    assert "3 blocks were replaced" in sheet.told
    written = Document(str(path))
    assert written.paragraphs[0].text == "Innledning med egne ord."
    assert len(list(written.element.body.iter(qn("w:tbl")))) == 3


def test_the_ways_out_are_pressed_with_the_keys(
    qtbot: QtBot, workspace: ReportWorkspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pane = workspace.right.export
    with qtbot.waitSignal(pane.wished) as wished:
        workspace.right.export.word.setFocus()
        monkeypatch.setattr(workspace.exporting, "_ask_where", lambda _title, _ending: None)
        QTest.keyClick(pane.word, Qt.Key.Key_Space)
    assert wished.args == ["docx", False]
