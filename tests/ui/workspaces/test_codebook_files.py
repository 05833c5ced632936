from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook
from qualtool.store.project import Project
from qualtool.ui.workspaces.codebook_files import CodebookFiles


@pytest.mark.parametrize("ending", ["xlsx", "csv", "md"])
def test_a_codebook_is_taken_in_as_one_step_and_written_again(
    qtbot: QtBot, project: Project, tmp_path: Path, ending: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    refusals: list[str] = []
    files = CodebookFiles(parent, project, lambda error: refusals.append(error.key))
    source = tmp_path / "bok.csv"
    source.write_text("Code;Parent code\ntid;\nvente;tid\n" + "x" * 600 + ";\n", encoding="utf-8")
    said: list[str] = []
    files.said.connect(said.append)
    files.take_in(source)
    with project.read() as session:
        assert [code.name for code in codebook.codes(session)] == ["tid", "vente"]
    assert "4" in said[0]
    files.write(tmp_path / f"ut.{ending}")
    assert (tmp_path / f"ut.{ending}").stat().st_size > 0
    project.undo()
    with project.read() as session:
        assert codebook.codes(session) == []
    files.take_in(tmp_path / "finnes ikke.csv")
    assert len(refusals) == 1
