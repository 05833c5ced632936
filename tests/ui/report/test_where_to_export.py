"""Where the report is written: a file that is there is not written over without a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from qualtool.ui.workspaces.report import ReportWorkspace


def test_a_name_without_its_ending_never_writes_over_a_file(
    workspace: ReportWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "Oppgave.docx"
    mine.write_bytes(b"mine")
    offered: list[str] = []
    answers = iter([str(tmp_path / "Oppgave"), ""])

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    workspace.export("docx")
    assert offered[1:] == ["Oppgave.docx"]
    assert mine.read_bytes() == b"mine"


def test_a_point_in_a_name_is_no_ending(
    workspace: ReportWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goals: list[Path] = []
    monkeypatch.setattr(workspace.exporting, "_make", lambda _piece, goal: goals.append(goal))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "Kapittel 3.2"), "")
    )
    workspace.export("docx")
    assert goals == [tmp_path / "Kapittel 3.2.docx"]
